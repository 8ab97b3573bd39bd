#include <cadre/matching/bipartite_graph.hpp>

#include "matching/edge_order.hpp"

#include <algorithm>
#include <utility>

namespace cadre {

BipartiteGraph::BipartiteGraph(std::int64_t left_count, std::int64_t right_count, std::span<const BipartiteEdge> edges,
                               ParallelEdges parallel) {
    check_edges(left_count, right_count, edges);
    EdgeOrder<BipartiteEdge> order = sorted_rows(
        left_count, edges, [](const BipartiteEdge& a, const BipartiteEdge& b) { return a.right < b.right; });
    resolve_parallel_edges(order, parallel);
    right_count_ = static_cast<std::int32_t>(right_count);
    first_edges_ = std::move(order.first_edges);
    rights_.reserve(order.edges.size());
    for (const BipartiteEdge& edge : order.edges) rights_.push_back(edge.right);
}

std::int32_t BipartiteGraph::left_of(std::int64_t edge) const {
    const auto after = std::upper_bound(first_edges_.begin(), first_edges_.end(), edge);
    return static_cast<std::int32_t>(after - first_edges_.begin()) - 1;
}

}  // namespace cadre
