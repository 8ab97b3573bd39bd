#include "rotation/random_moves.hpp"

#include <cadre/error.hpp>
#include <cadre/rotation/components.hpp>

#include <gtest/gtest.h>

#include <set>

namespace cadre {
namespace {

using testing::random_edges;
using testing::reachable;

RotationGraph random_graph(std::mt19937_64& random) {
    const auto count = static_cast<std::int32_t>(random() % 12 + 1);
    return RotationGraph(count, random_edges(random, count, random() % 30));
}

/// A graph without one vertex, and with each edge in both directions.
RotationGraph both_ways_without(const RotationGraph& graph, std::int32_t vertex) {
    std::vector<RotationEdge> edges;
    for (std::int32_t edge = 0; edge < graph.edge_count(); ++edge) {
        const RotationEdge both{graph.source(edge), graph.target(edge)};
        if (both.from == vertex || both.to == vertex) continue;
        edges.push_back(both);
        edges.push_back({both.to, both.from});
    }
    return RotationGraph(graph.vertex_count(), edges);
}

TEST(Components, AreStrongWhereEachReachesEachOther) {
    std::mt19937_64 random(1);
    for (int round = 0; round < 500; ++round) {
        const RotationGraph graph = random_graph(random);
        const Components found = strong_components(graph);
        const auto reach = reachable(graph);
        std::set<std::int32_t> used;
        for (std::size_t a = 0; a < found.of.size(); ++a) {
            used.insert(found.of[a]);
            for (std::size_t b = 0; b < found.of.size(); ++b) {
                EXPECT_EQ(found.of[a] == found.of[b], reach[a][b] && reach[b][a]);
            }
        }
        EXPECT_EQ(used.size(), static_cast<std::size_t>(found.count));
        EXPECT_EQ(*used.begin(), 0);
    }
}

TEST(Components, AreNumberedInTopologicalOrder) {
    std::mt19937_64 random(2);
    for (int round = 0; round < 200; ++round) {
        const RotationGraph graph = random_graph(random);
        const Components found = strong_components(graph);
        const RotationGraph above = condensation(graph, found);
        EXPECT_EQ(above.vertex_count(), found.count);
        std::int32_t between = 0;
        for (std::int32_t edge = 0; edge < graph.edge_count(); ++edge) {
            between += found.of[static_cast<std::size_t>(graph.source(edge))] !=
                               found.of[static_cast<std::size_t>(graph.target(edge))]
                           ? 1
                           : 0;
        }
        EXPECT_EQ(above.edge_count(), between);
        for (std::int32_t edge = 0; edge < above.edge_count(); ++edge)
            EXPECT_LT(above.source(edge), above.target(edge));
        std::vector<std::int32_t> order;
        for (const auto& members : found.members()) order.insert(order.end(), members.begin(), members.end());
        EXPECT_EQ(topological_order(graph), order);
    }
}

TEST(Components, AreWeakWhateverTheDirection) {
    std::mt19937_64 random(3);
    for (int round = 0; round < 200; ++round) {
        const RotationGraph graph = random_graph(random);
        const Components found = weak_components(graph);
        const auto reach = reachable(both_ways_without(graph, -1));
        for (std::size_t a = 0; a < found.of.size(); ++a) {
            for (std::size_t b = 0; b < found.of.size(); ++b) EXPECT_EQ(found.of[a] == found.of[b], reach[a][b]);
        }
    }
}

TEST(Components, FallApartWithoutAnArticulationVertex) {
    std::mt19937_64 random(4);
    for (int round = 0; round < 500; ++round) {
        const RotationGraph graph = random_graph(random);
        std::vector<std::int32_t> expected;
        for (std::int32_t vertex = 0; vertex < graph.vertex_count(); ++vertex) {
            // What is left of the vertex itself is one more.
            const std::int32_t pieces = weak_components(both_ways_without(graph, vertex)).count - 1;
            if (pieces > weak_components(graph).count) expected.push_back(vertex);
        }
        EXPECT_EQ(articulation_vertices(graph), expected);
    }
}

TEST(Components, OfALongChainNeedNoDeepStack) {
    std::vector<RotationEdge> edges;
    for (std::int32_t vertex = 0; vertex < 300'000; ++vertex) edges.push_back({vertex, vertex + 1});
    const RotationGraph graph(300'001, edges);
    EXPECT_EQ(strong_components(graph).count, 300'001);
    EXPECT_EQ(weak_components(graph).count, 1);
    EXPECT_EQ(articulation_vertices(graph).size(), 299'999u);
}

TEST(Components, OfAnEmptyGraphAreNone) {
    EXPECT_EQ(strong_components(RotationGraph()).count, 0);
    EXPECT_EQ(weak_components(RotationGraph()).count, 0);
    EXPECT_TRUE(topological_order(RotationGraph()).empty());
    EXPECT_TRUE(articulation_vertices(RotationGraph()).empty());
}

TEST(Components, OfAnotherGraphAreRefused) {
    EXPECT_THROW(condensation(RotationGraph(3, {}), strong_components(RotationGraph(2, {}))), Error);
}

}  // namespace
}  // namespace cadre
