#include "rotation/random_moves.hpp"

#include <cadre/error.hpp>
#include <cadre/rotation/rotation_graph.hpp>

#include <gtest/gtest.h>

#include <algorithm>

namespace cadre {
namespace {

using testing::random_edges;

TEST(RotationGraph, NumbersEdgesBySourceTargetAndInput) {
    const std::vector<RotationEdge> edges{{2, 0}, {0, 2}, {0, 1}, {0, 2}};
    EXPECT_EQ(edge_order(3, edges), (std::vector<std::int32_t>{2, 1, 3, 0}));
    const RotationGraph graph(3, edges);
    EXPECT_EQ(std::vector(graph.targets(0).begin(), graph.targets(0).end()), (std::vector<std::int32_t>{1, 2, 2}));
    EXPECT_EQ(std::vector(graph.in_edges(2).begin(), graph.in_edges(2).end()), (std::vector<std::int32_t>{1, 2}));
    EXPECT_EQ(graph.source(3), 2);
    EXPECT_EQ(graph.out_degree(1), 0);
}

TEST(RotationGraph, HoldsEachEdgeOnceOutwardsAndOnceInwards) {
    std::mt19937_64 random(1);
    for (int round = 0; round < 200; ++round) {
        const auto count = static_cast<std::int32_t>(random() % 12 + 1);
        const std::vector<RotationEdge> edges = random_edges(random, count, random() % 40);
        const RotationGraph graph(count, edges);
        std::vector<RotationEdge> outwards;
        std::vector<RotationEdge> inwards;
        for (std::int32_t vertex = 0; vertex < count; ++vertex) {
            for (const std::int32_t to : graph.targets(vertex)) outwards.push_back({vertex, to});
            for (const std::int32_t edge : graph.in_edges(vertex)) inwards.push_back({graph.source(edge), vertex});
        }
        const auto less = [](const RotationEdge& a, const RotationEdge& b) {
            return std::pair(a.from, a.to) < std::pair(b.from, b.to);
        };
        EXPECT_TRUE(std::is_sorted(outwards.begin(), outwards.end(), less));
        std::vector<RotationEdge> given = edges;
        std::sort(given.begin(), given.end(), less);
        std::sort(inwards.begin(), inwards.end(), less);
        EXPECT_EQ(outwards, given);
        EXPECT_EQ(inwards, given);
        EXPECT_EQ(RotationGraph(count, outwards), graph) << "edges in order keep their numbers";
    }
}

TEST(RotationGraph, MayBeEmpty) {
    EXPECT_EQ(RotationGraph().vertex_count(), 0);
    EXPECT_EQ(RotationGraph(3, {}).edge_count(), 0);
    EXPECT_TRUE(RotationGraph(3, {}).targets(2).empty());
}

TEST(RotationGraph, RefusesVerticesThatAreNotThere) {
    const std::vector<RotationEdge> edges{{0, 1}, {0, 2}};
    EXPECT_THROW(RotationGraph(2, edges), Error);
    EXPECT_THROW(edge_order(2, edges), Error);
    const std::vector<RotationEdge> negative{{-1, 0}};
    EXPECT_THROW(RotationGraph(2, negative), Error);
    EXPECT_THROW(RotationGraph(-1, {}), Error);
    EXPECT_THROW(RotationGraph(RotationGraph::most_vertices + 1, {}), Error);
}

}  // namespace
}  // namespace cadre
