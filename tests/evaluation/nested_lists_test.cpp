// Lists of a list's members through the evaluators, explanations, time and remedies.

#include "support/trial_pack.hpp"

#include <cadre/evaluation/deciding.hpp>
#include <cadre/evaluation/evaluate.hpp>
#include <cadre/evaluation/explanation.hpp>
#include <cadre/evaluation/remedy.hpp>
#include <cadre/evaluation/timeline.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cadre {
namespace {

using ::testing::HasSubstr;
using testing::pack_of;

const EvaluationOptions end_of_2015{.as_of = Date(2015, 12, 31)};

const std::string duties = R"toml(
[[attribute]]
table = "cadres.appointments"
id = "duties"
type = "list"
meaning = { vi = "nhiệm vụ", en = "duties" }

[[attribute]]
table = "cadres.appointments.duties"
id = "weight"
type = "integer"
meaning = { vi = "tỷ trọng", en = "weight" }

[[attribute]]
table = "cadres.appointments.duties"
id = "since"
type = "date"
meaning = { vi = "từ ngày", en = "since" }

[[attribute]]
table = "cadres.appointments"
id = "fields"
type = "list"
of = "text"
meaning = { vi = "lĩnh vực", en = "fields" }
)toml";

Record duty(std::int64_t weight) {
    return {{"weight", weight}, {"since", Date(2014, 3, 1)}};
}

Record spell(ListValue duties_of_it) {
    return {{"title", "party_secretary"}, {"duties", std::move(duties_of_it)}};
}

class NestedLists : public ::testing::Test {
protected:
    /// One cadre with these spells, each begun a year after the one before.
    Roster roster(std::vector<Record> spells, bool open = false) const {
        unsigned short year = 2000;
        for (Record& one : spells) one.emplace_back("from", Date(++year, 1, 1));
        RosterBuilder builder(pack_of("true", duties).schema());
        builder.add("cadres", {{"appointments", ListValue{std::move(spells), open}}});
        return builder.build();
    }

    /// By both evaluators, which must agree.
    Verdict verdict(const std::string& condition, const Roster& roster) const {
        const Pack pack = pack_of(condition, duties);
        const Verdict columnar = evaluate(pack, roster, end_of_2015)["c"][0];
        EXPECT_EQ(columnar, judge(*pack.criteria()[0].condition, *pack.schema(), roster, 0, end_of_2015)) << condition;
        return columnar;
    }
};

TEST_F(NestedLists, AreCountedFilteredAndQuantifiedWithinTheirOwner) {
    const Roster given = roster({spell({{duty(10), duty(60)}, false}), spell({{duty(20)}, false})});
    for (const char* const condition : {
             "some a in appointments satisfies count(a.duties) = 2",
             "every a in appointments satisfies some d in a.duties satisfies d.weight >= 20",
             "count(appointments[some d in duties satisfies d.weight > 50]) = 1",
             "count(appointments[count(duties[weight > 15]) = 1]) = 2",
             "some a in appointments satisfies sum(a.duties.weight) = 70",
             "count(appointments.duties) = 2",
             "count(flatten(appointments.duties)) = 3",
             "sum(flatten(appointments.duties).weight) = 90",
             "appointments[1].duties[2].weight = 60",
             "max(appointments[-1].duties.weight) = 20",
             "some a in appointments satisfies some d in a.duties satisfies d.weight > 50 and a.title = "
             "\"party_secretary\" and appointments[1].duties[1].weight = 10",
         }) {
        EXPECT_EQ(verdict(condition, given), Verdict::met) << condition;
        EXPECT_EQ(verdict("not(" + std::string(condition) + ")", given), Verdict::not_met) << condition;
    }
}

TEST_F(NestedLists, AreUnknownOrOpenAsAnyListIs) {
    const std::string heavy = "some a in appointments satisfies some d in a.duties satisfies d.weight > 50";
    EXPECT_EQ(verdict(heavy, roster({spell({{duty(10)}, false}), {{"title", "party_secretary"}}})),
              Verdict::undetermined);
    EXPECT_EQ(verdict(heavy, roster({spell({{duty(60)}, true}), {{"title", "party_secretary"}}})), Verdict::met);
    EXPECT_EQ(verdict(heavy, roster({spell({{duty(10)}, true})})), Verdict::undetermined);
    EXPECT_EQ(verdict(heavy, roster({spell({{{}}, false})})), Verdict::undetermined);
    EXPECT_EQ(verdict(heavy, roster({spell({{}, false})})), Verdict::not_met);
    EXPECT_EQ(verdict(heavy, roster({spell({{}, false})}, true)), Verdict::undetermined);
    EXPECT_EQ(verdict(heavy, roster({})), Verdict::not_met);
}

TEST_F(NestedLists, OfScalarsAreContainedInAndCounted) {
    const auto fields = [](std::vector<std::string> names, bool open = false) {
        ListValue list{{}, open};
        for (std::string& name : names) list.records.push_back({{"item", std::move(name)}});
        return Record{{"fields", list}};
    };
    const Roster given = roster({fields({"land"}), fields({"tax", "land"})});
    EXPECT_EQ(verdict("every a in appointments satisfies list contains(a.fields, \"land\")", given), Verdict::met);
    EXPECT_EQ(verdict("some a in appointments satisfies \"tax\" in a.fields", given), Verdict::met);
    EXPECT_EQ(verdict("count(appointments[count(fields) > 1]) = 1", given), Verdict::met);
    EXPECT_EQ(verdict("some a in appointments satisfies \"tax\" in a.fields", roster({fields({"land"}, true)})),
              Verdict::undetermined);
}

