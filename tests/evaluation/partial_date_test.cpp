// Dates of which only the year or the month is known, as both evaluators and explanations read them.

#include <cadre/evaluation/evaluate.hpp>
#include <cadre/evaluation/explanation.hpp>
#include <cadre/evaluation/scalar.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace cadre {
namespace {

using testing::HasSubstr;
using testing::Not;

const EvaluationOptions end_of_2015{.as_of = Date(2015, 12, 31)};
constexpr Verdict met = Verdict::met;
constexpr Verdict not_met = Verdict::not_met;
constexpr Verdict open = Verdict::undetermined;

/// The verdict of one condition, by both evaluators.
Verdict verdict(const std::string& condition, const Record& cadre) {
    const auto schema = load_vocabulary();
    const int table = *schema->find_table("cadres");
    RosterBuilder builder(schema);
    builder.add("cadres", cadre);
    const Roster roster = builder.build();
    const ExpressionPtr checked = parse_expression(condition, *schema, table);
    const Verdict slow = judge(*checked, *schema, roster, 0, end_of_2015);
    const Verdict fast = evaluate(compile({{"q", table, checked}}, schema), roster, end_of_2015)["q"][0];
    EXPECT_EQ(slow, fast) << condition;
    return fast;
}

Verdict of_september_1965(const std::string& condition) {
    return verdict(condition, {{"birth_date", PartialDate::of_month(1965, 9)}});
}

TEST(PartialDate, DecidesWhereAllItsDaysDo) {
    EXPECT_EQ(of_september_1965(R"(birth_date < @"1965-10-01")"), met);
    EXPECT_EQ(of_september_1965(R"(birth_date <= @"1965-09-29")"), open);
    EXPECT_EQ(of_september_1965(R"(birth_date <= @"1965-09-30")"), met);
    EXPECT_EQ(of_september_1965(R"(birth_date < @"1965-09-01")"), not_met);
    EXPECT_EQ(of_september_1965(R"(birth_date < @"1965-09-02")"), open);
    EXPECT_EQ(of_september_1965(R"(birth_date >= @"1965-09-01")"), met);
    EXPECT_EQ(of_september_1965(R"(birth_date > @"1965-09-01")"), open);
    EXPECT_EQ(of_september_1965(R"(birth_date > @"1965-09-30")"), not_met);
}

TEST(PartialDate, IsNoSingleDay) {
    EXPECT_EQ(of_september_1965(R"(birth_date = @"1965-09-15")"), open);
    EXPECT_EQ(of_september_1965(R"(birth_date = @"1965-08-31")"), not_met);
    EXPECT_EQ(of_september_1965(R"(birth_date = @"1965-10-01")"), not_met);
    EXPECT_EQ(of_september_1965(R"(birth_date != @"1965-10-01")"), met);
    EXPECT_EQ(of_september_1965(R"(birth_date = birth_date)"), open);
    EXPECT_EQ(of_september_1965(R"(birth_date in [@"1965-01-01"..@"1965-12-31"])"), met);
    EXPECT_EQ(of_september_1965(R"(birth_date between @"1965-09-02" and @"1965-12-31")"), open);
    EXPECT_EQ(of_september_1965("birth_date.year = 1965"), open) << "the year of a range is anything";
}

TEST(PartialDate, GivesARangeOfAges) {
    EXPECT_EQ(of_september_1965(R"(years and months duration(birth_date, as_of) >= @"P50Y3M")"), met);
    EXPECT_EQ(of_september_1965(R"(years and months duration(birth_date, as_of) >= @"P50Y4M")"), not_met);
    EXPECT_EQ(of_september_1965(R"(birth_date + @"P50Y4M" <= as_of)"), not_met);
    EXPECT_EQ(of_september_1965(R"(as_of - @"P50Y" >= birth_date)"), met);
    EXPECT_EQ(of_september_1965(R"(birth_date + @"P18366D" <= as_of)"), open);
}

TEST(PartialDate, InAListIsPossible) {
    const Record cadre{{"qualifications", ListValue{{{{"level", "master"}, {"awarded", PartialDate::of_year(2015)}},
                                                     {{"level", "bachelor"}, {"awarded", PartialDate::of_year(2000)}}},
                                                    false}}};
    EXPECT_EQ(verdict(R"(count(qualifications[awarded <= @"2015-06-30"]) = 1)", cadre), open);
    EXPECT_EQ(verdict(R"(count(qualifications[awarded <= @"2015-06-30"]) >= 1)", cadre), met);
    EXPECT_EQ(verdict(R"(max(qualifications.awarded) >= @"2015-01-01")", cadre), met);
    EXPECT_EQ(verdict(R"(some q in qualifications satisfies q.awarded < @"2000-01-01")", cadre), not_met);
}

Record appointment(const Value& from, const char* title) {
    return {{"from", from}, {"title", title}};
}

TEST(PartialDate, OrdersAListWhereItReachesNoOtherMember) {
    const Record apart{{"appointments", ListValue{{appointment(PartialDate::of_year(2012), "party_secretary"),
                                                   appointment(Date(2010, 5, 1), "committee_chair"),
                                                   appointment(Date(2013, 1, 1), "council_chair")},
                                                  false}}};
    EXPECT_EQ(verdict(R"(appointments[2].title = "party_secretary")", apart), met);
    EXPECT_EQ(verdict(R"(appointments[-1].title = "council_chair")", apart), met);
}

TEST(PartialDate, MayStandAnywhereWhereItReachesAnother) {
    const Record meeting{{"appointments", ListValue{{appointment(PartialDate::of_year(2012), "party_secretary"),
                                                     appointment(Date(2010, 5, 1), "committee_chair"),
                                                     appointment(Date(2012, 12, 31), "council_chair")},
                                                    false}}};
    EXPECT_EQ(verdict(R"(appointments[-1].title = "council_chair")", meeting), open);
    EXPECT_EQ(verdict(R"(appointments[-1].from >= @"2012-01-01")", meeting), met) << "the last is one of these two";
    const Record after{{"appointments", ListValue{{appointment(Date(2012, 1, 1), "committee_chair"),
                                                   appointment(PartialDate::of_month(2012, 1), "party_secretary")},
                                                  false}}};
    EXPECT_EQ(verdict(R"(appointments[1].title = "committee_chair")", after), open);
}

TEST(PartialDate, BehindAReferenceIsARangeToo) {
    const auto schema = load_vocabulary();
    const int table = *schema->find_table("cadres");
    RosterBuilder builder(schema);
    builder.add("units", {{"id", "u1"}, {"from", PartialDate::of_year(1994)}});
    builder.add("units", {{"id", "u2"}, {"from", Date(1994, 5, 1)}});
    for (const char* unit : {"u1", "u2"}) builder.add("cadres", {{"unit", unit}});
    builder.add("cadres", {});
    const Roster roster = builder.build();
    const ExpressionPtr condition = parse_expression(R"(unit.from <= @"1994-06-01")", *schema, table);
    const VerdictTable table_of = evaluate(compile({{"q", table, condition}}, schema), roster, end_of_2015);
    const std::vector<Verdict> slow = judge_rows(*condition, *schema, table, roster, end_of_2015);
    EXPECT_EQ(slow, (std::vector<Verdict>{open, met, open}));
    for (std::size_t row = 0; row < 3; ++row) EXPECT_EQ(table_of["q"][row], slow[row]);
}

TEST(PartialDate, OfARecordLeavesAValueOpen) {
    const ScalarResult result =
        evaluate_record("birth_date", {{"birth_date", PartialDate::of_month(1965, 9)}}, end_of_2015);
    EXPECT_FALSE(result.value);
    EXPECT_EQ(result.missing, (std::vector<std::string>{"birth_date"}));
}

std::string explained(const Value& birth_date, Language language) {
    static const Pack pack = parse_pack(R"toml(
[pack]
id = "dates"
title = { vi = "Ngày", en = "Dates" }
source = { document = "01-CTr/TU", issuer = "Thành ủy Hà Nội", date = 2011-08-18 }

[[criterion]]
id = "born_early"
title = { vi = "Sinh sớm", en = "Born early" }
cite = "II.1"
when = 'birth_date < @"1965-09-15"'
)toml",
                                        "dates.toml");
    RosterBuilder builder(pack.schema());
    builder.add("cadres", {{"birth_date", birth_date}});
    return explain(pack, "born_early", builder.build(), 0, end_of_2015).to_text(language);
}

