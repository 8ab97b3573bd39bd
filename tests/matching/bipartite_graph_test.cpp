#include <cadre/error.hpp>
#include <cadre/matching/bipartite_graph.hpp>
#include <cadre/matching/capacities.hpp>

#include <gtest/gtest.h>

#include <vector>

namespace cadre {
namespace {

BipartiteGraph graph_of(std::int64_t left, std::int64_t right, const std::vector<BipartiteEdge>& edges,
                        ParallelEdges parallel = ParallelEdges::refuse) {
    return {left, right, edges, parallel};
}

std::string refusal(std::int64_t left, std::int64_t right, const std::vector<BipartiteEdge>& edges, ErrorCode code) {
    try {
        graph_of(left, right, edges);
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), code);
        return error.what();
    }
    return "accepted";
}

TEST(BipartiteGraph, NumbersEdgesByLeftThenByRightVertex) {
    const BipartiteGraph graph = graph_of(3, 4, {{2, 3}, {0, 2}, {2, 0}, {0, 1}});
    EXPECT_EQ(graph.left_count(), 3);
    EXPECT_EQ(graph.right_count(), 4);
    EXPECT_EQ(graph.edge_count(), 4);
    std::vector<BipartiteEdge> edges;
    for (std::int64_t edge = 0; edge < 4; ++edge) edges.push_back({graph.left_of(edge), graph.right_of(edge)});
    EXPECT_EQ(edges, (std::vector<BipartiteEdge>{{0, 1}, {0, 2}, {2, 0}, {2, 3}}));
    EXPECT_EQ(graph.degree(1), 0);
    EXPECT_TRUE(graph.rights(1).empty());
    EXPECT_EQ(graph.rights(2).back(), 3);
    EXPECT_EQ(graph.first_edge(2), 2);
}

TEST(BipartiteGraph, MayBeEmpty) {
    EXPECT_EQ(graph_of(0, 0, {}).left_count(), 0);
    EXPECT_EQ(graph_of(0, 5, {}).right_count(), 5);
    EXPECT_EQ(graph_of(5, 0, {}).degree(4), 0);
}

TEST(BipartiteGraph, RefusesEdgesToVerticesThatAreNotThere) {
    EXPECT_EQ(refusal(2, 2, {{0, 0}, {2, 1}}, ErrorCode::invalid_argument),
              "edge 1 (counted from 0): the vertex 2 is outside 0 to 2 (2 excluded)");
    EXPECT_EQ(refusal(2, 3, {{0, -1}}, ErrorCode::invalid_argument),
              "edge 0 (counted from 0): the vertex -1 is outside 0 to 3 (3 excluded)");
}

TEST(BipartiteGraph, RefusesImpossibleNumbersOfVertices) {
    EXPECT_EQ(refusal(-1, 2, {}, ErrorCode::limit_exceeded), "-1 vertices are not possible: give 0 to 2147483646");
    EXPECT_EQ(refusal(2, 2147483647, {}, ErrorCode::limit_exceeded),
              "2147483647 vertices are not possible: give 0 to 2147483646");
}

TEST(BipartiteGraph, RefusesOrMergesParallelEdges) {
    const std::vector<BipartiteEdge> edges{{1, 0}, {0, 1}, {1, 0}, {1, 1}, {0, 1}};
    EXPECT_EQ(refusal(2, 2, edges, ErrorCode::invalid_argument),
              "two edges join the left vertex 0 to the right vertex 1: leave one out, or let them be merged "
              "(ParallelEdges::merge)");
    const BipartiteGraph merged = graph_of(2, 2, edges, ParallelEdges::merge);
    EXPECT_EQ(merged.edge_count(), 3);
    EXPECT_EQ(merged.degree(0), 1);
    EXPECT_EQ(merged.rights(1).front(), 0);
    EXPECT_EQ(merged.rights(1).back(), 1);
}

TEST(Capacities, AreOneWhereNoneAreGiven) {
    EXPECT_EQ(Capacities{}.of(Side::left, 7), 1);
    EXPECT_EQ((Capacities{.right = {4, 0}}).of(Side::right, 1), 0);
}

TEST(Capacities, OfAnotherLengthOrNegativeAreRefused) {
    const BipartiteGraph graph = graph_of(2, 3, {});
    const auto refused = [&graph](const Capacities& capacities) {
        try {
            check_capacities(capacities, graph);
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::invalid_argument);
            return std::string(error.what());
        }
        return std::string("accepted");
    };
    EXPECT_EQ(refused({.left = {1, 2}, .right = {0, 0, 9}}), "accepted");
    EXPECT_EQ(refused({.left = {1}}),
              "`left` needs 2 values, was given 1; leave it empty for the default of every vertex");
    EXPECT_EQ(refused({.right = {1, -2, 1}}), "`right`, position 1 (counted from 0): the capacity -2 is negative");
}

}  // namespace
}  // namespace cadre
