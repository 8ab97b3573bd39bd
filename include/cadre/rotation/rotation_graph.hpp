#pragma once

#include <cadre/export.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cadre {

/// A move from one vertex to another; vertices are numbered from 0.
struct RotationEdge {
    std::int32_t from = 0;
    std::int32_t to = 0;

    bool operator==(const RotationEdge&) const = default;
};

/// Who moved from where to where: an immutable directed multigraph in compressed rows, outwards and inwards.
///
/// Edges are numbered from 0 by `from`, then by `to`, then as given; edges given in that order keep their positions as
/// numbers. Takes 12 bytes an edge and 8 a vertex; may be read by several threads. `<cadre/rotation/boost_graph.hpp>`
/// makes it a graph of the Boost Graph Library.
///
///     const std::vector<RotationEdge> edges{{0, 1}, {0, 1}, {1, 0}};
///     const RotationGraph graph(2, edges);
///     graph.targets(0);   // 1, 1
///     graph.in_edges(0);  // 2
class CADRE_EXPORT RotationGraph {
public:
    static constexpr std::int64_t most_vertices = 2147483646;
    static constexpr std::int64_t most_edges = 2147483646;

    RotationGraph() : RotationGraph(0, {}) {}
    /// Sorts the edges, in time that grows with vertices and edges. Throws `Error`: limit_exceeded for a number of
    /// vertices or edges outside 0 to the most; invalid_argument for an edge whose vertex is not there.
    RotationGraph(std::int64_t vertex_count, std::span<const RotationEdge> edges);

    std::int32_t vertex_count() const { return static_cast<std::int32_t>(first_out_.size() - 1); }
    std::int32_t edge_count() const { return static_cast<std::int32_t>(targets_.size()); }

    /// The number of the vertex's first edge outwards; that of `vertex_count()` is the number of edges.
    std::int32_t first_edge(std::int32_t vertex) const { return first_out_[static_cast<std::size_t>(vertex)]; }
    std::int32_t out_degree(std::int32_t vertex) const { return first_edge(vertex + 1) - first_edge(vertex); }
    std::int32_t in_degree(std::int32_t vertex) const {
        return first_in_[static_cast<std::size_t>(vertex) + 1] - first_in_[static_cast<std::size_t>(vertex)];
    }
    std::int32_t source(std::int32_t edge) const { return sources_[static_cast<std::size_t>(edge)]; }
    std::int32_t target(std::int32_t edge) const { return targets_[static_cast<std::size_t>(edge)]; }

    /// Where the edges outwards lead, ascending; a vertex stands there once for each parallel edge.
    std::span<const std::int32_t> targets(std::int32_t vertex) const {
        return {targets_.data() + first_edge(vertex), static_cast<std::size_t>(out_degree(vertex))};
    }
    /// The numbers of the edges inwards, ascending, and so by the vertex that they come from.
    std::span<const std::int32_t> in_edges(std::int32_t vertex) const {
        return {in_edges_.data() + first_in_[static_cast<std::size_t>(vertex)],
                static_cast<std::size_t>(in_degree(vertex))};
    }

    bool operator==(const RotationGraph&) const = default;

private:
    std::vector<std::int32_t> first_out_;
    std::vector<std::int32_t> targets_;
    std::vector<std::int32_t> sources_;
    std::vector<std::int32_t> first_in_;
    std::vector<std::int32_t> in_edges_;
};

/// For each edge number the position of the edge given, so that what stands beside the edges can be put in their order.
/// Throws as the graph does.
CADRE_EXPORT std::vector<std::int32_t> edge_order(std::int64_t vertex_count, std::span<const RotationEdge> edges);

}  // namespace cadre
