// Judging single rows: the same verdicts as judging all of them.

#include "support/random_expression.hpp"

#include <gtest/gtest.h>
#include <cadre/error.hpp>
#include <cadre/evaluation/evaluator.hpp>

#include <random>
#include <string>
#include <utility>
#include <vector>

namespace cadre::testing {
namespace {

TEST(Evaluator, JudgesEveryRowAsEvaluateDoes) {
    for (std::uint64_t number = 0; number < 10; ++number) {
        std::mt19937_64 random(20151231 + number);
        WorldGenerator generator(random);
        RosterBuilder builder(world_schema());
        for (int w = 0; w < 150; ++w) WorldGenerator::add(builder, generator.make(), "w" + std::to_string(w) + "_");
        const Roster roster = builder.build();
        ExpressionGenerator expressions(random);
        std::vector<Question> questions;
        for (int i = 0; i < 40; ++i) {
            questions.push_back({"q" + std::to_string(i), *world_schema()->find_table("people"),
                                 expressions.condition(1 + static_cast<int>(random() % 4))});
        }
        const Program program = compile(std::move(questions), world_schema());
        const EvaluationOptions options{.as_of = Date(2012, 2, 29)};
        const VerdictTable table = evaluate(program, roster, options);
        Evaluator evaluator(program, roster, options, "people");
        ASSERT_EQ(evaluator.questions().size(), 40U);
        for (std::size_t row = 150; row-- > 0;) {
            const std::vector<Verdict>& verdicts = evaluator.judge(row);
            for (std::size_t q = 0; q < verdicts.size(); ++q) {
                ASSERT_EQ(verdicts[q], table[evaluator.questions()[q].id][row])
                    << "case " << number << " row " << row << ": "
                    << to_text(*evaluator.questions()[q].condition, *world_schema());
            }
        }
    }
}

TEST(Evaluator, KeepsWhatItNeedsAndNamesWhatIsUnknown) {
    const auto schema = load_vocabulary();
    const Program program = compile({{"q", 0, parse_expression(R"(degree >= "master")", *schema)}}, schema);
    const auto make = [&] {
        RosterBuilder builder;
        builder.add("cadres", {{"degree", "doctorate"}});
        return Evaluator(program, builder.build(), {.as_of = Date(2012, 2, 29)});
    };
    Evaluator evaluator = make();
    EXPECT_EQ(evaluator.judge(0), std::vector<Verdict>{Verdict::met});
    EXPECT_THROW(evaluator.judge(1), Error);
    EXPECT_THROW(Evaluator(program, RosterBuilder().build(), {.as_of = Date(2012, 2, 29)}, "cadre"), Error);
    EXPECT_TRUE(Evaluator(program, RosterBuilder().build(), {.as_of = Date(2012, 2, 29)}, "units").questions().empty());
}

}  // namespace
}  // namespace cadre::testing
