#include <cadre/error.hpp>
#include <cadre/matching/k_best.hpp>

#include "matching/random_costs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <vector>

namespace cadre {
namespace {

using testing::CostedCase;
using testing::Worth;
using testing::worth;

TEST(KBest, AreTheFirstOfAllAssignmentsByWorth) {
    std::mt19937_64 random(41);
    for (int round = 0; round < 600; ++round) {
        const CostedCase made = testing::random_case(random, 4, 9);
        std::vector<Assignment> all = testing::every_assignment(made);
        std::vector<Worth> expected;
        for (const Assignment& any : all) expected.push_back(worth(made.terms, any));
        std::sort(expected.begin(), expected.end());
        const std::size_t count = random() % 3 == 0 ? all.size() + 2 : 6;
        const Assignment best = assign(made.graph, made.terms);
        const std::vector<Assignment> ranked = k_best(made.graph, made.terms, best, count);
        ASSERT_EQ(ranked.size(), std::min(count, all.size())) << "round " << round;
        ASSERT_EQ(ranked.front().edges, best.edges);
        std::set<std::vector<std::int64_t>> seen;
        for (std::size_t i = 0; i < ranked.size(); ++i) {
            ASSERT_EQ(worth(made.terms, ranked[i]), expected[i]) << "round " << round << " rank " << i;
            ASSERT_TRUE(seen.insert(ranked[i].edges).second);
        }
    }
}

TEST(KBest, OfNoneAreNone) {
    const CostedGraph graph(1, 1, std::vector<CostedEdge>{{0, 0, 1}});
    const Assignment best = assign(graph);
    EXPECT_TRUE(k_best(graph, {}, best, 0).empty());
    EXPECT_EQ(k_best(graph, {}, best, 9).size(), 2U);
    EXPECT_THROW(k_best(graph, {}, Assignment{}, 2), Error);
}

}  // namespace
}  // namespace cadre
