#include "rotation/random_moves.hpp"

#include <cadre/rotation/boost_graph.hpp>

#include <gtest/gtest.h>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>

#include <algorithm>
#include <iterator>

namespace cadre {
namespace {

using testing::random_edges;
using testing::reachable;

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<RotationGraph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<RotationGraph>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<RotationGraph>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<RotationGraph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<RotationGraph>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<RotationGraph, std::int32_t, boost::vertex_index_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<RotationGraph, BoostEdge, boost::edge_index_t>));

TEST(BoostGraph, GivesTheEdgesOfEachVertexWithTheirNumbers) {
    const std::vector<RotationEdge> given{{0, 1}, {0, 2}, {1, 2}, {1, 2}};
    const RotationGraph graph(3, given);
    std::vector<std::int32_t> numbers;
    for (auto [edge, end] = in_edges(2, graph); edge != end; ++edge) {
        EXPECT_EQ(target(*edge, graph), 2);
        EXPECT_EQ(source(*edge, graph), graph.source((*edge).number));
        numbers.push_back(get(get(boost::edge_index, graph), *edge));
    }
    EXPECT_EQ(numbers, (std::vector<std::int32_t>{1, 2, 3}));
    std::vector<std::int32_t> outwards;
    for (auto [edge, end] = out_edges(1, graph); edge != end; ++edge) outwards.push_back((*edge).number);
    EXPECT_EQ(outwards, (std::vector<std::int32_t>{2, 3}));
    const auto [first, last] = edges(graph);
    EXPECT_EQ(std::distance(first, last), 4);
}

TEST(BoostGraph, RunsStrongComponentsInPlace) {
    std::mt19937_64 random(2);
    for (int round = 0; round < 50; ++round) {
        const auto count = static_cast<std::int32_t>(random() % 10 + 1);
        const RotationGraph graph(count, random_edges(random, count, random() % 25));
        std::vector<std::int32_t> component(static_cast<std::size_t>(count));
        boost::strong_components(graph,
                                 boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, graph)));
        const auto reach = reachable(graph);
        for (std::size_t a = 0; a < component.size(); ++a) {
            for (std::size_t b = 0; b < component.size(); ++b) {
                EXPECT_EQ(component[a] == component[b], reach[a][b] && reach[b][a]);
            }
        }
    }
}

TEST(BoostGraph, RunsTopologicalSortInPlace) {
    const std::vector<RotationEdge> given{{2, 1}, {1, 0}, {2, 0}};
    const RotationGraph graph(3, given);
    std::vector<std::int32_t> order;
    boost::topological_sort(graph, std::back_inserter(order));
    EXPECT_EQ(order, (std::vector<std::int32_t>{0, 1, 2})) << "sinks first";
}

TEST(BoostGraph, RunsDijkstraWithWeightsByEdgeNumber) {
    const std::vector<RotationEdge> given{{0, 1}, {0, 2}, {1, 2}};
    const RotationGraph graph(3, given);
    const std::vector<int> days{1, 5, 2};
    std::vector<int> distance(3);
    const auto weight = boost::make_iterator_property_map(days.begin(), get(boost::edge_index, graph));
    boost::dijkstra_shortest_paths(graph, 0,
                                   boost::weight_map(weight).distance_map(boost::make_iterator_property_map(
                                       distance.begin(), get(boost::vertex_index, graph))));
    EXPECT_EQ(distance, (std::vector<int>{0, 1, 3}));
}

TEST(BoostGraph, RunsBrandesInPlace) {
    const std::vector<RotationEdge> given{{0, 1}, {1, 2}, {1, 3}};
    const RotationGraph graph(4, given);
    std::vector<double> centrality(4);
    boost::brandes_betweenness_centrality(
        graph, boost::make_iterator_property_map(centrality.begin(), get(boost::vertex_index, graph)));
    EXPECT_EQ(centrality, (std::vector<double>{0, 2, 0, 0})) << "on the paths 0 to 2 and 0 to 3";
}

TEST(BoostGraph, ReachesAllThatWarshallReaches) {
    std::mt19937_64 random(3);
    const RotationGraph graph(20, random_edges(random, 20, 30));
    const auto reach = reachable(graph);
    for (std::int32_t start = 0; start < 20; ++start) {
        std::vector<int> distance(20, -1);
        distance[static_cast<std::size_t>(start)] = 0;
        const auto distances = boost::make_iterator_property_map(distance.begin(), get(boost::vertex_index, graph));
        boost::breadth_first_search(
            graph, start,
            boost::visitor(boost::make_bfs_visitor(boost::record_distances(distances, boost::on_tree_edge()))));
        for (std::size_t to = 0; to < 20; ++to)
            EXPECT_EQ(distance[to] >= 0, reach[static_cast<std::size_t>(start)][to]);
    }
}

}  // namespace
}  // namespace cadre
