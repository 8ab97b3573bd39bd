#include "planning/planning_roster.hpp"

#include <cadre/error.hpp>
#include <cadre/planning/readiness.hpp>
#include <cadre/planning/screening.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

using testing::pack_with_policies;
using testing::policy;
using testing::TwoPostsAndACommittee;

const EvaluationOptions mid_2015{.as_of = Date(2015, 6, 30)};

Readiness ready(const std::string& rules, const RosterBuilder& builder, std::size_t row, std::size_t pool = 0) {
    return readiness(pack_with_policies(rules), pool, builder.build(), row, mid_2015);
}

const std::string master = policy("master", "rule = \"entry\"\nmeet = 'degree >= \"master\"'");
const std::string aged_36 = policy("aged", "rule = \"entry\"\nmeet = 'age >= @\"P36Y\"'");

TEST(Readiness, IsNowWhereEveryPolicyIsMet) {
    const Readiness found = ready(master, TwoPostsAndACommittee(), 0);
    EXPECT_EQ(found.ready, Ready::now);
    EXPECT_EQ(found.verdict, Verdict::met);
    EXPECT_TRUE(found.reasons.empty());
}

TEST(Readiness, IsOnTheFirstDayOnWhichTimeAloneSuffices) {
    const Readiness found = ready(master + aged_36, TwoPostsAndACommittee(), 0);
    EXPECT_EQ(found.ready, Ready::later);
    EXPECT_EQ(found.day, day_number(Date(2016, 5, 2)));
    EXPECT_TRUE(found.day_is_certain);
    ASSERT_EQ(found.reasons.size(), 1u);
    EXPECT_EQ(found.reasons[0].policy, "aged");
    EXPECT_EQ(found.reasons[0].verdict, Verdict::not_met);
    EXPECT_EQ(found.reasons[0].citation.document, "1-QĐ/TU");
}

TEST(Readiness, IsAfterRemediesOfAllPoliciesTogether) {
    const std::string theory = policy("theory", "rule = \"entry\"\nmeet = 'political_theory >= \"advanced\"'");
    TwoPostsAndACommittee builder;
    builder.add("cadres", {{"id", "c"}, {"degree", "college"}, {"political_theory", "elementary"}});
    const Readiness found = ready(master + theory, builder, 2);
    EXPECT_EQ(found.ready, Ready::after_remedies);
    ASSERT_EQ(found.remedies.size(), 1u);
    ASSERT_EQ(found.remedies[0].remedies.size(), 1u);
    EXPECT_EQ(found.remedies[0].remedies[0].changes.size(), 2u) << "degree and theory";
}

TEST(Readiness, NamesTheMissingFieldsOfWhatIsUndetermined) {
    TwoPostsAndACommittee builder;
    builder.add("cadres", {{"id", "c"}, {"degree", "master"}});
    const Readiness found = ready(master + aged_36, builder, 2);
    EXPECT_EQ(found.verdict, Verdict::undetermined);
    EXPECT_EQ(found.ready, Ready::not_known);
    ASSERT_EQ(found.reasons.size(), 1u);
    ASSERT_EQ(found.reasons[0].missing.size(), 1u);
    EXPECT_EQ(found.reasons[0].missing[0].attribute, "birth_date");
}

TEST(Readiness, IsNotInSightWhereNeitherTimeNorAChangeWillDo) {
    const Readiness found =
        ready(policy("young", "rule = \"entry\"\nmeet = 'age < @\"P40Y\"'"), TwoPostsAndACommittee(), 1);
    EXPECT_EQ(found.ready, Ready::not_in_sight);
}

TEST(Readiness, KeepsThePoliciesOfTheFirstDayOfTheTermWhileTimePasses) {
    const std::string then = policy("then", "rule = \"entry\"\nmeet = 'age < @\"P45Y2M\"'\non_day = \"term_start\"");
    EXPECT_EQ(ready(then + aged_36, TwoPostsAndACommittee(), 0).day, day_number(Date(2016, 5, 2)));
    const Readiness found = ready(then + aged_36, TwoPostsAndACommittee(), 1);
    EXPECT_EQ(found.ready, Ready::not_in_sight);
    EXPECT_EQ(found.reasons.at(0).day, day_number(Date(2015, 10, 1)));
}

TEST(Readiness, AgreesWithTheScreening) {
    TwoPostsAndACommittee builder;
    builder.add("cadres", {{"id", "c"}, {"degree", "master"}});
    builder.add("pools", {{"id", "unknown_kind"}, {"post", None{}}, {"unit", "city"}, {"seats", 2}});
    const Pack pack =
        pack_with_policies(master + policy("then",
                                           "rule = \"entry\"\nmeet = 'age < @\"P45Y2M\"'\non_day = \"term_start\"\n"
                                           "pools = 'kind = \"post\"'"));
    const Roster roster = builder.build();
    const Screening screening = screen(pack, roster, mid_2015);
    for (std::size_t pool = 0; pool < 4; ++pool) {
        for (std::size_t row = 0; row < 3; ++row) {
            EXPECT_EQ(readiness(pack, pool, roster, row, mid_2015).verdict, screening.who_may_enter(pool)[row])
                << pool << ' ' << row;
        }
    }
}

TEST(Readiness, RefusesUnknownRows) {
    EXPECT_THROW(ready(master, TwoPostsAndACommittee(), 9), Error);
    EXPECT_THROW(ready(master, TwoPostsAndACommittee(), 0, 9), Error);
}

}  // namespace
}  // namespace cadre
