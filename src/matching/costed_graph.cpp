#include <cadre/matching/costed_graph.hpp>

#include "matching/at.hpp"
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

CostedGraph CostedGraph::transposed() const {
    std::vector<std::int64_t> starts(at(graph_.right_count()) + 1);
    for (std::int64_t edge = 0; edge < graph_.edge_count(); ++edge) ++starts[at(graph_.right_of(edge)) + 1];
    for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
    std::vector<std::int64_t> next(starts.begin(), starts.end() - 1);
    std::vector<std::int32_t> lefts(costs_.size());
    std::vector<std::int64_t> costs(costs_.size());
    for (std::int32_t left = 0; left < graph_.left_count(); ++left) {
        for (std::int64_t edge = graph_.first_edge(left); edge < graph_.first_edge(left + 1); ++edge) {
            const std::size_t to = at(next[at(graph_.right_of(edge))]++);
            lefts[to] = left;
            costs[to] = cost(edge);
        }
    }
    return {BipartiteGraph(graph_.left_count(), std::move(starts), std::move(lefts)), std::move(costs)};
}

}  // namespace cadre
