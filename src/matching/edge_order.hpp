#pragma once

#include <cadre/error.hpp>
#include <cadre/matching/bipartite_graph.hpp>
#include <cadre/messages/texts/matching.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cadre {

/// Edges by left vertex, then as `<` has them; a template for edges with and without a cost.
template <class Edge>
struct EdgeOrder {
    std::vector<std::int64_t> first_edges;  ///< one a left vertex, and the number of edges
    std::vector<Edge> edges;
};

inline void check_vertex_count(std::int64_t count) {
    if (count < 0 || count > BipartiteGraph::most_vertices)
        throw Error(ErrorCode::limit_exceeded, Message{texts::matching_vertex_count, {count}});
}

template <class Edge>
void check_edges(std::int64_t left_count, std::int64_t right_count, std::span<const Edge> edges) {
    check_vertex_count(left_count);
    check_vertex_count(right_count);
    const auto check = [](std::size_t position, std::int32_t vertex, std::int64_t count) {
        if (vertex >= 0 && vertex < count) return;
        throw Error(ErrorCode::invalid_argument,
                    Message{texts::matching_edge_outside, {static_cast<std::int64_t>(position), vertex, count}});
    };
    for (std::size_t i = 0; i < edges.size(); ++i) {
        check(i, edges[i].left, left_count);
        check(i, edges[i].right, right_count);
    }
}

/// Puts edges into rows by counting, then sorts each row by right vertex and `less`.
template <class Edge, class Less>
EdgeOrder<Edge> sorted_rows(std::int64_t left_count, std::span<const Edge> edges, Less less) {
    EdgeOrder<Edge> order{std::vector<std::int64_t>(static_cast<std::size_t>(left_count) + 1),
                          std::vector<Edge>(edges.size())};
    std::vector<std::int64_t>& starts = order.first_edges;
    for (const Edge& edge : edges) ++starts[static_cast<std::size_t>(edge.left) + 1];
    for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
    std::vector<std::int64_t> next(starts.begin(), starts.end() - 1);
    for (const Edge& edge : edges) {
        order.edges[static_cast<std::size_t>(next[static_cast<std::size_t>(edge.left)]++)] = edge;
    }
    for (std::size_t i = 1; i < starts.size(); ++i)
        std::sort(order.edges.begin() + starts[i - 1], order.edges.begin() + starts[i], less);
    return order;
}

/// Leaves the first of parallel edges, or throws `Error` (invalid_argument).
template <class Edge>
void resolve_parallel_edges(EdgeOrder<Edge>& order, ParallelEdges rule) {
    std::size_t kept = 0;
    std::size_t next = 0;
    for (std::size_t row = 1; row < order.first_edges.size(); ++row) {
        const auto end = static_cast<std::size_t>(order.first_edges[row]);
        for (const std::size_t start = kept; next < end; ++next) {
            const Edge& edge = order.edges[next];
            const bool is_parallel = kept > start && order.edges[kept - 1].right == edge.right;
            if (!is_parallel) {
                order.edges[kept++] = edge;
            } else if (rule == ParallelEdges::refuse) {
                throw Error(ErrorCode::invalid_argument,
                            Message{texts::matching_parallel_edges, {edge.left, edge.right}});
            }
        }
        order.first_edges[row] = static_cast<std::int64_t>(kept);
    }
    order.edges.resize(kept);
}

}  // namespace cadre
