#pragma once

#include <cadre/rotation/rotation_graph.hpp>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/transform_iterator.hpp>
#include <boost/property_map/property_map.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>

// `RotationGraph` as a graph of the Boost Graph Library, so that its algorithms run in place: it models
// VertexListGraph, EdgeListGraph, IncidenceGraph, BidirectionalGraph and AdjacencyGraph, with the properties
// `vertex_index` and `edge_index`. A header that only users of Boost.Graph need to include.
//
//     std::vector<int> component(boost::num_vertices(graph));
//     boost::strong_components(graph, component.data());

namespace cadre {

/// An edge of a `RotationGraph` as Boost.Graph hands it round; made by the graph.
struct BoostEdge {
    std::int32_t from = -1;
    std::int32_t to = -1;
    std::int32_t number = -1;

    bool operator==(const BoostEdge& other) const { return number == other.number; }
    auto operator<=>(const BoostEdge& other) const { return number <=> other.number; }
};

/// Makes the edge of a position in one of the graph's rows.
class BoostEdgeMaker {
public:
    enum class Row { out, in, all };

    BoostEdgeMaker() = default;
    BoostEdgeMaker(const RotationGraph& graph, Row row, std::int32_t vertex = -1)
        : graph_(&graph), row_(row), vertex_(vertex) {}

    BoostEdge operator()(std::int32_t position) const {
        if (row_ == Row::out) return {vertex_, graph_->target(position), position};
        if (row_ == Row::all) return {graph_->source(position), graph_->target(position), position};
        const std::int32_t edge = graph_->in_edges(vertex_)[static_cast<std::size_t>(position)];
        return {graph_->source(edge), vertex_, edge};
    }

private:
    const RotationGraph* graph_ = nullptr;
    Row row_ = Row::all;
    std::int32_t vertex_ = -1;
};

using BoostVertexIterator = boost::counting_iterator<std::int32_t>;
using BoostEdgeIterator = boost::transform_iterator<BoostEdgeMaker, BoostVertexIterator>;

/// Property map from an edge to its number.
struct BoostEdgeIndex {
    using key_type = BoostEdge;
    using value_type = std::int32_t;
    using reference = std::int32_t;
    using category = boost::readable_property_map_tag;
};

/// Tags of what the graph can do.
struct BoostTraversal : boost::vertex_list_graph_tag,
                        boost::edge_list_graph_tag,
                        boost::bidirectional_graph_tag,
                        boost::adjacency_graph_tag {};

}  // namespace cadre

namespace boost {

template <>
struct graph_traits<cadre::RotationGraph> {
    using vertex_descriptor = std::int32_t;
    using edge_descriptor = cadre::BoostEdge;
    using directed_category = bidirectional_tag;
    using edge_parallel_category = allow_parallel_edge_tag;
    using traversal_category = cadre::BoostTraversal;
    using vertices_size_type = std::int32_t;
    using edges_size_type = std::int32_t;
    using degree_size_type = std::int32_t;
    using vertex_iterator = cadre::BoostVertexIterator;
    using edge_iterator = cadre::BoostEdgeIterator;
    using out_edge_iterator = cadre::BoostEdgeIterator;
    using in_edge_iterator = cadre::BoostEdgeIterator;
    using adjacency_iterator = const std::int32_t*;

    static vertex_descriptor null_vertex() { return -1; }
};

// Algorithms that deduce the type of a graph that they do not change ask for this one.
template <>
struct graph_traits<const cadre::RotationGraph> : graph_traits<cadre::RotationGraph> {};

template <>
struct property_map<cadre::RotationGraph, vertex_index_t> {
    using type = typed_identity_property_map<std::int32_t>;
    using const_type = type;
};

template <>
struct property_map<cadre::RotationGraph, edge_index_t> {
    using type = cadre::BoostEdgeIndex;
    using const_type = type;
};

}  // namespace boost

namespace cadre {

inline std::int32_t num_vertices(const RotationGraph& graph) {
    return graph.vertex_count();
}
inline std::int32_t num_edges(const RotationGraph& graph) {
    return graph.edge_count();
}
inline std::pair<BoostVertexIterator, BoostVertexIterator> vertices(const RotationGraph& graph) {
    return {BoostVertexIterator(0), BoostVertexIterator(graph.vertex_count())};
}
inline std::int32_t source(const BoostEdge& edge, const RotationGraph&) {
    return edge.from;
}
inline std::int32_t target(const BoostEdge& edge, const RotationGraph&) {
    return edge.to;
}
inline std::int32_t out_degree(std::int32_t vertex, const RotationGraph& graph) {
    return graph.out_degree(vertex);
}
inline std::int32_t in_degree(std::int32_t vertex, const RotationGraph& graph) {
    return graph.in_degree(vertex);
}
inline std::int32_t degree(std::int32_t vertex, const RotationGraph& graph) {
    return graph.out_degree(vertex) + graph.in_degree(vertex);
}

/// The edges of positions `first` to `last` (excluded) of a row.
inline std::pair<BoostEdgeIterator, BoostEdgeIterator> boost_edges(const BoostEdgeMaker& make, std::int32_t first,
                                                                   std::int32_t last) {
    return {BoostEdgeIterator(BoostVertexIterator(first), make), BoostEdgeIterator(BoostVertexIterator(last), make)};
}
inline std::pair<BoostEdgeIterator, BoostEdgeIterator> edges(const RotationGraph& graph) {
    return boost_edges({graph, BoostEdgeMaker::Row::all}, 0, graph.edge_count());
}
inline std::pair<BoostEdgeIterator, BoostEdgeIterator> out_edges(std::int32_t vertex, const RotationGraph& graph) {
    return boost_edges({graph, BoostEdgeMaker::Row::out, vertex}, graph.first_edge(vertex),
                       graph.first_edge(vertex + 1));
}
inline std::pair<BoostEdgeIterator, BoostEdgeIterator> in_edges(std::int32_t vertex, const RotationGraph& graph) {
    return boost_edges({graph, BoostEdgeMaker::Row::in, vertex}, 0, graph.in_degree(vertex));
}
inline std::pair<const std::int32_t*, const std::int32_t*> adjacent_vertices(std::int32_t vertex,
                                                                             const RotationGraph& graph) {
    const auto targets = graph.targets(vertex);
    return {targets.data(), targets.data() + targets.size()};
}

inline boost::typed_identity_property_map<std::int32_t> get(boost::vertex_index_t, const RotationGraph&) {
    return {};
}
inline std::int32_t get(boost::vertex_index_t, const RotationGraph&, std::int32_t vertex) {
    return vertex;
}
inline BoostEdgeIndex get(boost::edge_index_t, const RotationGraph&) {
    return {};
}
inline std::int32_t get(boost::edge_index_t, const RotationGraph&, const BoostEdge& edge) {
    return edge.number;
}
inline std::int32_t get(const BoostEdgeIndex&, const BoostEdge& edge) {
    return edge.number;
}

}  // namespace cadre
