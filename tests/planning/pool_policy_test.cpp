#include "planning/planning_roster.hpp"

#include <cadre/error.hpp>
#include <cadre/planning/pool_policy.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

using testing::pack_with_policies;
using testing::policy;

template <class Rule>
Rule rule_of(const std::string& keys) {
    return std::get<Rule>(read_pool_policies(pack_with_policies(policy("p", keys))).at(0).rule);
}

std::vector<std::string> codes_of(const std::string& policies) {
    Diagnostics diagnostics;
    read_pool_policies(pack_with_policies(policies), diagnostics);
    std::vector<std::string> found;
    for (const Diagnostic& diagnostic : diagnostics) found.emplace_back(code(diagnostic.message.id));
    return found;
}

using Codes = std::vector<std::string>;

TEST(PoolPolicy, ReadsEveryRule) {
    const auto entry = rule_of<EntryRule>("rule = \"entry\"\nmeet = 'degree >= \"bachelor\"'\non_day = \"term_start\"");
    EXPECT_EQ(entry.day, PolicyDay::term_start);
    EXPECT_NE(entry.condition, nullptr);
    const auto removal = rule_of<RemovalRule>("rule = \"removal\"\non = \"pool_members\"\nwhen = 'decided < added'");
    EXPECT_EQ(load_vocabulary()->table(removal.table).id, "pool_members");
    EXPECT_EQ(rule_of<MembersRule>("rule = \"members\"\ncount = \"<= 3\"").members.value, (Share{3, 1}));
    const auto ratio = rule_of<RatioRule>("rule = \"ratio\"\nshare = \">= 150 %\"\nbase = \"incumbents\"");
    EXPECT_EQ(ratio.share.value, (Share{3, 2}));
    EXPECT_EQ(ratio.base, RatioRule::Base::incumbents);
    const auto share =
        rule_of<ShareRule>("rule = \"share\"\nmeet = 'sex = \"female\"'\nshare = \">= 25 %\"\nover = \"plan\"");
    EXPECT_EQ(share.scope, PolicyScope::plan);
    const auto bands = rule_of<AgeBandsRule>("rule = \"age_bands\"\nages = [\"P40Y\", \"P50Y\"]\ncount = \">= 1\"");
    EXPECT_EQ(bands.bands.size(), 3u);
    const auto posts = rule_of<PostsPerPersonRule>("rule = \"posts_per_person\"\ncount = \"<= 3\"");
    EXPECT_EQ(posts.within, PostsPerPersonRule::Within::tier);
    const auto ballot =
        rule_of<BallotRule>("rule = \"ballot\"\nstep = \"2\"\nshare = \"> 50 %\"\nquorum = \">= 66.6 %\"");
    EXPECT_EQ(ballot.base, BallotRule::Base::summoned);
    EXPECT_TRUE(ballot.quorum);
    EXPECT_EQ(rule_of<ReviewRule>("rule = \"review\"\nwithin = \"P12M\"").within.count, 12);
    const auto leaves = rule_of<DepartureRule>("rule = \"departure\"\nday = 'retirement_date'");
    EXPECT_EQ(leaves.stays, nullptr);
    EXPECT_NE(rule_of<DepartureRule>("rule = \"departure\"\nstays = 'service_left >= @\"P48M\"'").stays, nullptr);
    rule_of<HigherPostRule>("rule = \"higher_post\"");
    rule_of<DevelopmentRule>("rule = \"development\"");
}

TEST(PoolPolicy, ReadsHeadPoolsAndInterval) {
    const auto read = read_pool_policies(pack_with_policies(
        policy("p", "rule = \"development\"\npools = 'tier >= \"district\"'\nfrom = 2015-01-01\nto = 2020-01-01")));
    ASSERT_EQ(read.size(), 1u);
    EXPECT_EQ(read[0].id, "p");
    EXPECT_EQ(read[0].citation.document, "1-QĐ/TU");
    EXPECT_NE(read[0].pools, nullptr);
    EXPECT_EQ(read[0].in_force.to, day_number(Date(2020, 1, 1)));
}

TEST(PoolPolicy, NamesWhatIsWrong) {
    EXPECT_EQ(codes_of(policy("p", "rule = \"shares\"")), Codes{"policy_unknown_rule"});
    EXPECT_EQ(codes_of(policy("p", "rule = \"members\"\ncount = \"<= 3\"\nshare = \"> 5 %\"")), Codes{"unknown_key"});
    EXPECT_EQ(codes_of(policy("p", "rule = \"members\"\ncount = \"three\"")), Codes{"target_count_syntax"});
    EXPECT_EQ(codes_of(policy("p", "rule = \"share\"\nmeet = 'true'\nshare = \">= 125 %\"")), Codes{"target_over_100"});
    EXPECT_EQ(codes_of(policy("p", "rule = \"age_bands\"\nages = [\"P50Y\", \"P40Y\"]\ncount = \">= 1\"")),
              Codes{"policy_ages"});
    EXPECT_EQ(codes_of(policy("p", "rule = \"review\"\nwithin = \"P30D\"")), Codes{"policy_no_duration"});
    EXPECT_EQ(codes_of(policy("p", "rule = \"departure\"")), Codes{"policy_departure_keys"});
    EXPECT_EQ(codes_of(policy("p", "rule = \"departure\"\nday = 'age'")), Codes{"policy_day_is_no_date"});
    EXPECT_EQ(codes_of(policy("p", "rule = \"entry\"\nmeet = 'degree'")), Codes{"target_not_a_condition"});
    EXPECT_EQ(codes_of(policy("p", "rule = \"entry\"\nmeet = 'true'\non_day = \"today\"")),
              Codes{"policy_unknown_choice"});
    EXPECT_EQ(codes_of(policy("p", "rule = \"development\"") + policy("p", "rule = \"higher_post\"")),
              Codes{"duplicate_id"});
    EXPECT_THROW(read_pool_policies(pack_with_policies(policy("p", "rule = \"shares\""))), Error);
}

TEST(PoolPolicy, AreStatedByShippedPacksWithTheirMark) {
    std::size_t found = 0;
    for (const std::string& id : shipped_packs()) {
        for (const PoolPolicy& policy : read_pool_policies(load_pack(id))) {
            ++found;
            EXPECT_FALSE(policy.title.vi.empty()) << id << ' ' << policy.id;
            EXPECT_TRUE(policy.citation.mark == VerificationMark::text || policy.citation.clause.empty())
                << id << ' ' << policy.id << ": a summary names no clause";
        }
    }
    EXPECT_GE(found, 16u);
}

}  // namespace
}  // namespace cadre
