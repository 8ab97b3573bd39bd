#include <cadre/error.hpp>
#include <cadre/matching/costed_graph.hpp>

#include <gtest/gtest.h>

#include <vector>

namespace cadre {
namespace {

TEST(CostedGraph, KeepsTheCostOfEachEdgeInTheOrderOfEdges) {
    const CostedGraph graph(2, 3, std::vector<CostedEdge>{{1, 2, 5}, {0, 1, -7}, {1, 0, 9}});
    EXPECT_EQ(graph.graph().right_of(1), 0);
    EXPECT_EQ(std::vector<std::int64_t>(graph.costs().begin(), graph.costs().end()),
              (std::vector<std::int64_t>{-7, 9, 5}));
    EXPECT_EQ(graph.cost(2), 5);
}

TEST(CostedGraph, KeepsTheCheapestOfMergedEdges) {
    const std::vector<CostedEdge> edges{{0, 1, 4}, {0, 0, 1}, {0, 1, 3}, {0, 1, 8}};
    const CostedGraph graph(1, 2, edges, ParallelEdges::merge);
    EXPECT_EQ(graph.graph().edge_count(), 2);
    EXPECT_EQ(graph.cost(1), 3);
    EXPECT_THROW(CostedGraph(1, 2, edges), Error);
}

TEST(CostedGraph, RefusesEdgesToVerticesThatAreNotThere) {
    EXPECT_THROW(CostedGraph(1, 2, std::vector<CostedEdge>{{0, 2, 1}}), Error);
    EXPECT_THROW(CostedGraph(1, -2, {}), Error);
}

}  // namespace
}  // namespace cadre
