#include "evaluation/day_column.hpp"

#include "evaluation/reference/reference_evaluator.hpp"
#include "evaluation/some_rows.hpp"

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace cadre {
namespace {

const EvaluationOptions on_day{.as_of = Date(2015, 6, 30)};

Roster roster() {
    RosterBuilder builder;
    for (int i = 0; i < 200; ++i) {
        Record row{{"id", "c" + std::to_string(i)}};
        if (i % 5 != 0) row.emplace_back("birth_date", Date(1960, 1, 1) + boost::gregorian::days(i * 37));
        if (i % 5 == 0 && i % 2 == 0) row.emplace_back("birth_date", PartialDate::of_month(1961, 5));
        if (i % 3 != 0) row.emplace_back("sex", i % 2 == 0 ? "male" : "female");
        builder.add("cadres", row);
    }
    return builder.build();
}

TEST(EvaluateDays, GivesTheDaysOfTheTreeWalkingEvaluator) {
    const Roster data = roster();
    const DayNumber as_of = day_number(on_day.as_of);
    for (const std::string_view text : {R"(birth_date + @"P60Y")", R"(@"2015-01-01")", "as_of",
                                        R"(if sex = "male" then birth_date + @"P60Y" else birth_date + @"P55Y")"}) {
        const ExpressionPtr day = parse_expression(text, data.schema());
        const auto found = evaluate_days(day, 0, data.shared_schema(), data, on_day);
        ASSERT_EQ(found.size(), 200u);
        ReferenceEvaluator reference(data.schema(), data, as_of, as_of);
        for (std::size_t row = 0; row < found.size(); ++row) {
            reference.judge_row(static_cast<std::int64_t>(row));
            EXPECT_EQ(found[row], std::get<PossibleInteger>(reference.evaluate(*day))) << text << ' ' << row;
        }
    }
}

TEST(EvaluateDays, IsEmptyForATableThatIsNotGiven) {
    const Roster data = roster();
    const int table = *data.schema().find_table("units");
    const ExpressionPtr day = parse_expression("from", data.schema(), table);
    EXPECT_TRUE(evaluate_days(day, table, data.shared_schema(), data, on_day).empty());
}

TEST(EvaluateSome, JudgesTheRowsAskedForAsEvaluateDoes) {
    const Roster data = roster();
    const ExpressionPtr old = parse_expression(R"(birth_date + @"P50Y" <= as_of)", data.schema());
    const Program program = compile({{"old", 0, old}}, data.shared_schema());
    const VerdictTable all = evaluate(program, data, on_day);
    for (const std::size_t asked : {std::size_t{0}, std::size_t{63}, std::size_t{64}, std::size_t{199}}) {
        std::vector<std::uint64_t> rows(4);
        rows[asked / 64] |= std::uint64_t{1} << (asked % 64);
        EXPECT_EQ(evaluate_some(program, data, on_day, rows)["old"][asked], all["old"][asked]) << asked;
    }
    const std::vector<std::uint64_t> every(4, ~std::uint64_t{0});
    EXPECT_EQ(evaluate_some(program, data, on_day, every)["old"].met(), all["old"].met());
    EXPECT_EQ(evaluate_some(program, data, on_day, every)["old"].not_met(), all["old"].not_met());
}

}  // namespace
}  // namespace cadre