TEST_F(NestedLists, StandBehindAReferenceOfAMember) {
    const Pack pack = pack_of("some a in appointments satisfies \"land\" in a.unit.fields");
    RosterBuilder builder(pack.schema());
    builder.add("units", {{"id", "u1"}, {"fields", ListValue{{{{"item", "tax"}}}, false}}});
    builder.add("units", {{"id", "u2"}, {"fields", ListValue{{{{"item", "tax"}}, {{"item", "land"}}}, false}}});
    const auto cadre = [&](const char* unit) {
        builder.add("cadres", {{"appointments", ListValue{{{{"unit", "u1"}}, {{"unit", unit}}}, false}}});
    };
    cadre("u1");
    cadre("u2");
    builder.add("cadres", {{"appointments", ListValue{{{{"title", "party_secretary"}}}, false}}});
    const Roster given = builder.build();
    const VerdictTable table = evaluate(pack, given, end_of_2015);
    EXPECT_EQ(table["c"][0], Verdict::not_met);
    EXPECT_EQ(table["c"][1], Verdict::met);
    EXPECT_EQ(table["c"][2], Verdict::undetermined);
}

TEST_F(NestedLists, OfManyCadresKeepToTheirOwners) {
    const Pack pack = pack_of("some a in appointments satisfies count(a.duties[weight > 5]) = 2", duties);
    RosterBuilder builder(pack.schema());
    for (std::int64_t row = 0; row < 20'000; ++row) {
        ListValue heavy;
        for (std::int64_t i = 0; i < row % 4; ++i) heavy.records.push_back(duty(9));
        builder.add("cadres", {{"appointments", ListValue{{spell({{duty(1)}, false}), spell(heavy)}, false}}});
    }
    const VerdictTable table = evaluate(pack, builder.build(), end_of_2015);
    for (std::size_t row = 0; row < 20'000; ++row) {
        ASSERT_EQ(table["c"][row], row % 4 == 2 ? Verdict::met : Verdict::not_met) << row;
    }
}

TEST_F(NestedLists, AreExplainedByTheMembersThatDecide) {
    const Pack pack = pack_of("some a in appointments satisfies some d in a.duties satisfies d.weight > 50", duties);
    const Roster missing = roster({spell({{duty(10)}, false}), spell({{{{"since", Date(2014, 1, 1)}}}, false})});
    const std::string text = explain(pack, "c", missing, 0, end_of_2015).to_text(Language::en);
    EXPECT_THAT(text, HasSubstr("? item 2 of appointments\n"));
    EXPECT_THAT(text, HasSubstr("? item 1 of duties"));
    EXPECT_THAT(text, HasSubstr("missing: weight (cadres.appointments.duties.weight, row 1)"));

    const Roster met = roster({spell({{duty(10)}, false}), spell({{duty(20), duty(60)}, false})});
    const Explanation found = explain(pack, "c", met, 0, end_of_2015);
    const ExplanationNode& member = found.root.children.at(0).children.at(0);
    ASSERT_EQ(member.children.size(), 1U);
    EXPECT_EQ(member.children[0].label.en, "item 2 of duties");
    EXPECT_EQ(member.children[0].seen->en, "weight 60");
    EXPECT_EQ(member.unlisted, 1);
}

TEST_F(NestedLists, AreJudgedOverTimeAsDayByDay) {
    const Pack pack = pack_of(
        "some a in appointments satisfies count(a.duties[since + duration(\"P1Y\") <= as_of]) >= 2 and count(a.duties) "
        "< 4",
        duties);
    const Roster given =
        roster({spell({{{{"since", Date(2014, 2, 1)}}, {{"since", Date(2015, 5, 31)}}, duty(1)}, false})});
    const Timeline found = timeline(pack, "c", given, 0, {.first = Date(2014, 1, 1), .last = Date(2017, 1, 1)});
    for (DayNumber day = *make_day(2014, 1, 1); day < *make_day(2017, 1, 1); day += 1) {
        const EvaluationOptions options{.as_of = date_of(day)};
        ASSERT_EQ(found.on(day).verdict, evaluate(pack, given, options)["c"][0]) << to_iso(day);
    }
}

TEST_F(NestedLists, OfAMissingCellAreWhatDecides) {
    const Pack pack = pack_of("some a in appointments satisfies some d in a.duties satisfies d.weight > 50", duties);
    const Roster missing = roster({spell({{duty(10), {{"since", Date(2014, 1, 1)}}}, false})});
    const Deciding decided = deciding(pack, "c", missing, 0, end_of_2015);
    EXPECT_THAT(decided.to_text(Language::en), HasSubstr("weight"));
}

TEST_F(NestedLists, OfAnAppendedMemberAreUnknown) {
    const std::string gradings = R"toml(
[[attribute]]
table = "cadres.appraisals"
id = "marks"
type = "list"
of = "integer"
meaning = { vi = "điểm", en = "marks" }
)toml";
    const auto ways = [&](const std::string& condition) {
        const Pack pack = pack_of(condition, gradings);
        RosterBuilder builder(pack.schema());
        builder.add("cadres", {{"appraisals", ListValue{{}, false}}});
        return remedies(pack, "c", builder.build(), 0, end_of_2015).remedies.size();
    };
    EXPECT_GT(ways("some a in appraisals satisfies a.rating >= \"good\""), 0U);
    EXPECT_EQ(ways("some a in appraisals satisfies a.rating >= \"good\" and count(a.marks) > 2"), 0U);
    EXPECT_GT(ways("some a in appraisals satisfies a.rating >= \"good\" and count(a.marks) >= 0"), 0U);
}

}  // namespace
}  // namespace cadre
