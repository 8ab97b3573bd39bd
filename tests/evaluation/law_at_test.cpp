// Parameters looked up by a date of facts: `at(parameter, date)`.

#include <cadre/evaluation/evaluate.hpp>
#include <cadre/evaluation/explanation.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace cadre {
namespace {

using testing::HasSubstr;

const EvaluationOptions end_of_2015{.as_of = Date(2015, 12, 31)};

const char* const pack_text = R"toml(
[pack]
id = "example"
title = { vi = "Ví dụ", en = "Example" }
source = { document = "D-1", issuer = "Chính phủ", date = 2003-02-19 }

[[parameter]]
id = "retirement_age"
values = [
    { from = 1993-01-01, to = 2003-01-01, value = '@"P55Y"', cite = "old" },
    { from = 2003-01-01, to = 2010-01-01, value = '@"P55Y"', cite = "middle" },
    { from = 2010-01-01, to = 2015-07-01, value = '@"P60Y"', cite = "new" },
]
[[parameter]]
id = "lowest_degree"
values = [
    { to = 2010-01-01, value = "bachelor", cite = "old" },
    { from = 2010-01-01, value = "master", cite = "new" },
]
[[parameter]]
id = "allowed"
values = [ { to = 2010-01-01, value = false, cite = "old" }, { from = 2010-01-01, value = true, cite = "new" } ]
[[parameter]]
id = "titles"
values = [
    { to = 2010-01-01, value = ["party_secretary"], cite = "old" },
    { from = 2010-01-01, value = ["party_secretary", "committee_chair"], cite = "new" },
]

[[criterion]]
id = "within_age"
title = { vi = "Trong độ tuổi", en = "Within the age" }
cite = "III"
when = 'years and months duration(birth_date, as_of) < at(retirement_age, recruited)'
[[criterion]]
id = "degree_by_recruitment"
title = { vi = "Đủ trình độ", en = "Has the degree" }
cite = "III"
when = 'degree >= at(lowest_degree, recruited)'
[[criterion]]
id = "allowed_then"
title = { vi = "Được phép", en = "Was allowed" }
cite = "III"
when = 'at(allowed, recruited)'
[[criterion]]
id = "title_of_the_time"
title = { vi = "Chức danh đúng", en = "Held a title of the time" }
cite = "III"
when = 'some a in appointments satisfies a.title in at(titles, a.from)'

[[attribute]]
table = "cadres"
id = "recruited"
type = "date"
)toml";

const Pack& example() {
    static const Pack pack = parse_pack(pack_text, "example.toml");
    return pack;
}

Roster one_cadre(Record record) {
    RosterBuilder builder(example().schema());
    builder.add("cadres", record);
    return builder.build();
}

Record recruited(const Value& day) {
    return {{"birth_date", Date(1958, 3, 1)}, {"degree", "bachelor"}, {"recruited", day}};
}

/// The verdict, by both evaluators.
Verdict verdict(const char* criterion, const Roster& roster) {
    const Verdict fast = evaluate(example(), roster, end_of_2015)[criterion][0];
    EXPECT_EQ(judge(*example().find_criterion(criterion)->condition, *example().schema(), roster, 0, end_of_2015), fast)
        << criterion;
    return fast;
}

ExplanationNode explained(const char* criterion, const Value& day) {
    return explain(example(), criterion, one_cadre(recruited(day)), 0, end_of_2015).root.children.front();
}

TEST(LawAt, ReadsTheVersionOfTheFactsDay) {
    const auto within = [](const Value& day) { return verdict("within_age", one_cadre(recruited(day))); };
    EXPECT_EQ(within(Date(2009, 12, 31)), Verdict::not_met);
    EXPECT_EQ(within(Date(2010, 1, 1)), Verdict::met);
    EXPECT_EQ(within(Date(2015, 6, 30)), Verdict::met);
}

TEST(LawAt, OutsideCoverageNoLawIsInForce) {
    for (const Date day : {Date(1992, 12, 31), Date(2015, 7, 1)}) {
        EXPECT_EQ(verdict("within_age", one_cadre(recruited(day))), Verdict::undetermined);
        const ExplanationNode node = explained("within_age", day);
        ASSERT_EQ(node.reasons.size(), 1U);
        EXPECT_THAT(node.reasons[0].en, HasSubstr("no law"));
        EXPECT_TRUE(node.citation.empty());
    }
}

TEST(LawAt, APartialDateReadsEveryVersionThatItTouches) {
    const auto within = [](const Value& day) { return verdict("within_age", one_cadre(recruited(day))); };
    EXPECT_EQ(within(PartialDate::of_year(2009)), Verdict::not_met);
    EXPECT_EQ(within(PartialDate::of_year(2010)), Verdict::met);
    EXPECT_EQ(within(PartialDate::of_year(2015)), Verdict::undetermined) << "the second half has no law";
    EXPECT_EQ(within(Missing{}), Verdict::undetermined);
}

TEST(LawAt, AMissingDateMayDecideWhereAllVersionsAgree) {
    const auto enough = [](const char* degree) {
        return verdict("degree_by_recruitment", one_cadre({{"degree", degree}}));
    };
    EXPECT_EQ(enough("doctorate"), Verdict::met);
    EXPECT_EQ(enough("college"), Verdict::not_met);
    EXPECT_EQ(enough("bachelor"), Verdict::undetermined);
}

TEST(LawAt, TruthValuesAndListsHaveVersionsToo) {
    EXPECT_EQ(verdict("allowed_then", one_cadre(recruited(Date(2009, 1, 1)))), Verdict::not_met);
    EXPECT_EQ(verdict("allowed_then", one_cadre(recruited(Date(2011, 1, 1)))), Verdict::met);
    EXPECT_EQ(verdict("allowed_then", one_cadre({})), Verdict::undetermined);
    const auto held = [](const char* title, const Date& from) {
        return verdict("title_of_the_time",
                       one_cadre({{"appointments", ListValue{{{{"title", title}, {"from", from}}}, false}}}));
    };
    EXPECT_EQ(held("party_secretary", Date(2009, 1, 1)), Verdict::met);
    EXPECT_EQ(held("committee_chair", Date(2009, 1, 1)), Verdict::not_met);
    EXPECT_EQ(held("committee_chair", Date(2010, 1, 1)), Verdict::met);
}

TEST(LawAt, ExplanationsCiteTheVersionThatWasRead) {
    EXPECT_EQ(explained("within_age", Date(2005, 5, 1)).citation.clause, "middle");
    EXPECT_EQ(explained("within_age", Date(2012, 5, 1)).citation.clause, "new");
    EXPECT_TRUE(explained("degree_by_recruitment", Missing{}).citation.empty()) << "two versions are possible";
    const ExplanationNode node = explained("within_age", Date(2012, 5, 1));
    ASSERT_TRUE(node.needed.has_value());
    EXPECT_THAT(node.needed->en, HasSubstr("60 years"));
    EXPECT_THAT(node.needed->en, HasSubstr("retirement_age by the law of recruited"));
    EXPECT_THAT(node.needed->vi, HasSubstr("retirement_age theo quy định vào recruited"));
}

TEST(LawAt, AMembersDateIsNotCitedForTheWholeList) {
    const Roster roster =
        one_cadre({{"appointments", ListValue{{{{"title", "party_secretary"}, {"from", Date(2009, 1, 1)}}}, false}}});
    const ExplanationNode node = explain(example(), "title_of_the_time", roster, 0, end_of_2015).root.children.front();
    EXPECT_EQ(node.verdict, Verdict::met);
    EXPECT_TRUE(node.citation.empty());
}

}  // namespace
}  // namespace cadre
