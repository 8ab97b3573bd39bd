// Retirement in the pack vietnam-base, held against published cut-offs and against the roadmap year by year.

#include <cadre/evaluation/evaluate.hpp>
#include <cadre/model/value.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace cadre {
namespace {

constexpr Verdict met = Verdict::met;
constexpr Verdict not_met = Verdict::not_met;
constexpr Verdict open = Verdict::undetermined;

std::string criterion(const std::string& id, const std::string& when) {
    return "[[criterion]]\nid = \"" + id + "\"\ntitle = { vi = \"x\", en = \"x\" }\ncite = \"1\"\nwhen = '" + when +
           "'\n";
}

Pack using_base(const std::string& criteria) {
    return parse_pack(R"toml([pack]
id = "asked"
title = { vi = "Hỏi", en = "Asked" }
source = { document = "D" }
use = ["vietnam-base"]
)toml" + criteria,
                      "asked.toml");
}

Record born(const char* sex, const Value& birth_date) {
    return {{"sex", sex}, {"birth_date", birth_date}};
}

Verdict judged(const std::string& condition, const Record& cadre, const EvaluationOptions& options) {
    const Pack pack = using_base(criterion("asked", condition));
    RosterBuilder builder(pack.schema());
    builder.add("cadres", cadre);
    const Roster roster = builder.build();
    const Verdict fast = evaluate(pack, roster, options)["asked"][0];
    EXPECT_EQ(judge(*pack.find_criterion("asked")->condition, *pack.schema(), roster, 0, options), fast) << condition;
    return fast;
}

struct CutOff {
    const char* definition;
    Date reference;  ///< some day of the month of reference
    Date law_as_of;
    int months;  ///< left for those born in the month of the cut-off
    Date man;    ///< some day of the month of birth
    Date woman;
};

const std::vector<CutOff>& published() {
    static const std::vector<CutOff> cut_offs{
        // 36-HD/BTCTW of 20 January 2021, with the flat ages of 2021: first time, re-election
        {"service_left_by_age_of_year", Date(2021, 5, 1), Date(2021, 1, 20), 60, Date(1966, 2, 1), Date(1971, 1, 1)},
        {"service_left_by_age_of_year", Date(2021, 5, 31), Date(2021, 1, 20), 30, Date(1963, 8, 31), Date(1968, 7, 31)},
        // the congresses of 2020, with 60 and 55: province, district, councils
        {"service_left", Date(2020, 9, 30), Date(2020, 9, 1), 60, Date(1965, 9, 1), Date(1970, 9, 30)},
        {"service_left", Date(2020, 9, 1), Date(2020, 9, 1), 30, Date(1963, 3, 31), Date(1968, 3, 1)},
        {"service_left", Date(2020, 6, 15), Date(2020, 6, 15), 60, Date(1965, 6, 1), Date(1970, 6, 30)},
        {"service_left", Date(2020, 6, 15), Date(2020, 6, 15), 30, Date(1962, 12, 31), Date(1967, 12, 1)},
        {"service_left", Date(2021, 3, 31), Date(2020, 9, 1), 30, Date(1963, 9, 1), Date(1968, 9, 30)},
    };
    return cut_offs;
}

TEST(Retirement, PublishedCutOffsLeaveExactlyTheirMonths) {
    for (const CutOff& cut_off : published()) {
        const EvaluationOptions options{.as_of = cut_off.reference, .law_as_of = cut_off.law_as_of};
        const auto left = [&](const char* sex, const Date& birth_date, int months) {
            const std::string condition = std::string(cut_off.definition) + " = @\"P" + std::to_string(months) + "M\"";
            return judged(condition, born(sex, birth_date), options);
        };
        SCOPED_TRACE(to_iso(day_number(cut_off.man)));
        EXPECT_EQ(left("male", cut_off.man, cut_off.months), met);
        EXPECT_EQ(left("female", cut_off.woman, cut_off.months), met);
        const Date month_before = cut_off.man - boost::gregorian::days(cut_off.man.day().as_number());
        EXPECT_EQ(left("male", month_before, cut_off.months - 1), met) << "one month older, one month less";
    }
}

// 06-HD/BTCTW of 26 July 2021: a man born in February 1965 retires at 61 years and 6 months.
TEST(Retirement, TheExampleOfTheGuidanceOf2021) {
    const Record man = born("male", Date(1965, 2, 10));
    const auto on = [](int month) { return EvaluationOptions{.as_of = Date(2021, month, 15)}; };
    EXPECT_EQ(judged("retirement_age = @\"P61Y6M\"", man, on(8)), met);
    EXPECT_EQ(judged("service_left = @\"P60M\"", man, on(8)), met);
    EXPECT_EQ(judged("terms_left = 1", man, on(8)), met);
    EXPECT_EQ(judged("service_left = @\"P59M\"", man, on(9)), met);
    EXPECT_EQ(judged("terms_left = 0", man, on(9)), met);
}

TEST(Retirement, ThePublishedEndsOfTheRoadmap) {
    const EvaluationOptions options{.as_of = Date(2022, 1, 1)};
    EXPECT_EQ(judged("retirement_date = @\"2028-04-30\"", born("male", Date(1966, 4, 1)), options), met);
    EXPECT_EQ(judged("retirement_date = @\"2035-05-31\"", born("female", Date(1975, 5, 31)), options), met);
}