TEST(PartialDate, IsShownAsItWasWritten) {
    const PartialDate month = PartialDate::of_month(1965, 9);
    EXPECT_THAT(explained(month, Language::vi), HasSubstr("ngày sinh: 9/1965 ("));
    EXPECT_THAT(explained(month, Language::en), HasSubstr("date of birth: 1965-09 ("));
    EXPECT_THAT(explained(PartialDate::of_year(1965), Language::vi), HasSubstr("ngày sinh: 1965 ("));
    EXPECT_THAT(explained(PartialDate{Date(1965, 9, 1), Date(1965, 9, 29)}, Language::en),
                HasSubstr("from 1965-09-01 to 1965-09-29 ("));
    EXPECT_THAT(explained(PartialDate{Date(1965, 9, 1), Date(1965, 10, 31)}, Language::en),
                HasSubstr("from 1965-09-01 to 1965-10-31 ("));
}

TEST(PartialDate, IsNamedWhereItLeavesAVerdictOpen) {
    EXPECT_THAT(explained(PartialDate::of_month(1965, 9), Language::en),
                HasSubstr("partial date: date of birth (cadres.birth_date, row 0)"));
    EXPECT_THAT(explained(PartialDate::of_month(1965, 9), Language::vi), HasSubstr("ngày chưa đầy đủ: ngày sinh"));
    EXPECT_THAT(explained(PartialDate::of_month(1965, 8), Language::en), Not(HasSubstr("partial date")));
    EXPECT_THAT(explained(Missing{}, Language::en), HasSubstr("missing: date of birth"));
}

}  // namespace
}  // namespace cadre
