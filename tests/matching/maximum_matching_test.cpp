#include <cadre/error.hpp>
#include <cadre/matching/maximum_matching.hpp>

#include "matching/random_graph.hpp"

#include <gtest/gtest.h>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>

#include <random>
#include <vector>

namespace cadre {
namespace {

using testing::random_graph;
using testing::RandomGraph;

/// Loads are those of the edges, edges ascend, and no capacity is exceeded.
void expect_matching(const Matching& matching, const BipartiteGraph& graph, const Capacities& capacities) {
    std::vector<std::int32_t> left(static_cast<std::size_t>(graph.left_count()));
    std::vector<std::int32_t> right(static_cast<std::size_t>(graph.right_count()));
    for (std::size_t i = 0; i < matching.edges.size(); ++i) {
        const std::int64_t edge = matching.edges[i];
        EXPECT_TRUE(i == 0 || matching.edges[i - 1] < edge);
        ++left[static_cast<std::size_t>(graph.left_of(edge))];
        ++right[static_cast<std::size_t>(graph.right_of(edge))];
    }
    EXPECT_EQ(matching.left_loads, left);
    EXPECT_EQ(matching.right_loads, right);
    for (std::int32_t i = 0; i < graph.left_count(); ++i)
        EXPECT_LE(left[static_cast<std::size_t>(i)], capacities.of(Side::left, i));
    for (std::int32_t i = 0; i < graph.right_count(); ++i)
        EXPECT_LE(right[static_cast<std::size_t>(i)], capacities.of(Side::right, i));
}

TEST(MaximumMatching, IsTheBestOfAllSetsOfEdgesAndServesRequiredVerticesFirst) {
    std::mt19937_64 random(1);
    for (int round = 0; round < 1500; ++round) {
        const RandomGraph made = random_graph(random, 5, 11);
        const BipartiteGraph graph = made.graph();
        const testing::Best best = testing::brute_force(made);
        const Matching matching = maximum_matching(graph, made.capacities, made.required);
        expect_matching(matching, graph, made.capacities);
        std::int64_t required_edges = 0;
        for (std::size_t i = 0; i < made.required.size(); ++i)
            required_edges += made.required[i] ? matching.left_loads[i] : 0;
        ASSERT_EQ(matching.size(), best.edges) << "round " << round;
        ASSERT_EQ(required_edges, best.required_edges) << "round " << round;
        ASSERT_EQ(maximum_matching(graph, made.capacities).size(), best.edges) << "round " << round;
    }
}

std::int64_t boost_maximum_flow(const RandomGraph& of) {
    using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
    using Graph = boost::adjacency_list<
        boost::vecS, boost::vecS, boost::directedS, boost::no_property,
        boost::property<boost::edge_capacity_t, long,
                        boost::property<boost::edge_residual_capacity_t, long,
                                        boost::property<boost::edge_reverse_t, Traits::edge_descriptor>>>>;
    const auto vertices = static_cast<std::size_t>(of.left_count + of.right_count);
    Graph graph(vertices + 2);
    const auto add = [&graph](std::size_t from, std::size_t to, long capacity) {
        const auto forward = boost::add_edge(from, to, graph).first;
        const auto backward = boost::add_edge(to, from, graph).first;
        boost::put(boost::edge_capacity, graph, forward, capacity);
        boost::put(boost::edge_capacity, graph, backward, 0);
        boost::put(boost::edge_reverse, graph, forward, backward);
        boost::put(boost::edge_reverse, graph, backward, forward);
    };
    const auto right_at = [&of](std::int32_t right) { return static_cast<std::size_t>(of.left_count + right); };
    for (std::int32_t i = 0; i < of.left_count; ++i)
        add(vertices, static_cast<std::size_t>(i), of.capacities.of(Side::left, i));
    for (std::int32_t i = 0; i < of.right_count; ++i) add(right_at(i), vertices + 1, of.capacities.of(Side::right, i));
    for (const BipartiteEdge& edge : of.edges) add(static_cast<std::size_t>(edge.left), right_at(edge.right), 1);
    return boost::push_relabel_max_flow(graph, vertices, vertices + 1);
}

TEST(MaximumMatching, HasAsManyEdgesAsBoostsMaximumFlow) {
    std::mt19937_64 random(2);
    for (int round = 0; round < 40; ++round) {
        const RandomGraph made = random_graph(random, 200, 900);
        const Matching matching = maximum_matching(made.graph(), made.capacities, made.required);
        expect_matching(matching, made.graph(), made.capacities);
        ASSERT_EQ(matching.size(), boost_maximum_flow(made)) << "round " << round;
    }
}

TEST(MaximumMatching, AugmentsAlongPathsThroughTheWholeGraph) {
    // Left i may go to i and i + 1, the last one only to the first right vertex: everybody has to move by one.
    constexpr std::int32_t count = 200'000;
    std::vector<BipartiteEdge> edges{{count - 1, 0}};
    for (std::int32_t i = 0; i + 1 < count; ++i) {
        edges.push_back({i, i});
        edges.push_back({i, i + 1});
    }
    EXPECT_EQ(maximum_matching(BipartiteGraph(count, count, edges)).size(), count);
}

TEST(MaximumMatching, GivesTheSameForTheSameInputInAnyOrder) {
    std::mt19937_64 random(3);
    RandomGraph made = random_graph(random, 60, 300);
    const Matching matching = maximum_matching(made.graph(), made.capacities, made.required);
    std::shuffle(made.edges.begin(), made.edges.end(), random);
    EXPECT_EQ(maximum_matching(made.graph(), made.capacities, made.required), matching);
}

TEST(MaximumMatching, RefusesFlagsOfAnotherLength) {
    const BipartiteGraph graph(2, 2, std::vector<BipartiteEdge>{{0, 0}});
    EXPECT_THROW(maximum_matching(graph, {}, {true}), Error);
    EXPECT_THROW(maximum_matching(graph, {.left = {1}}), Error);
}

TEST(RightPartners, AreThoseOfTheChosenEdges) {
    const BipartiteGraph graph(3, 2, std::vector<BipartiteEdge>{{0, 0}, {2, 0}, {2, 1}});
    const std::vector<std::int32_t> partners = right_partners(graph, maximum_matching(graph));
    EXPECT_EQ(partners, (std::vector<std::int32_t>{0, -1, 1}));
}

}  // namespace
}  // namespace cadre