int roadmap_age(bool male, int year) {
    if (year < 2021) return male ? 720 : 660;
    return male ? std::min(744, 723 + 3 * (year - 2021)) : std::min(720, 664 + 4 * (year - 2021));
}

/// The first month in which the age reached is that of the year: an answer without bands.
int age_by_roadmap(bool male, int birth_year, int birth_month) {
    int months = male ? 720 : 660;
    while (true) {
        const int year = birth_year + (birth_month - 1 + months) / 12;
        if (months >= roadmap_age(male, year)) return months;
        ++months;
    }
}

std::string every_age(const std::string& definition) {
    std::string criteria;
    for (int months = 660; months <= 744; ++months) {
        const std::string number = std::to_string(months);
        criteria += criterion("age_" + number, definition + " = @\"P" + number + "M\"");
    }
    return criteria;
}

TEST(Retirement, BandsEqualTheRoadmapForEveryMonthOfBirth) {
    const Pack pack = using_base(every_age("retirement_age"));
    RosterBuilder builder(pack.schema());
    std::vector<int> expected;
    for (int year = 1955; year <= 1984; ++year) {
        for (int month = 1; month <= 12; ++month) {
            for (const bool male : {true, false}) {
                const int day = (year + month) % 2 == 0 ? 1 : 28;
                builder.add("cadres", born(male ? "male" : "female", Date(year, month, day)));
                expected.push_back(age_by_roadmap(male, year, month));
            }
        }
    }
    const VerdictTable table = evaluate(pack, builder.build(), {.as_of = Date(2021, 8, 1)});
    for (std::size_t row = 0; row < expected.size(); ++row) {
        EXPECT_EQ(table["age_" + std::to_string(expected[row])][row], met) << "row " << row;
    }
}

TEST(Retirement, TheFlatAgeFollowsTheYearOfTheLaw) {
    const Pack pack = using_base(every_age("retirement_age_of_year"));
    RosterBuilder builder(pack.schema());
    builder.add("cadres", born("male", Date(1970, 1, 1)));
    builder.add("cadres", born("female", Date(1970, 1, 1)));
    const Roster roster = builder.build();
    for (int year = 2013; year <= 2040; ++year) {
        for (const Date law : {Date(year, 1, 1), Date(year, 12, 31)}) {
            const VerdictTable table = evaluate(pack, roster, {.as_of = Date(2021, 8, 1), .law_as_of = law});
            EXPECT_EQ(table["age_" + std::to_string(roadmap_age(true, year))][0], met) << year;
            EXPECT_EQ(table["age_" + std::to_string(roadmap_age(false, year))][1], met) << year;
        }
    }
}

TEST(Retirement, BeforeTheYear2021OneAgeHoldsForAll) {
    const Record man = born("male", Date(1965, 2, 10));
    const EvaluationOptions last{.as_of = Date(2021, 8, 1), .law_as_of = Date(2020, 12, 31)};
    const EvaluationOptions first{.as_of = Date(2021, 8, 1), .law_as_of = Date(2021, 1, 1)};
    EXPECT_EQ(judged("retirement_age = @\"P60Y\"", man, last), met);
    EXPECT_EQ(judged("retirement_age = @\"P61Y6M\"", man, first), met);
}

TEST(Retirement, ThePointIsTheLastDayOfTheMonth) {
    const Record man = born("male", Date(1960, 2, 3));
    const std::string gone = "as_of >= retirement_date";
    EXPECT_EQ(judged(gone, man, {.as_of = Date(2020, 2, 28)}), not_met);
    EXPECT_EQ(judged(gone, man, {.as_of = Date(2020, 2, 29)}), met);
    EXPECT_EQ(judged("service_left = @\"P0M\"", man, {.as_of = Date(2020, 12, 31)}), met) << "never below none";
}

TEST(Retirement, MissingFactsDecideOnlyWhereTheyMakeNoDifference) {
    const EvaluationOptions options{.as_of = Date(2021, 8, 1)};
    const std::string full_term = "service_left >= @\"P60M\"";
    EXPECT_EQ(judged(full_term, {{"birth_date", Date(1965, 2, 10)}}, options), open) << "men: 60, women: fewer";
    EXPECT_EQ(judged(full_term, {{"birth_date", Date(1985, 2, 10)}}, options), met);
    EXPECT_EQ(judged(full_term, {{"birth_date", Date(1961, 2, 10)}}, options), not_met);
    EXPECT_EQ(judged(full_term, {{"sex", "male"}}, options), open);
    EXPECT_EQ(judged(full_term, born("male", PartialDate::of_month(1965, 2)), options), met)
        << "the day makes no difference";
    EXPECT_EQ(judged(full_term, born("male", PartialDate::of_month(1965, 1)), options), not_met);
    EXPECT_EQ(judged(full_term, born("male", PartialDate::of_year(1965)), options), open);
    EXPECT_EQ(judged(full_term, born("male", PartialDate::of_year(1975)), options), met);
    EXPECT_EQ(judged("retirement_date = @\"2026-08-31\"", born("male", PartialDate::of_month(1965, 2)), options), met);
}

}  // namespace
}  // namespace cadre
