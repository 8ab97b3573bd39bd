#pragma once

#include <cadre/export.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace cadre {

/// A possible pair: vertices of each side are numbered from 0.
struct BipartiteEdge {
    std::int32_t left = 0;
    std::int32_t right = 0;

    bool operator==(const BipartiteEdge&) const = default;
};

/// What becomes of two edges that join the same pair: an error, or one edge of them (the cheapest where edges cost).
enum class ParallelEdges { refuse, merge };

/// Which vertices of a bipartite graph are meant.
enum class Side { left, right };

/// Who may go with whom: an immutable bipartite graph in compressed rows, at most one edge a pair.
///
/// Edges are numbered from 0 by left vertex, then by right vertex. Takes 8 bytes a left vertex and 4 an edge; may be
/// read by several threads.
///
///     const std::vector<BipartiteEdge> edges{{0, 0}, {0, 1}, {1, 0}};
///     const BipartiteGraph graph(2, 2, edges);
///     graph.rights(0);    // 0, 1
///     graph.right_of(2);  // 0
class CADRE_EXPORT BipartiteGraph {
public:
    /// The greatest number of vertices of a side.
    static constexpr std::int64_t most_vertices = 2147483646;

    /// Sorts the edges, in time that grows with them. Throws `Error`: limit_exceeded for a number of vertices outside
    /// 0 to `most_vertices`; invalid_argument for an edge whose vertex is not there, and for parallel edges unless
    /// they are merged.
    BipartiteGraph(std::int64_t left_count, std::int64_t right_count, std::span<const BipartiteEdge> edges,
                   ParallelEdges parallel = ParallelEdges::refuse);

    std::int32_t left_count() const { return static_cast<std::int32_t>(first_edges_.size() - 1); }
    std::int32_t right_count() const { return right_count_; }
    std::int64_t edge_count() const { return static_cast<std::int64_t>(rights_.size()); }

    /// The number of the left vertex's first edge; that of `left_count()` is the number of edges.
    std::int64_t first_edge(std::int32_t left) const { return first_edges_[static_cast<std::size_t>(left)]; }
    std::int64_t degree(std::int32_t left) const { return first_edge(left + 1) - first_edge(left); }
    std::int32_t right_of(std::int64_t edge) const { return rights_[static_cast<std::size_t>(edge)]; }
    /// Found by halving.
    std::int32_t left_of(std::int64_t edge) const;

    /// The right vertices that the left one may go with, ascending.
    std::span<const std::int32_t> rights(std::int32_t left) const {
        return {rights_.data() + first_edge(left), static_cast<std::size_t>(degree(left))};
    }

private:
    friend class CostedGraph;

    BipartiteGraph(std::int32_t right_count, std::vector<std::int64_t> first_edges, std::vector<std::int32_t> rights)
        : right_count_(right_count), first_edges_(std::move(first_edges)), rights_(std::move(rights)) {}

    std::int32_t right_count_;
    std::vector<std::int64_t> first_edges_;
    std::vector<std::int32_t> rights_;
};

}  // namespace cadre
