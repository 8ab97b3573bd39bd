// Timelines: equal to judging day by day, on random rosters and expressions, and where the calendar is uneven.

#include "support/random_expression.hpp"

#include <gtest/gtest.h>
#include <cadre/criteria/rule_pack.hpp>
#include <cadre/error.hpp>
#include <cadre/evaluation/earliest.hpp>
#include <cadre/evaluation/evaluate.hpp>
#include <cadre/evaluation/explanation.hpp>
#include <cadre/evaluation/timeline.hpp>

#include "evaluation/as_of_readers.hpp"
#include "evaluation/over_days/day_evaluator.hpp"

#include <map>
#include <random>
#include <string>
#include <vector>

namespace cadre::testing {
namespace {

DayNumber day(int year, int month, int of_month) {
    return *make_day(year, month, of_month);
}

Pack pack_of(const std::string& criteria) {
    return parse_pack(R"([pack]
id = "trial"
title = { vi = "thử", en = "trial" }
source = { document = "trial", issuer = "trial", date = 2011-01-01 }
)" + criteria,
                      "trial.toml");
}

std::string criterion(const std::string& when, const std::string& more = "") {
    return "[[criterion]]\nid = \"c\"\ntitle = { vi = \"c\", en = \"c\" }\ncite = \"1\"\nwhen = '" + when + "'\n" +
           more;
}

Roster one_cadre(const Record& values) {
    RosterBuilder builder;
    builder.add("cadres", values);
    return builder.build();
}

/// Expects every day of the timeline to have the verdict that `evaluate` gives it.
void expect_as_evaluated(const Pack& pack, const Roster& roster, const TimelineOptions& options) {
    const Timeline made = timeline(pack, "c", roster, 0, options);
    for (DayNumber d = made.first; d < made.last; ++d) {
        const auto column = evaluate(
            pack, roster,
            {.as_of = date_of(d), .law_as_of = options.law_as_of, .strict_snapshot = options.strict_snapshot})["c"];
        ASSERT_EQ(made.on(d).verdict, column[0]) << to_iso(d);
        ASSERT_EQ(made.on(d).because == OpenBecause::not_in_force, !column.in_force()) << to_iso(d);
    }
}

/// The expression with most of its constant days replaced by the day of judgement; shared parts stay shared.
class MovingDays {
public:
    explicit MovingDays(std::mt19937_64& random) : random_(random) {}

