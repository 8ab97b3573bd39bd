#include "planning/planning_roster.hpp"

#include <cadre/planning/screening.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

using testing::pack_with_policies;
using testing::policy;
using testing::TwoPostsAndACommittee;

const EvaluationOptions mid_2015{.as_of = Date(2015, 6, 30)};

Screening screened(const std::string& rules, const RosterBuilder& builder) {
    return screen(pack_with_policies(rules), builder.build(), mid_2015);
}

/// Cadres a (woman, master, 1980), b (man, bachelor, 1970), c (man, college, 1985), d (nothing known).
class FourCadres : public TwoPostsAndACommittee {
public:
    FourCadres() {
        add("cadres", {{"id", "c"}, {"sex", "male"}, {"birth_date", Date(1985, 5, 2)}, {"degree", "college"}});
        add("cadres", {{"id", "d"}});
    }
};

const std::string bachelor = policy("bachelor", "rule = \"entry\"\nmeet = 'degree >= \"bachelor\"'");
const std::string young = policy("young", "rule = \"entry\"\nmeet = 'age < @\"P40Y\"'\npools = 'kind = \"post\"'");

TEST(Screen, SaysWhoMayEnterWhoMayNotAndWhoIsUndetermined) {
    const Screening found = screened(bachelor + young, FourCadres());
    ASSERT_EQ(found.pools.size(), 3u);
    const VerdictColumn& director = found.who_may_enter(0);
    EXPECT_EQ(director[0], Verdict::met);
    EXPECT_EQ(director[1], Verdict::not_met) << "45 years old";
    EXPECT_EQ(director[2], Verdict::not_met) << "college";
    EXPECT_EQ(director[3], Verdict::undetermined);
    EXPECT_EQ(found.pools[0].all, (Counts{1, 2, 1}));
    EXPECT_EQ(found.pools[2].all, (Counts{2, 1, 1}));
    ASSERT_EQ(found.criteria.size(), 2u);
    EXPECT_EQ(found.criteria[1].policy, "young");
    EXPECT_EQ(found.criteria[0].excluded, (SexCounts{0, 1, 0}));
    EXPECT_EQ(found.criteria[1].counts, (Counts{2, 1, 1}));
}

TEST(Screen, SharesColumnsAmongPoolsWithTheSamePolicies) {
    const Screening found = screened(bachelor + young, FourCadres());
    EXPECT_EQ(found.columns.size(), 2u);
    EXPECT_EQ(found.pools[0].column, found.pools[1].column);
    EXPECT_NE(found.pools[0].column, found.pools[2].column);
}

TEST(Screen, CountsPresentMembersApartFromNewcomers) {
    FourCadres builder;
    const Date day(2014, 1, 1);
    builder.add("pool_members", {{"pool", "pool_director"}, {"cadre", "b"}, {"status", "approved"}, {"added", day}});
    builder.add("pool_members", {{"pool", "pool_director"}, {"cadre", "c"}, {"status", "approved"}});
    const Screening found = screened(bachelor + young, builder);
    EXPECT_EQ(found.pools[0].members, (Counts{0, 1, 0}));
    EXPECT_EQ(found.pools[0].newcomers, (Counts{1, 0, 1})) << "of c it is not known whether he is a member";
    EXPECT_EQ(found.pools[2].newcomers, found.pools[2].all);
}

TEST(Screen, JudgesOnTheFirstDayOfATerm) {
    FourCadres builder;
    builder.add("pools", {{"id", "no_term"}, {"post", None{}}, {"unit", "city"}, {"seats", 2}});
    const Screening found =
        screened(policy("then", "rule = \"entry\"\nmeet = 'age < @\"P45Y2M\"'\non_day = \"term_start\""), builder);
    EXPECT_EQ(found.who_may_enter(0)[1], Verdict::not_met);
    EXPECT_EQ(found.criteria[0].day, day_number(Date(2015, 10, 1)));
    EXPECT_EQ(found.who_may_enter(3)[1], Verdict::undetermined);
    EXPECT_EQ(found.pools[3].all, (Counts{0, 0, 4}));
    EXPECT_FALSE(found.criteria[1].day);
}

TEST(Screen, NeverExcludesByAPolicyThatMayNotBeForThePool) {
    FourCadres builder;
    builder.add("pools", {{"id", "unknown_kind"}, {"post", None{}}, {"unit", "city"}, {"seats", 2}});
    const Screening found = screened(young, builder);
    EXPECT_EQ(found.pools[3].doubtful.size(), 1u);
    EXPECT_EQ(found.pools[3].all, (Counts{2, 0, 2}));
}

TEST(Screen, LeavesAPoolWithoutPoliciesOpenToAll) {
    const Screening found = screened(young, FourCadres());
    EXPECT_EQ(found.pools[2].all, (Counts{4, 0, 0}));
}

}  // namespace
}  // namespace cadre
