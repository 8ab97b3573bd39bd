#include "planning/planning_roster.hpp"

#include <cadre/messages/texts/planning.hpp>
#include <cadre/planning/composition.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

using testing::pack_with_policies;
using testing::policy;
using testing::TwoPostsAndACommittee;

const EvaluationOptions mid_2015{.as_of = Date(2015, 6, 30)};
const Date earlier(2014, 1, 1);

Composition composed(const std::string& rules, const RosterBuilder& builder) {
    return compose(pack_with_policies(rules), builder.build(), mid_2015);
}

void plan(RosterBuilder& builder, const std::string& pool, const std::string& cadre, Record more = {}) {
    Record row{{"pool", pool}, {"cadre", cadre}, {"status", "approved"}, {"added", earlier}};
    row.insert(row.end(), more.begin(), more.end());
    builder.add("pool_members", row);
}

using Rows = std::vector<std::size_t>;

TEST(Compose, CountsTheMembersOfAPool) {
    TwoPostsAndACommittee builder;
    plan(builder, "pool_director", "a");
    builder.add("pool_members", {{"pool", "pool_director"}, {"cadre", "b"}, {"status", "approved"}});
    const auto found = composed(
        policy("three", "rule = \"members\"\ncount = \"<= 3\"") + policy("two", "rule = \"members\"\ncount = \">= 2\""),
        builder);
    ASSERT_EQ(found.clauses.size(), 6u) << "three pools, two policies";
    EXPECT_EQ(found.clauses[0].verdict, Verdict::met);
    EXPECT_EQ(found.clauses[0].rule, "members");
    EXPECT_EQ(found.clauses[0].measured, (Bounds{Share{1, 1}, Share{2, 1}}));
    EXPECT_EQ(found.clauses[1].verdict, Verdict::undetermined);
    EXPECT_EQ(found.clauses[1].open, (Rows{1}));
    EXPECT_EQ(found.clauses[3].verdict, Verdict::not_met) << "nobody is planned for the second pool";
    EXPECT_EQ(found.clauses[3].shortfall, (Shortfall{2, 2}));
}

TEST(Compose, RelatesMembersToSeatsAndIncumbents) {
    TwoPostsAndACommittee builder;
    plan(builder, "committee", "a", {{"incumbent", true}});
    plan(builder, "committee", "b", {{"incumbent", false}});
    plan(builder, "pool_director", "a", {{"incumbent", false}});
    const auto found =
        composed(policy("seats", "rule = \"ratio\"\nshare = \">= 150 %\"\npools = 'kind = \"committee\"'") +
                     policy("incumbents", "rule = \"ratio\"\nshare = \">= 150 %\"\nbase = \"incumbents\""),
                 builder);
    ASSERT_EQ(found.clauses.size(), 4u);
    EXPECT_EQ(found.clauses[0].verdict, Verdict::undetermined) << "of no incumbents there is no multiple";
    EXPECT_EQ(found.clauses[2].measured.least, (Share{2, 3}));
    EXPECT_EQ(found.clauses[2].verdict, Verdict::not_met);
    EXPECT_EQ(found.clauses[2].shortfall, (Shortfall{3, 3})) << "5 for 3 seats";
    EXPECT_EQ(found.clauses[3].measured.least, (Share{2, 1}));
    EXPECT_EQ(found.clauses[3].verdict, Verdict::met);
}

TEST(Compose, MeasuresSharesInEachPoolAndOverThePlan) {
    TwoPostsAndACommittee builder;
    builder.add("cadres", {{"id", "c"}});
    plan(builder, "committee", "a");
    plan(builder, "committee", "b");
    plan(builder, "pool_director", "b");
    plan(builder, "pool_director", "c");
    const std::string women = "rule = \"share\"\nmeet = 'sex = \"female\"'\nshare = \">= 25 %\"";
    const auto found = composed(policy("pools", women) + policy("plan", women + "\nover = \"plan\""), builder);
    ASSERT_EQ(found.clauses.size(), 4u);
    EXPECT_EQ(found.clauses[0].pool, std::nullopt);
    EXPECT_EQ(found.clauses[0].counts, (ClassCounts{1, 1, 1, 0, 0, 0})) << "b, in two pools, is one person";
    EXPECT_EQ(found.clauses[0].verdict, Verdict::met);
    EXPECT_EQ(found.clauses[1].verdict, Verdict::undetermined);
    EXPECT_EQ(found.clauses[1].open, (Rows{3}));
    EXPECT_EQ(found.clauses[1].failing, (Rows{2}));
    EXPECT_EQ(found.clauses[3].verdict, Verdict::met);
}

