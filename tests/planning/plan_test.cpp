#include "planning/planning_roster.hpp"

#include <cadre/error.hpp>
#include <cadre/planning/composition.hpp>
#include <cadre/planning/plan_review.hpp>
#include <cadre/planning/readiness.hpp>
#include <cadre/planning/screening.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

using testing::TwoPostsAndACommittee;

const EvaluationOptions mid_2015{.as_of = Date(2015, 6, 30)};

Plan plan_of(const RosterBuilder& builder) {
    return read_plan(builder.build(), mid_2015);
}

std::vector<std::string> codes(const Plan& plan) {
    std::vector<std::string> found;
    for (const PlanFinding& finding : plan.findings) found.emplace_back(code(finding.message.id));
    return found;
}

using Codes = std::vector<std::string>;

TEST(ReadPlan, ReadsPoolsAndWhoIsInThemOnTheDay) {
    TwoPostsAndACommittee builder;
    builder.add("pool_members", {{"pool", "pool_director"},
                                 {"cadre", "a"},
                                 {"status", "approved"},
                                 {"added", Date(2014, 1, 1)},
                                 {"incumbent", true}});
    builder.add("pool_members",
                {{"pool", "pool_director"}, {"cadre", "b"}, {"status", "approved"}, {"added", Date(2015, 7, 1)}});
    builder.add("pool_members", {{"pool", "pool_deputy"}, {"cadre", "b"}, {"status", "approved"}});
    builder.add("pool_members", {{"pool", "pool_deputy"},
                                 {"cadre", "a"},
                                 {"status", "removed"},
                                 {"added", Date(2013, 1, 1)},
                                 {"removed", Date(2015, 6, 30)}});
    const Plan plan = plan_of(builder);

    EXPECT_EQ(codes(plan), Codes{});
    ASSERT_EQ(plan.pools.size(), 3u);
    EXPECT_EQ(plan.pools[0].key, "pool_director");
    EXPECT_EQ(plan.pools[1].seats, 2) << "of the post";
    EXPECT_EQ(plan.pools[2].seats, 3) << "its own";
    EXPECT_TRUE(plan.pools[2].never_reviewed);
    EXPECT_EQ(plan.pools[0].term_start, day_number(Date(2015, 10, 1)));
    EXPECT_EQ(plan.pools[0].members, (std::vector<std::size_t>{0})) << "the other is added later";
    EXPECT_EQ(plan.members[0].incumbent, Verdict::met);
    EXPECT_EQ(plan.pools[1].members, (std::vector<std::size_t>{2})) << "on the day of removal one is out";
    EXPECT_EQ(plan.members[2].planned, Verdict::undetermined) << "the day added is missing";
    EXPECT_EQ(plan.members[2].incumbent, Verdict::undetermined);
}

TEST(ReadPlan, ReportsPoolsThatCannotBeRight) {
    TwoPostsAndACommittee builder;
    builder.add("pools", {{"id", "p1"}, {"kind", "post"}, {"post", "no_such_post"}});
    builder.add("pools", {{"id", "p2"},
                          {"post", None{}},
                          {"term_start", Date(2020, 1, 1)},
                          {"term_end", Date(2020, 1, 1)},
                          {"seats", 0}});
    builder.add("pools", {{"id", "p3"}, {"kind", "committee"}, {"post", None{}}, {"term_start", Date(2020, 1, 1)}});
    const Plan plan = plan_of(builder);

    EXPECT_EQ(codes(plan), (Codes{"plan_pool_without_post", "plan_pool_without_term", "plan_pool_without_unit",
                                  "plan_term_reversed", "plan_seats_not_positive", "plan_pool_without_unit",
                                  "plan_pool_without_term", "plan_pool_without_seats"}));
    EXPECT_EQ(plan.findings[0].message.text(Language::en),
              "pool p1, row 3 (counted from 0): the post is not known, or not in the table `posts`");
    EXPECT_EQ(plan.findings[3].row, 4u);
    EXPECT_EQ(plan.findings[7].message.text(Language::en),
              "pool p3, row 5 (counted from 0): the number of seats (column `seats` of the pool or of its post) is not "
              "known");
}

