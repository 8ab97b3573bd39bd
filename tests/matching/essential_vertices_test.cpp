#include <cadre/error.hpp>
#include <cadre/matching/essential_vertices.hpp>

#include "matching/random_graph.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace cadre {
namespace {

using testing::random_graph;
using testing::RandomGraph;

TEST(EssentialRights, AreThoseWhoseRemovalCostsAnEdge) {
    std::mt19937_64 random(7);
    std::size_t found = 0;
    for (int round = 0; round < 1500; ++round) {
        const RandomGraph made = random_graph(random, 5, 11);
        const BipartiteGraph graph = made.graph();
        const Matching matching = maximum_matching(graph, made.capacities);
        std::vector<std::int32_t> essential;
        for (std::int32_t right = 0; right < made.right_count; ++right) {
            if (testing::brute_force(made, right).edges < matching.size()) essential.push_back(right);
        }
        ASSERT_EQ(essential_rights(graph, made.capacities, matching), essential) << "round " << round;
        found += essential.size();
    }
    EXPECT_GT(found, 500U);
}

TEST(EssentialRights, AreFoundOnLargerGraphsByMatchingAgain) {
    std::mt19937_64 random(8);
    for (int round = 0; round < 60; ++round) {
        const RandomGraph made = random_graph(random, 60, 200);
        const BipartiteGraph graph = made.graph();
        const Matching matching = maximum_matching(graph, made.capacities);
        std::vector<std::int32_t> essential;
        for (std::int32_t right = 0; right < made.right_count; ++right) {
            Capacities without = made.capacities;
            without.right.resize(static_cast<std::size_t>(made.right_count), 1);
            without.right[static_cast<std::size_t>(right)] = 0;
            if (maximum_matching(graph, without).size() < matching.size()) essential.push_back(right);
        }
        ASSERT_EQ(essential_rights(graph, made.capacities, matching), essential) << "round " << round;
    }
}

TEST(EssentialRights, RefuseAMatchingThatIsNotAMaximumOne) {
    const BipartiteGraph graph(1, 1, std::vector<BipartiteEdge>{{0, 0}});
    EXPECT_THROW(essential_rights(graph, {}, Matching{}), Error);
    EXPECT_EQ(essential_rights(graph, {}, maximum_matching(graph)), (std::vector<std::int32_t>{0}));
}

}  // namespace
}  // namespace cadre