TEST(Compose, CountsBandsOfAges) {
    TwoPostsAndACommittee builder;
    plan(builder, "committee", "a");
    plan(builder, "committee", "b");
    const auto found = composed(
        policy("bands",
               "rule = \"age_bands\"\nages = [\"P40Y\", \"P50Y\"]\ncount = \">= 1\"\npools = 'kind = \"committee\"'"),
        builder);
    ASSERT_EQ(found.clauses.size(), 3u);
    EXPECT_EQ(found.clauses[0].verdict, Verdict::met);
    EXPECT_EQ(found.clauses[1].band->from->count, 480);
    EXPECT_EQ(found.clauses[2].verdict, Verdict::not_met);
    EXPECT_FALSE(found.clauses[2].band->to);
}

TEST(Compose, CountsThePoolsOfAPersonWithinTierAndTerm) {
    TwoPostsAndACommittee builder;
    builder.add("pools", {{"id", "later"},
                          {"kind", "committee"},
                          {"post", None{}},
                          {"unit", "city"},
                          {"tier", "city"},
                          {"seats", 3},
                          {"term_start", Date(2020, 10, 1)},
                          {"term_end", Date(2025, 10, 1)}});
    plan(builder, "committee", "a");
    plan(builder, "later", "a");
    plan(builder, "committee", "b");
    plan(builder, "pool_director", "b");
    const auto limit = [](const std::string& within) {
        return policy("posts", "rule = \"posts_per_person\"\ncount = \"<= 1\"\nwithin = \"" + within + '"');
    };
    const auto tier = composed(limit("tier"), builder).clauses.at(0);
    EXPECT_EQ(tier.verdict, Verdict::not_met);
    EXPECT_EQ(tier.failing, (Rows{2})) << "b; the pools of a are of two terms";
    EXPECT_EQ(tier.excluded, (SexCounts{0, 1, 0}));
    EXPECT_EQ(composed(limit("plan"), builder).clauses.at(0).failing, (Rows{0, 2}));
}

TEST(Compose, DoesNotDecideOnPoolsOfAPersonThatMayBeMore) {
    TwoPostsAndACommittee builder;
    plan(builder, "committee", "a");
    plan(builder, "no_such_pool", "a");
    const auto found = composed(policy("posts", "rule = \"posts_per_person\"\ncount = \"<= 1\""), builder);
    EXPECT_EQ(found.clauses.at(0).verdict, Verdict::undetermined);
}

ListValue held(const char* post) {
    ListValue list;
    list.records.push_back({{"post", post}, {"from", Date(2010, 1, 1)}, {"to", Ongoing{}}, {"primary", true}});
    return list;
}

TEST(Compose, ComparesAPostWithThePresentOne) {
    TwoPostsAndACommittee builder;
    builder.add("units", {{"id", "party"}, {"tier", "district"}, {"sector", "party"}});
    builder.add("posts", {{"id", "secretary"}, {"title", "party_secretary"}, {"unit", "party"}, {"rank", 9}});
    builder.add("posts", {{"id", "head"}, {"title", "party_body_head"}, {"unit", "party"}, {"rank", 5}});
    builder.add("cadres", {{"id", "deputy"}, {"appointments", held("deputy")}});
    builder.add("cadres", {{"id", "director"}, {"appointments", held("director")}});
    builder.add("cadres", {{"id", "secretary"}, {"appointments", held("secretary")}});
    builder.add("cadres", {{"id", "head"}, {"appointments", held("head")}});
    const auto equivalent = [&](const char* title, const char* sector, const char* tier, int rank) {
        builder.add("post_equivalences", {{"title", title},
                                          {"sector", sector},
                                          {"tier", tier},
                                          {"rank", rank},
                                          {"from", earlier},
                                          {"to", Ongoing{}}});
    };
    equivalent("department_director", "government", "city", 3);
    equivalent("party_secretary", "party", "district", 3);
    for (const char* cadre : {"deputy", "director", "secretary", "head", "a"}) plan(builder, "pool_director", cadre);
    const auto found =
        composed(policy("higher", "rule = \"higher_post\"\npools = 'kind = \"post\"'"), builder).clauses.at(0);
    EXPECT_EQ(found.counts.met, 1) << "the deputy";
    EXPECT_EQ(found.failing, (Rows{1, 2})) << "one's own post, and the equivalent one";
    EXPECT_EQ(found.open, (Rows{3, 4})) << "no rung, no appointments known";
    EXPECT_EQ(found.verdict, Verdict::not_met);
}

ListValue ballots(std::vector<Record> records) {
    ListValue list;
    list.records = std::move(records);
    return list;
}