TEST(ReadPlan, TakesNeitherDayOfAReversedTermAsKnown) {
    TwoPostsAndACommittee builder;
    builder.add("pools", {{"id", "p"},
                          {"post", None{}},
                          {"unit", "city"},
                          {"seats", 1},
                          {"term_start", Date(2020, 1, 1)},
                          {"term_end", Date(2015, 1, 1)}});
    builder.add("pool_members", {{"pool", "p"}, {"cadre", "a"}, {"status", "approved"}, {"added", Date(2014, 1, 1)}});
    const Pack pack = testing::pack_with_policies(
        testing::policy("young", "rule = \"entry\"\nmeet = 'age < @\"P45Y\"'\non_day = \"term_start\""));
    const Roster roster = builder.build();

    EXPECT_FALSE(read_plan(roster, mid_2015).pools[3].term_start);
    EXPECT_EQ(screen(pack, roster, mid_2015).may_enter(3, 0), Verdict::undetermined);
    EXPECT_EQ(compose(pack, roster, mid_2015).clauses[3].verdict, Verdict::undetermined);
    EXPECT_EQ(readiness(pack, 3, roster, 0, mid_2015).verdict, Verdict::undetermined);
    const PlanReview review = review_plan(pack, roster, mid_2015);
    ASSERT_EQ(review.findings.size(), 1u);
    EXPECT_EQ(review.findings[0].verdict, Verdict::undetermined);
    EXPECT_EQ(review.findings[0].missing[0].attribute, "term_start");
}

TEST(ReadPlan, ReportsMembersThatCannotBeRight) {
    TwoPostsAndACommittee builder;
    const Date day(2014, 1, 1);
    builder.add("pool_members", {{"pool", "no_such_pool"}, {"cadre", "a"}, {"status", "approved"}, {"added", day}});
    builder.add("pool_members", {{"pool", "committee"}, {"cadre", "stranger"}, {"status", "approved"}, {"added", day}});
    builder.add("pool_members", {{"pool", "committee"}, {"cadre", "a"}, {"status", "removed"}, {"added", day}});
    builder.add(
        "pool_members",
        {{"pool", "committee"}, {"cadre", "b"}, {"status", "removed"}, {"added", day}, {"removed", Date(2013, 1, 1)}});
    const Plan plan = plan_of(builder);

    EXPECT_EQ(codes(plan), (Codes{"plan_member_without_pool", "plan_member_without_cadre", "plan_removed_without_day",
                                  "plan_removed_before_added"}));
    EXPECT_EQ(plan.unplaced, (std::vector<std::size_t>{0})) << "kept: may be in any pool";
    EXPECT_EQ(plan.pools[2].members, (std::vector<std::size_t>{1, 2}));
    EXPECT_EQ(plan.members[2].planned, Verdict::undetermined);
}

TEST(ReadPlan, CountsACadreWhoIsInAPoolTwiceOnce) {
    TwoPostsAndACommittee builder;
    builder.add("pool_members", {{"pool", "committee"}, {"cadre", "a"}, {"status", "approved"}});
    builder.add("pool_members",
                {{"pool", "committee"}, {"cadre", "a"}, {"status", "approved"}, {"added", Date(2014, 1, 1)}});
    const Plan plan = plan_of(builder);

    EXPECT_EQ(codes(plan), Codes{"plan_member_twice"});
    EXPECT_EQ(plan.findings[0].row, 1u);
    EXPECT_EQ(plan.pools[2].members, (std::vector<std::size_t>{0}));
    EXPECT_EQ(plan.members[0].planned, Verdict::met) << "one of the rows says so";
}

TEST(ReadPlan, ReportsMoreVotesThanVoters) {
    const auto ballot = [](std::int64_t summoned, std::int64_t present, std::int64_t votes) {
        ListValue list;
        list.records.push_back({{"step", "1"}, {"summoned", summoned}, {"present", present}, {"votes", votes}});
        return list;
    };
    for (const auto& [list, wrong] : std::vector<std::pair<ListValue, bool>>{{ballot(10, 9, 9), false},
                                                                             {ballot(10, 9, 10), true},
                                                                             {ballot(10, 11, 5), true},
                                                                             {ballot(10, 9, -1), true}}) {
        TwoPostsAndACommittee builder;
        builder.add("pool_members", {{"pool", "committee"},
                                     {"cadre", "a"},
                                     {"status", "voted"},
                                     {"added", Date(2014, 1, 1)},
                                     {"ballots", list}});
        EXPECT_EQ(codes(plan_of(builder)), wrong ? Codes{"plan_votes_over_voters"} : Codes{});
    }
}

TEST(ReadPlan, NeedsTheTableOfPools) {
    RosterBuilder builder;
    builder.add("cadres", {{"id", "a"}});
    try {
        plan_of(builder);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::not_found);
        EXPECT_EQ(code(error.diagnostics()[0].message.id), "plan_without_pools");
    }
}

}  // namespace
}  // namespace cadre
