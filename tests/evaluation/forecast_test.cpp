// Forecasts: equal to evaluating on each of the days, on random rosters and expressions and on any number of threads.

#include "support/random_expression.hpp"

#include <gtest/gtest.h>
#include <cadre/criteria/rule_pack.hpp>
#include <cadre/error.hpp>
#include <cadre/evaluation/forecast.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace cadre::testing {
namespace {

std::vector<Date> month_starts(int from_year, int months) {
    std::vector<Date> days;
    for (int i = 0; i < months; ++i) {
        days.emplace_back(static_cast<unsigned short>(from_year + i / 12), static_cast<unsigned short>(1 + i % 12), 1);
    }
    return days;
}

/// Expects the counts that a loop of `evaluate` gives.
void expect_as_evaluated(const Program& program, const Roster& roster, const ForecastOptions& options) {
    const Forecast made = forecast(program, roster, options);
    ASSERT_EQ(made.counts.size(), options.days.size() * program.questions().size());
    std::size_t at = 0;
    for (const Date& day : options.days) {
        const VerdictTable table =
            evaluate(program, roster,
                     {.as_of = day, .law_as_of = options.law_as_of, .strict_snapshot = options.strict_snapshot});
        for (const VerdictColumn& column : table.columns()) {
            const ForecastCount& count = made.counts[at++];
            ASSERT_EQ(count.criterion, column.id());
            ASSERT_EQ(count.day, day_number(day));
            ASSERT_EQ(count.in_force, column.in_force());
            ASSERT_EQ(count.counts, column.counts()) << column.id() << " on " << to_iso(count.day);
        }
    }
}

TEST(Forecast, EqualsEvaluatingEachDayOnRandomExpressions) {
    for (std::uint64_t number = 0; number < 8; ++number) {
        std::mt19937_64 random(20151231 + number);
        WorldGenerator generator(random);
        RosterBuilder builder(world_schema());
        for (int w = 0; w < 120; ++w) WorldGenerator::add(builder, generator.make(), "w" + std::to_string(w) + "_");
        if (number % 2 == 0) builder.set_snapshot(day_number(Date(2012, 6, 30)));
        const Roster roster = builder.build();
        ExpressionGenerator expressions(random);
        std::vector<Question> questions;
        for (int i = 0; i < 30; ++i) {
            questions.push_back({"q" + std::to_string(i), *world_schema()->find_table("people"),
                                 expressions.condition(1 + static_cast<int>(random() % 4))});
        }
        ForecastOptions options{.days = month_starts(2010, 30)};
        if (number % 3 == 0) options.law_as_of = Date(2010, 5, 1);
        options.strict_snapshot = number % 4 < 2;
        options.threads = number % 2 == 0 ? 1 : 3;
        expect_as_evaluated(compile(std::move(questions), world_schema()), roster, options);
    }
}

/// Mostly days of the years that random worlds know, some far from them and both ends of the calendar.
std::vector<Date> random_days(std::mt19937_64& random, std::size_t count) {
    std::vector<Date> days{Date(1400, 1, 1), Date(9999, 12, 31)};
    while (days.size() < count) {
        const bool near = random() % 10 != 0;
        days.push_back(date_of(day_number(Date(near ? 2006 : 1700, 1, 1)) +
                               static_cast<DayNumber>(random() % (near ? 4500U : 250'000U))));
    }
    std::shuffle(days.begin(), days.end(), random);
    return days;
}

/// Tests of one date that move with the day: missing, partial, none, ongoing, of the row and of members.
ExpressionPtr moving_date_test(std::mt19937_64& random) {
    static const std::vector<std::string> forms = {
        R"(DATE + @"TERM" <= as_of)",
        R"(DATE - @"TERM" > as_of)",
        R"(years and months duration(DATE, as_of) >= @"TERM")",
        R"(years and months duration(as_of, DATE) < @"TERM")",
        R"(DATE < as_of)",
        R"(DATE = as_of)",
        R"(DATE != as_of - @"TERM")",
        R"(as_of in [DATE..until])",
        R"(some s in spans satisfies s.from + @"TERM" <= as_of and s.to > as_of)",
        R"(every s in spans satisfies s.to >= as_of or s.from = as_of)",
        R"(count(spans[from + @"TERM" <= as_of and to > as_of]) >= 1)",
    };
    static const std::vector<std::string> dates = {"since", "joined", "until"};
    static const std::vector<std::string> terms = {"P0D", "P30D", "P1M", "P18M", "P3Y", "P9000Y"};
    std::string text = forms[random() % forms.size()];
    const auto fill_in = [&text](const std::string& word, const std::string& by) {
        for (auto at = text.find(word); at != std::string::npos; at = text.find(word)) {
            text.replace(at, word.size(), by);
        }
    };
    const bool of_months = text.find("duration") != std::string::npos;
    fill_in("DATE", dates[random() % dates.size()]);
    fill_in("TERM", terms[(of_months ? 2 : 0) + random() % (of_months ? 4 : 6)]);
    return parse_expression(text, *world_schema(), *world_schema()->find_table("people"));
}

TEST(Forecast, EqualsEvaluatingEachDayOnDatesThatMoveWithTheDay) {
    for (std::uint64_t number = 0; number < 6; ++number) {
        std::mt19937_64 random(20160101 + number);
        WorldGenerator generator(random);
        RosterBuilder builder(world_schema());
        for (int w = 0; w < 300; ++w) WorldGenerator::add(builder, generator.make(), "w" + std::to_string(w) + "_");
        const Roster roster = builder.build();
        std::vector<Question> questions;
        for (int i = 0; i < 12; ++i) {
            questions.push_back(
                {"q" + std::to_string(i), *world_schema()->find_table("people"), moving_date_test(random)});
        }
        expect_as_evaluated(compile(std::move(questions), world_schema()), roster,
                            {.days = random_days(random, 100), .threads = number % 2 == 0 ? 1 : 2});
    }
}

TEST(Forecast, SeveralBatchesAndThreadsGiveTheSameCounts) {
    RosterBuilder builder;
    for (int i = 0; i < 20'000; ++i) {
        builder.add("cadres", {{"birth_date", date_of(i % 9000)}, {"degree", i % 3 == 0 ? "master" : "bachelor"}});
    }
    const Roster roster = builder.build();
    const auto schema = load_vocabulary();
    std::vector<Question> questions;
    for (const char* text : {R"(years and months duration(birth_date, as_of) >= @"P35Y" and degree >= "master")",
                             R"(degree >= "master")", R"(as_of.year - birth_date.year > 30)"}) {
        questions.push_back({"q" + std::to_string(questions.size()), 0, parse_expression(text, *schema)});
    }
    const Program program = compile(std::move(questions), schema);
    ForecastOptions options{.days = month_starts(2008, 130)};
    expect_as_evaluated(program, roster, options);
    options.threads = 4;
    expect_as_evaluated(program, roster, options);
}

TEST(Forecast, ACriterionOutOfForceCountsNoRowAndEarlyDaysAreFlagged) {
    const Pack pack = parse_pack(R"([pack]
id = "trial"
title = { vi = "thử", en = "trial" }
source = { document = "trial", issuer = "trial", date = 2011-01-01 }
[[criterion]]
id = "old"
title = { vi = "a", en = "a" }
cite = "1"
to = 2012-01-01
when = 'degree >= "master"'
[[criterion]]
id = "aged"
title = { vi = "b", en = "b" }
cite = "2"
when = 'birth_date + @"P30Y" <= as_of'
)",
                                 "trial.toml");
    RosterBuilder builder;
    builder.add("cadres", {{"degree", "master"}, {"birth_date", Date(1981, 6, 1)}});
    builder.add("cadres", {});
    builder.set_snapshot(day_number(Date(2011, 12, 1)));
    const Roster roster = builder.build();
    const Forecast made = forecast(pack, roster, {.days = {Date(2011, 1, 1), Date(2012, 1, 1)}});
    ASSERT_EQ(made.counts.size(), 4U);
    EXPECT_EQ(made.counts[0].counts, (Counts{1, 0, 1}));
    EXPECT_TRUE(made.counts[0].before_snapshot);
    EXPECT_EQ(made.counts[1].counts, (Counts{0, 1, 1}));
    EXPECT_FALSE(made.counts[2].in_force);
    EXPECT_EQ(made.counts[2].counts, Counts{});
    EXPECT_EQ(made.counts[3].counts, (Counts{1, 0, 1}));
    EXPECT_FALSE(made.counts[3].before_snapshot);

    const Forecast chosen = forecast(pack, roster, {.days = {Date(2012, 1, 1)}, .criteria = {"aged"}});
    ASSERT_EQ(chosen.counts.size(), 1U);
    EXPECT_EQ(chosen.counts[0].criterion, "aged");
    EXPECT_THROW(forecast(pack, roster, {.days = {Date(2012, 1, 1)}, .criteria = {"agde"}}), Error);
    EXPECT_THROW(forecast(pack, roster, {.days = {Date()}}), Error);
    EXPECT_TRUE(forecast(pack, roster, {}).counts.empty());
}

}  // namespace
}  // namespace cadre::testing