TEST(Compose, TakesTheLastBallotOfAStep) {
    const auto ballot = [](const char* step, Date held_on, std::int64_t present, std::int64_t votes) {
        return Record{{"step", step}, {"held", held_on}, {"summoned", 30}, {"present", present}, {"votes", votes}};
    };
    const Date spring(2015, 3, 1);
    const Date later(2015, 7, 1);
    TwoPostsAndACommittee builder;
    plan(builder, "committee", "a", {{"ballots", ballots({ballot("2", earlier, 30, 2), ballot("2", spring, 20, 16)})}});
    plan(builder, "committee", "b", {{"ballots", ballots({ballot("2", spring, 30, 15), ballot("2", later, 30, 30)})}});
    builder.add("cadres", {{"id", "c"}});
    builder.add("cadres", {{"id", "d"}});
    builder.add("cadres", {{"id", "e"}});
    plan(builder, "committee", "c", {{"ballots", ballots({ballot("2", spring, 19, 18)})}});
    plan(builder, "committee", "d", {{"ballots", ballots({ballot("1", spring, 30, 30)})}});
    plan(builder, "committee", "e");
    const auto found = composed(policy("votes",
                                       "rule = \"ballot\"\nstep = \"2\"\nshare = \"> 50 %\"\nquorum = \">= 66.6 %\"\n"
                                       "pools = 'kind = \"committee\"'"),
                                builder)
                           .clauses.at(0);
    EXPECT_EQ(found.counts, (ClassCounts{1, 3, 1, 0, 0, 0}));
    EXPECT_EQ(found.failing, (Rows{1, 2, 3})) << "half is not more than half; no quorum; no ballot of the step";
    EXPECT_EQ(found.open, (Rows{4}));
}

TEST(Compose, AsksForReviewsAndDevelopment) {
    TwoPostsAndACommittee builder;
    builder.add("development_actions",
                {{"cadre", "a"}, {"kind", "training"}, {"from", Date(2015, 1, 1)}, {"to", Date(2015, 9, 1)}});
    builder.add("development_actions",
                {{"cadre", "b"}, {"kind", "training"}, {"from", Date(2013, 1, 1)}, {"to", Date(2014, 9, 1)}});
    plan(builder, "pool_director", "a");
    plan(builder, "pool_director", "b");
    const auto found = composed(policy("review", "rule = \"review\"\nwithin = \"P6M\"") +
                                    policy("yearly", "rule = \"review\"\nwithin = \"P12M\"") +
                                    policy("development", "rule = \"development\""),
                                builder);
    EXPECT_EQ(found.clauses[0].verdict, Verdict::not_met) << "2014-12-15 is more than six months ago";
    EXPECT_EQ(found.clauses[1].verdict, Verdict::met);
    EXPECT_EQ(found.clauses[2].failing, (Rows{1}));
    EXPECT_EQ(found.clauses[2].shortfall, (Shortfall{1, 1}));
    EXPECT_EQ(found.clauses[7].verdict, Verdict::not_met) << "the committee was never reviewed";
}

TEST(Compose, CountsActionsOfSomebodyOutsideTheRosterForNobody) {
    TwoPostsAndACommittee builder;
    builder.add("development_actions", {{"cadre", "somebody_else"}, {"to", Ongoing{}}});
    plan(builder, "pool_director", "a");
    const std::string developed = policy("development", "rule = \"development\"\npools = 'kind = \"post\"'");
    const auto found = composed(developed, builder);
    EXPECT_EQ(found.clauses.at(0).verdict, Verdict::not_met);
    ASSERT_EQ(found.findings.size(), 1u);
    EXPECT_EQ(found.findings[0].message.id, texts::plan_development_outside);

    builder.add("development_actions", {{"to", Ongoing{}}});
    const auto open = composed(developed, builder);
    EXPECT_EQ(open.clauses.at(0).verdict, Verdict::undetermined);
    EXPECT_EQ(open.findings.at(1).message.id, texts::plan_development_of_anybody);
}

TEST(Compose, CountsWhomAnEntryPolicyExcludesBySex) {
    TwoPostsAndACommittee builder;
    builder.add("cadres", {{"id", "c"}, {"degree", "college"}});
    for (const char* cadre : {"a", "b", "c"}) plan(builder, "committee", cadre);
    const auto found = composed(
        policy("master", "rule = \"entry\"\nmeet = 'degree >= \"master\"'\npools = 'kind = \"committee\"'"), builder);
    EXPECT_EQ(found.clauses.at(0).excluded, (SexCounts{0, 1, 1}));
    EXPECT_EQ(found.clauses.at(0).measured.least, (Share{1, 3}));
}

TEST(Compose, CountsMembersOfAnUnknownPoolAsPossible) {
    TwoPostsAndACommittee builder;
    plan(builder, "committee", "a");
    plan(builder, "no_such_pool", "b");
    plan(builder, "no_such_pool", "a");
    const auto found = composed(policy("two", "rule = \"members\"\ncount = \">= 2\""), builder);
    EXPECT_EQ(found.clauses[2].measured, (Bounds{Share{1, 1}, Share{2, 1}})) << "a is a member already";
    EXPECT_EQ(found.clauses[0].measured, (Bounds{Share{0, 1}, Share{2, 1}}));
    EXPECT_EQ(found.clauses[0].open, Rows{}) << "they stand in the plan's own list";
}

