#include "rotation/random_moves.hpp"

#include <cadre/error.hpp>
#include <cadre/rotation/betweenness.hpp>
#include <cadre/rotation/boost_graph.hpp>

#include <gtest/gtest.h>
#include <boost/graph/betweenness_centrality.hpp>

#include <set>
#include <utility>

namespace cadre {
namespace {

RotationGraph without_parallel_edges(std::mt19937_64& random, std::int32_t count, std::size_t edge_count) {
    std::set<std::pair<std::int32_t, std::int32_t>> pairs;
    for (const RotationEdge& edge : testing::random_edges(random, count, edge_count)) pairs.emplace(edge.from, edge.to);
    std::vector<RotationEdge> edges;
    for (const auto& [from, to] : pairs) edges.push_back({from, to});
    return RotationGraph(count, edges);
}

TEST(Betweenness, IsThatOfBoostOnGraphsWithoutParallelEdges) {
    std::mt19937_64 random(1);
    for (int round = 0; round < 50; ++round) {
        const auto count = static_cast<std::int32_t>(random() % 12 + 3);
        const RotationGraph graph = without_parallel_edges(random, count, random() % 40);
        std::vector<double> expected(static_cast<std::size_t>(count));
        boost::brandes_betweenness_centrality(
            graph, boost::make_iterator_property_map(expected.begin(), get(boost::vertex_index, graph)));
        const Betweenness found = betweenness(graph);
        EXPECT_EQ(found.error_bound, 0);
        for (std::size_t vertex = 0; vertex < expected.size(); ++vertex) {
            EXPECT_NEAR(found.shares[vertex], expected[vertex] / ((count - 1) * (count - 2)), 1e-12);
        }
    }
}

TEST(Betweenness, TakesParallelEdgesForOne) {
    const std::vector<RotationEdge> once{{0, 1}, {0, 2}, {1, 3}, {2, 3}};
    const std::vector<RotationEdge> twice{{0, 1}, {0, 1}, {0, 2}, {1, 3}, {2, 3}};
    EXPECT_EQ(betweenness(RotationGraph(4, once)).shares, betweenness(RotationGraph(4, twice)).shares);
}

TEST(Betweenness, OfASampleKeepsToItsBoundAndIsRepeatable) {
    std::mt19937_64 random(2);
    const RotationGraph graph = without_parallel_edges(random, 600, 2000);
    const Betweenness exact = betweenness(graph);
    const BetweennessOptions options{.exact_up_to = 100, .samples = 300, .seed = 7};
    const Betweenness sampled = betweenness(graph, options);
    EXPECT_EQ(sampled.starts, 300);
    EXPECT_GT(sampled.error_bound, 0);
    EXPECT_LT(sampled.error_bound, 0.2);
    bool differs = false;
    for (std::size_t vertex = 0; vertex < 600; ++vertex) {
        EXPECT_NEAR(sampled.shares[vertex], exact.shares[vertex], sampled.error_bound);
        differs = differs || sampled.shares[vertex] != exact.shares[vertex];
    }
    EXPECT_TRUE(differs);
    EXPECT_EQ(betweenness(graph, options).shares, sampled.shares);
}

TEST(Betweenness, OfAFewVerticesIsNothing) {
    EXPECT_TRUE(betweenness(RotationGraph()).shares.empty());
    const std::vector<RotationEdge> edges{{0, 1}};
    EXPECT_EQ(betweenness(RotationGraph(2, edges)).shares, (std::vector<double>{0, 0}));
}

TEST(Betweenness, RefusesNumbersOutsideTheirRange) {
    EXPECT_THROW(betweenness(RotationGraph(), {.samples = 0}), Error);
    EXPECT_THROW(betweenness(RotationGraph(), {.confidence = 1}), Error);
    EXPECT_THROW(betweenness(RotationGraph(), {.confidence = 0}), Error);
}

}  // namespace
}  // namespace cadre
