#include <cadre/matching/costed_graph.hpp>

#include "matching/edge_order.hpp"

#include <tuple>
#include <utility>

namespace cadre {

CostedGraph::CostedGraph(std::int64_t left_count, std::int64_t right_count, std::span<const CostedEdge> edges,
                         ParallelEdges parallel)
    : graph_(0, 0, {}) {
    check_edges(left_count, right_count, edges);
    EdgeOrder<CostedEdge> order = sorted_rows(left_count, edges, [](const CostedEdge& a, const CostedEdge& b) {
        return std::tie(a.right, a.cost) < std::tie(b.right, b.cost);
    });
    resolve_parallel_edges(order, parallel);
    std::vector<std::int32_t> rights;
    rights.reserve(order.edges.size());
    costs_.reserve(order.edges.size());
    for (const CostedEdge& edge : order.edges) {
        rights.push_back(edge.right);
        costs_.push_back(edge.cost);
    }
    graph_ = BipartiteGraph(static_cast<std::int32_t>(right_count), std::move(order.first_edges), std::move(rights));
}

}  // namespace cadre