TEST(Compose, ReportsSizesThatContradictEachOther) {
    const auto found = composed(policy("few", "rule = \"members\"\ncount = \"<= 3\"\npools = 'kind = \"committee\"'") +
                                    policy("many", "rule = \"ratio\"\nshare = \">= 150 %\"") +
                                    policy("bands", "rule = \"age_bands\"\nages = [\"P40Y\"]\ncount = \">= 1\""),
                                TwoPostsAndACommittee());
    ASSERT_EQ(found.findings.size(), 1u);
    EXPECT_EQ(found.findings[0].row, 2u);
    EXPECT_EQ(found.findings[0].message.text(Language::en),
              "pool committee, row 2 (counted from 0): no number of members satisfies both rules: “many” (many) asks "
              "for 5 at least, “few” (few) allows 3 at most");
}

std::vector<std::string> contradictions(const std::string& policies) {
    std::vector<std::string> found;
    for (const PlanFinding& finding : composed(policies, TwoPostsAndACommittee()).findings) {
        found.push_back(finding.message.text(Language::en));
    }
    return found;
}

std::string women(const std::string& id, const std::string& share, const std::string& more = {}) {
    return policy(id, "rule = \"share\"\nmeet = 'sex = \"female\"'\nshare = \"" + share + "\"\n" + more);
}

using Texts = std::vector<std::string>;

TEST(Compose, ReportsSharesThatContradictEachOther) {
    const std::string committees = "pools = 'kind = \"committee\"'";
    EXPECT_EQ(contradictions(women("most", ">= 60 %") + women("few", "<= 20 %", committees)),
              Texts{"pool committee, row 2 (counted from 0): no members satisfy both rules: “most” (most) asks for "
                    ">= 60 %, “few” (few) for <= 20 %"});
    EXPECT_EQ(
        contradictions(women("all", ">= 60 %", "over = \"plan\"") + women("few", "< 60 %", "over = \"plan\"")),
        Texts{"the whole plan: nothing satisfies both rules: “all” (all) asks for >= 60 %, “few” (few) for < 60 %"});
    EXPECT_EQ(contradictions(women("a", ">= 60 %") + women("b", "<= 60 %")), Texts{});
    EXPECT_EQ(contradictions(women("a", ">= 60 %") + women("b", "<= 20 %", "over = \"plan\"")), Texts{});
    EXPECT_EQ(contradictions(women("a", ">= 60 %", "over = \"plan\"") +
                             women("b", "<= 20 %", "over = \"plan\"\n" + committees)),
              Texts{})
        << "of other people";
    EXPECT_EQ(contradictions(women("a", ">= 60 %", "to = 2015-06-30") + women("b", "<= 20 %")), Texts{})
        << "no law any more";
    EXPECT_EQ(contradictions(women("a", ">= 60 %") +
                             policy("b", "rule = \"share\"\nmeet = 'sex = \"male\"'\nshare = \"<= 20 %\"")),
              Texts{})
        << "of another condition";
}

TEST(Compose, ReportsNumbersOfPostsThatContradictEachOther) {
    const auto posts = [](const std::string& id, const std::string& count, const std::string& more = {}) {
        return policy(id, "rule = \"posts_per_person\"\ncount = \"" + count + "\"\n" + more);
    };
    EXPECT_EQ(contradictions(posts("few", "<= 2") + posts("many", ">= 3")),
              Texts{"the whole plan: nothing satisfies both rules: “many” (many) asks for >= 3, “few” (few) for <= 2"});
    EXPECT_EQ(contradictions(posts("few", "< 3") + posts("many", ">= 2")), Texts{});
    EXPECT_EQ(contradictions(posts("few", "<= 2") + posts("many", ">= 3", "within = \"plan\"")), Texts{});
}

TEST(Compose, LeavesAPolicyThatMayNotBeForAPoolOpen) {
    TwoPostsAndACommittee builder;
    builder.add("pools", {{"id", "unknown_kind"}, {"post", None{}}, {"unit", "city"}, {"seats", 2}});
    const auto found =
        composed(policy("some", "rule = \"members\"\ncount = \">= 1\"\npools = 'kind = \"committee\"'"), builder);
    ASSERT_EQ(found.clauses.size(), 2u);
    EXPECT_EQ(found.clauses[0].verdict, Verdict::not_met);
    EXPECT_EQ(found.clauses[1].applies, Verdict::undetermined);
    EXPECT_EQ(found.clauses[1].verdict, Verdict::undetermined);
}

}  // namespace
}  // namespace cadre
