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
    const VerdictColumn director = found.who_may_enter(0);
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

Counts counted(const Screening& found, std::size_t pool) {
    Counts counts;
    for (std::size_t cadre = 0; cadre < found.cadres; ++cadre) {
        const Verdict verdict = found.may_enter(pool, cadre);
        ++(verdict == Verdict::met ? counts.met : verdict == Verdict::not_met ? counts.not_met : counts.undetermined);
    }
    return counts;
}

TEST(Screen, CountsWhatItSaysOfEveryCadre) {
    // More cadres than are read at once and not a multiple of it, more policies than are put together at once.
    class ManyCadres : public TwoPostsAndACommittee {
    public:
        ManyCadres() {
            const char* const degrees[]{"college", "bachelor", "master"};
            for (int cadre = 0; cadre < 4200; ++cadre) {
                Record cells{{"id", "many " + std::to_string(cadre)}};
                if (cadre % 7 != 0) cells.emplace_back("degree", std::string(degrees[cadre % 3]));
                if (cadre % 5 != 0) cells.emplace_back("birth_date", Date(1960 + cadre % 41, 5, 2));
                add("cadres", cells);
            }
            add("pools", {{"id", "unknown_kind"}, {"post", None{}}, {"unit", "city"}, {"seats", 2}});
        }
    };
    std::string rules = bachelor + young;
    for (int age = 30; age < 55; age += 5) {
        const std::string years = std::to_string(age);
        rules += policy("over_" + years, "rule = \"entry\"\nmeet = 'age > @\"P" + years + "Y\"'\npools = 'seats > " +
                                             std::to_string(age % 3) + "'");
    }
    const Screening found = screened(rules, ManyCadres());
    ASSERT_EQ(found.pools.size(), 4u);
    for (std::size_t pool = 0; pool < found.pools.size(); ++pool) {
        const VerdictColumn column = found.who_may_enter(pool);
        EXPECT_EQ(found.pools[pool].all, counted(found, pool)) << pool;
        EXPECT_EQ(column.counts(), found.pools[pool].all) << pool;
        for (std::size_t cadre = 0; cadre < found.cadres; ++cadre) {
            ASSERT_EQ(column[cadre], found.may_enter(pool, cadre)) << pool << ' ' << cadre;
        }
    }
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
