#include "planning/policy_verdicts.hpp"

#include "planning/planning_roster.hpp"

#include <gtest/gtest.h>

namespace cadre {
namespace {

using testing::pack_with_policies;
using testing::policy;
using testing::TwoPostsAndACommittee;

struct World {
    explicit World(const std::string& rules, const RosterBuilder& builder = TwoPostsAndACommittee(),
                   EvaluationOptions day = {.as_of = Date(2015, 6, 30)})
        : pack(pack_with_policies(rules)),
          roster(builder.build()),
          policies(read_pool_policies(pack)),
          plan(read_plan(roster, day)),
          verdicts(pack, policies, plan, roster, day) {}

    Pack pack;
    Roster roster;
    std::vector<PoolPolicy> policies;
    Plan plan;
    PolicyVerdicts verdicts;
};

PlanMember member(std::optional<std::size_t> pool, std::optional<std::size_t> person) {
    return {0, pool, person, Verdict::met, Verdict::not_met};
}

TEST(PolicyVerdicts, JudgeThePoolsThatAPolicyIsFor) {
    const World world(policy("posts", "rule = \"development\"\npools = 'kind = \"post\"'") +
                      policy("all", "rule = \"development\"") +
                      policy("past", "rule = \"development\"\nto = 2015-01-01"));
    EXPECT_EQ(world.verdicts.is_for(0, 0), Verdict::met);
    EXPECT_EQ(world.verdicts.is_for(0, 2), Verdict::not_met);
    EXPECT_EQ(world.verdicts.is_for(1, 2), Verdict::met);
    EXPECT_EQ(world.verdicts.is_for(2, 0), Verdict::not_met) << "no law any more";
}

TEST(PolicyVerdicts, JudgeMembersOnTheDayOrOnTheFirstOfTheTerm) {
    // Cadre a turns 35 on 2015-05-02, cadre b 45; the term begins on 2015-10-01.
    const World world(policy("now", "rule = \"entry\"\nmeet = 'age < @\"P45Y2M\"'") +
                      policy("then", "rule = \"entry\"\nmeet = 'age < @\"P45Y2M\"'\non_day = \"term_start\""));
    EXPECT_EQ(world.verdicts.holds(0, member(0, 1)), Verdict::met);
    EXPECT_EQ(world.verdicts.holds(1, member(0, 1)), Verdict::not_met);
    EXPECT_EQ(world.verdicts.holds(1, member(0, 0)), Verdict::met);
    EXPECT_EQ(world.verdicts.holds(0, member(0, std::nullopt)), Verdict::undetermined);
    EXPECT_EQ(world.verdicts.holds(1, member(std::nullopt, 0)), Verdict::undetermined) << "the term is not known";
}

TEST(PolicyVerdicts, AskASharedConditionOnce) {
    const World world(policy("now", "rule = \"entry\"\nmeet = 'postgraduate'") +
                      policy("too", "rule = \"share\"\nmeet = 'postgraduate'\nshare = \">= 50 %\""));
    EXPECT_EQ(world.verdicts.column(0, 0), world.verdicts.column(0, 1));
    EXPECT_EQ((*world.verdicts.column(0, 0))[0], Verdict::met);
}

TEST(PolicyVerdicts, JudgeRowsOfMembersWhereTheRuleStandsOnThem) {
    TwoPostsAndACommittee builder;
    ListValue disciplines;
    disciplines.records.push_back({{"form", "reprimand"}, {"decided", Date(2015, 2, 1)}});
    builder.add("cadres", {{"id", "c"}, {"disciplines", disciplines}});
    builder.add("pool_members",
                {{"pool", "committee"}, {"cadre", "c"}, {"status", "approved"}, {"added", Date(2015, 1, 1)}});
    builder.add("pool_members",
                {{"pool", "committee"}, {"cadre", "c"}, {"status", "approved"}, {"added", Date(2015, 3, 1)}});
    const World world(policy("disciplined", R"(rule = "removal"
on = "pool_members"
when = 'some d in cadre.disciplines[item.decided <= as_of] satisfies d.decided >= added')"),
                      builder);
    EXPECT_EQ(world.verdicts.holds(0, world.plan.members[0]), Verdict::met);
    EXPECT_EQ(world.verdicts.holds(0, world.plan.members[1]), Verdict::not_met);
}

TEST(PolicyVerdicts, JudgeBandsOfAges) {
    const World world(policy("bands", "rule = \"age_bands\"\nages = [\"P40Y\", \"P50Y\"]\ncount = \">= 1\""));
    EXPECT_EQ(world.verdicts.holds(0, member(0, 0), 0), Verdict::met);
    EXPECT_EQ(world.verdicts.holds(0, member(0, 0), 1), Verdict::not_met);
    EXPECT_EQ(world.verdicts.holds(0, member(0, 1), 1), Verdict::met);
    EXPECT_EQ(world.verdicts.holds(0, member(0, 1), 2), Verdict::not_met);
}

}  // namespace
}  // namespace cadre