    ExpressionPtr in(const ExpressionPtr& e) {
        const auto [known, inserted] = made_.try_emplace(e.get());
        if (!inserted) return known->second;
        auto copy = std::make_shared<Expression>(*e);
        for (ExpressionPtr& child : copy->children) child = in(child);
        if (e->operation == Operation::literal && e->type.kind == TypeKind::date && random_() % 4 != 0) {
            copy->operation = Operation::as_of;
            copy->constant = {};
        }
        return made_[e.get()] = copy;
    }

private:
    std::mt19937_64& random_;
    std::map<const Expression*, ExpressionPtr> made_;
};

TEST(Timeline, EqualsJudgingDayByDayOnRandomExpressions) {
    std::mt19937_64 random(20151231);
    const DayNumber first = day(2011, 6, 1);
    const over_days::DayRange range{first, day(2012, 9, 15)};
    std::int64_t conditions = 0;
    std::int64_t moving = 0;
    std::int64_t undetermined = 0;
    for (int number = 0; number < 20; ++number) {
        WorldGenerator generator(random);
        RosterBuilder builder(world_schema());
        for (int w = 0; w < 2; ++w) {
            const World world = generator.make();
            WorldGenerator::add(builder, world, "w" + std::to_string(w) + "_");
            WorldGenerator::add(builder, generator.complete(world), "c" + std::to_string(w) + "_");
        }
        const Roster roster = builder.build();
        ExpressionGenerator expressions(random);
        for (int i = 0; i < 120; ++i) {
            const ExpressionPtr condition =
                MovingDays(random).in(expressions.condition(2 + static_cast<int>(random() % 3)));
            AsOfReaders readers;
            if (!readers.reads(*condition)) continue;
            ++conditions;
            ReferenceEvaluator evaluator(*world_schema(), roster, first, first);
            ReferenceEvaluator judge(*world_schema(), roster, first, first);
            for (std::int64_t row = 0; row < 4; ++row) {
                evaluator.judge_row(row);
                judge.judge_row(row);
                const auto runs = over_days::DayEvaluator(evaluator, readers, first, range).verdicts(*condition);
                moving += runs.runs().size() > 1 ? 1 : 0;
                std::size_t at = 0;
                for (DayNumber d = range.first; d < range.end; ++d) {
                    if (at + 1 < runs.runs().size() && runs.runs()[at + 1].from == d) ++at;
                    judge.set_days(d, first);
                    const Verdict expected = judge.truth(*condition);
                    undetermined += expected == Verdict::undetermined ? 1 : 0;
                    ASSERT_EQ(expected, runs.runs()[at].value)
                        << "case " << number << " row " << row << " on " << to_iso(d) << ": "
                        << to_text(*condition, *world_schema());
                }
                ASSERT_EQ(at + 1, runs.runs().size()) << to_text(*condition, *world_schema());
            }
        }
    }
    EXPECT_GT(moving, 50) << "too few verdicts change to test anything";
    EXPECT_GT(conditions, 200);
    EXPECT_GT(undetermined, 1000);
}

TEST(Timeline, MonthsNeverSnapForwardAndTheTwentyNinthOfFebruaryIsReached) {
    const Pack pack =
        pack_of(criterion("years and months duration(birth_date, as_of) >= @\"P35Y\" and "
                          "as_of - @\"P1M\" < birth_date + @\"P36Y\""));
    for (const Date& born : {Date(1980, 2, 29), Date(1980, 2, 28), Date(1979, 12, 31), Date(1980, 1, 30)}) {
        expect_as_evaluated(pack, one_cadre({{"birth_date", born}}),
                            {.first = Date(2014, 10, 1), .last = Date(2017, 5, 1)});
    }
    const Roster leap = one_cadre({{"birth_date", Date(1980, 2, 29)}});
    const Timeline made = timeline(pack, "c", leap, 0, {.first = Date(2010, 1, 1), .last = Date(2040, 1, 1)});
    ASSERT_EQ(made.spans.size(), 3U);
    EXPECT_EQ(made.spans[1].from, day(2015, 3, 1));
    EXPECT_EQ(made.spans[1].verdict, Verdict::met);
    EXPECT_EQ(made.spans[1].to, day(2016, 3, 29));
}

TEST(Timeline, ListsOfSpellsMoveWithTheDay) {
    const Pack pack = pack_of(
        criterion("count(appointments[from <= as_of and to > as_of]) >= 2 or "
                  "some a in appointments satisfies a.from + @\"P36M\" <= as_of and a.kind = \"appointment\" or "
                  "count(appraisals[year >= as_of.year - 2 and rating >= \"good\"]) >= 2"));
    RosterBuilder builder;
    const auto spell = [](Value from, Value to) {
        return Record{{"from", std::move(from)}, {"to", std::move(to)}, {"kind", "appointment"}};
    };
    const ListValue spells{{spell(Date(2012, 3, 1), Date(2013, 6, 1)), spell(Date(2013, 1, 1), Ongoing{}),
                            spell(Missing{}, Date(2014, 2, 1))}};
    const ListValue appraisals{{{{"year", 2012}, {"rating", "good"}}, {{"year", 2013}, {"rating", Missing{}}}}};
    builder.add("cadres", {{"appointments", spells}, {"appraisals", appraisals}});
    expect_as_evaluated(pack, builder.build(), {.first = Date(2011, 12, 1), .last = Date(2016, 3, 1)});
}

TEST(Timeline, TheLawMovesUnlessItIsFixed) {
    const Pack pack = pack_of(
        "[[parameter]]\nid = \"limit\"\nvalues = [ { from = 2012-01-01, to = 2013-01-01, value = "
        "'@\"P30Y\"', cite = \"1\" }, { from = 2013-01-01, value = '@\"P32Y\"', cite = \"2\" } ]\n" +
        criterion("birth_date + limit <= as_of", "from = 2011-06-01\nto = 2014-06-01\n"));
    const Roster roster = one_cadre({{"birth_date", Date(1981, 9, 1)}});
    expect_as_evaluated(pack, roster, {.first = Date(2011, 1, 1), .last = Date(2015, 1, 1)});
    expect_as_evaluated(pack, roster,
                        {.first = Date(2011, 1, 1), .last = Date(2015, 1, 1), .law_as_of = Date(2012, 5, 1)});
    const Timeline moving = timeline(pack, "c", roster, 0, {.first = Date(2011, 1, 1), .last = Date(2015, 1, 1)});
    const std::vector<TimelineSpan> expected = {
        {day(2011, 1, 1), day(2011, 6, 1), Verdict::undetermined, OpenBecause::not_in_force},
        {day(2011, 6, 1), day(2012, 1, 1), Verdict::undetermined, OpenBecause::other_reason},
        {day(2012, 1, 1), day(2013, 1, 1), Verdict::met, OpenBecause::decided},
        {day(2013, 1, 1), day(2013, 9, 1), Verdict::not_met, OpenBecause::decided},
        {day(2013, 9, 1), day(2014, 6, 1), Verdict::met, OpenBecause::decided},
        {day(2014, 6, 1), day(2015, 1, 1), Verdict::undetermined, OpenBecause::not_in_force},
    };
    EXPECT_EQ(moving.spans, expected);
}

TEST(Timeline, UndatedFactsAreUnknownBeforeAStrictSnapshot) {
    const Pack pack = pack_of(criterion("degree >= \"master\" and birth_date <= as_of"));
    RosterBuilder builder;
    builder.add("cadres", {{"degree", "master"}, {"birth_date", Date(1980, 1, 1)}});
    builder.set_snapshot(day(2013, 1, 1));
    const Roster roster = builder.build();
    const TimelineOptions options{.first = Date(2012, 6, 1), .last = Date(2013, 6, 1), .strict_snapshot = true};
    expect_as_evaluated(pack, roster, options);
    const Timeline made = timeline(pack, "c", roster, 0, options);
    ASSERT_EQ(made.spans.size(), 2U);
    EXPECT_EQ(made.spans[0].to, day(2013, 1, 1));
    EXPECT_EQ(made.spans[0].because, OpenBecause::other_reason);
    EXPECT_EQ(made.snapshot, day(2013, 1, 1));
    EXPECT_NE(made.to_text(Language::vi).find("01/01/2013"), std::string::npos);
}

TEST(Timeline, RefusesWrongDaysRowsAndNames) {
    const Pack pack = pack_of(criterion("birth_date <= as_of"));
    const Roster roster = one_cadre({{"birth_date", Date(1980, 1, 1)}});
    const auto code = [&](const char* id, std::size_t row, const TimelineOptions& options) {
        try {
            timeline(pack, id, roster, row, options);
        } catch (const Error& error) {
            return error.code();
        }
        return ErrorCode::invalid_arrow;
    };
    const TimelineOptions year{.first = Date(2012, 1, 1), .last = Date(2013, 1, 1)};
    EXPECT_EQ(code("d", 0, year), ErrorCode::not_found);
    EXPECT_EQ(code("c", 1, year), ErrorCode::not_found);
    EXPECT_EQ(code("c", 0, {.first = Date(2012, 1, 1), .last = Date(2012, 1, 1)}), ErrorCode::invalid_argument);
    EXPECT_EQ(code("c", 0, {.first = Date(1500, 1, 1), .last = Date(2012, 1, 1)}), ErrorCode::invalid_argument);
    EXPECT_EQ(code("c", 0, {.first = Date(), .last = Date(2012, 1, 1)}), ErrorCode::invalid_argument);
    EXPECT_THROW(timeline(pack, "c", roster, 0, year).on(day(2013, 1, 1)), Error);
}

TEST(Earliest, SaysFromWhenUntilWhenAndWhatIsOpenBefore) {
    const Pack pack = pack_of(criterion("birth_date + @\"P35Y\" <= as_of and birth_date + @\"P40Y\" > as_of"));
    const Roster exact = one_cadre({{"birth_date", Date(1980, 2, 29)}});
    const Earliest found = earliest(pack, "c", exact, 0, {.first = Date(2012, 1, 1)});
    EXPECT_EQ(found.day, day(2015, 2, 28));
    EXPECT_EQ(found.until, day(2020, 2, 29));
    EXPECT_TRUE(found.certain());
    EXPECT_NE(found.to_text(Language::en).find("2015-02-28"), std::string::npos);

    const Roster partial = one_cadre({{"birth_date", PartialDate::of_year(1980)}});
    const Earliest open = earliest(pack, "c", partial, 0, {.first = Date(2012, 1, 1), .horizon = Date(2018, 1, 1)});
    EXPECT_EQ(open.day, day(2015, 12, 31));
    EXPECT_EQ(open.until, std::nullopt);
    ASSERT_EQ(open.undetermined.size(), 1U);
    EXPECT_EQ(open.undetermined[0],
              (TimelineSpan{day(2015, 1, 1), day(2015, 12, 31), Verdict::undetermined, OpenBecause::missing_data}));

    const Earliest never = earliest(pack, "c", exact, 0, {.first = Date(2021, 1, 1)});
    EXPECT_EQ(never.day, std::nullopt);
    EXPECT_TRUE(never.certain());
    const Earliest unknown = earliest(pack, "c", one_cadre({}), 0, {.first = Date(2021, 1, 1)});
    EXPECT_EQ(unknown.day, std::nullopt);
    EXPECT_FALSE(unknown.certain());
    EXPECT_EQ(unknown.timeline.spans.size(), 1U);
}

}  // namespace
}  // namespace cadre::testing
