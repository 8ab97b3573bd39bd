#pragma once

#include <cadre/export.hpp>
#include <cadre/matching/bipartite_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace cadre {

/// A possible pair and what it costs; the unit is the caller's, negative costs are gains.
struct CostedEdge {
    std::int32_t left = 0;
    std::int32_t right = 0;
    std::int64_t cost = 0;

    bool operator==(const CostedEdge&) const = default;
};

/// An immutable bipartite graph with a cost on each edge. Takes 12 bytes an edge; may be read by several threads.
class CADRE_EXPORT CostedGraph {
public:
    /// As `BipartiteGraph`; of merged parallel edges the cheapest stays.
    CostedGraph(std::int64_t left_count, std::int64_t right_count, std::span<const CostedEdge> edges,
                ParallelEdges parallel = ParallelEdges::refuse);

    /// The same edges with left and right exchanged.
    CostedGraph transposed() const;

    const BipartiteGraph& graph() const { return graph_; }
    /// By the numbers of the edges.
    std::span<const std::int64_t> costs() const { return costs_; }
    std::int64_t cost(std::int64_t edge) const { return costs_[static_cast<std::size_t>(edge)]; }

private:
    CostedGraph(BipartiteGraph graph, std::vector<std::int64_t> costs)
        : graph_(std::move(graph)), costs_(std::move(costs)) {}

    BipartiteGraph graph_;
    std::vector<std::int64_t> costs_;
};

}  // namespace cadre
