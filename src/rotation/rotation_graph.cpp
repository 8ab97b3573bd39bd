#include <cadre/rotation/rotation_graph.hpp>

#include <cadre/error.hpp>
#include <cadre/messages/texts/matching.hpp>
#include <cadre/messages/texts/rotation.hpp>

#include <utility>

namespace cadre {
namespace {

std::size_t at(std::int32_t number) {
    return static_cast<std::size_t>(number);
}

void check(std::int64_t vertex_count, std::span<const RotationEdge> edges) {
    if (vertex_count < 0 || vertex_count > RotationGraph::most_vertices)
        throw Error(ErrorCode::limit_exceeded, Message{texts::matching_vertex_count, {vertex_count}});
    const auto edge_count = static_cast<std::int64_t>(edges.size());
    if (edge_count > RotationGraph::most_edges)
        throw Error(ErrorCode::limit_exceeded,
                    Message{texts::rotation_edge_count, {edge_count, RotationGraph::most_edges}});
    for (std::size_t i = 0; i < edges.size(); ++i) {
        for (const std::int32_t vertex : {edges[i].from, edges[i].to}) {
            if (vertex >= 0 && vertex < vertex_count) continue;
            throw Error(ErrorCode::invalid_argument,
                        Message{texts::matching_edge_outside, {static_cast<std::int64_t>(i), vertex, vertex_count}});
        }
    }
}

/// Where the row of each key begins in an order by key, and the end of the last.
template <class Key>
std::vector<std::int32_t> row_starts(std::int64_t keys, std::size_t count, Key key) {
    std::vector<std::int32_t> starts(static_cast<std::size_t>(keys) + 1);
    for (std::size_t i = 0; i < count; ++i) ++starts[at(key(i)) + 1];
    for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
    return starts;
}

/// Positions by key, those of one key as `next` gives them: a pass of a radix sort.
template <class Key, class Next>
std::vector<std::int32_t> by_key(const std::vector<std::int32_t>& starts, std::size_t count, Key key, Next next) {
    std::vector<std::int32_t> order(count);
    std::vector<std::int32_t> free(starts.begin(), starts.end() - 1);
    for (std::size_t i = 0; i < count; ++i) {
        const std::int32_t position = next(i);
        order[at(free[at(key(at(position)))]++)] = position;
    }
    return order;
}

bool is_ordered(std::span<const RotationEdge> edges) {
    for (std::size_t i = 1; i < edges.size(); ++i) {
        if (std::pair(edges[i].from, edges[i].to) < std::pair(edges[i - 1].from, edges[i - 1].to)) return false;
    }
    return true;
}

}  // namespace

std::vector<std::int32_t> edge_order(std::int64_t vertex_count, std::span<const RotationEdge> edges) {
    check(vertex_count, edges);
    const auto from = [&](std::size_t i) { return edges[i].from; };
    const auto to = [&](std::size_t i) { return edges[i].to; };
    const auto as_given = [](std::size_t i) { return static_cast<std::int32_t>(i); };
    const std::size_t count = edges.size();
    const auto by_target = by_key(row_starts(vertex_count, count, to), count, to, as_given);
    return by_key(row_starts(vertex_count, count, from), count, from, [&](std::size_t i) { return by_target[i]; });
}

RotationGraph::RotationGraph(std::int64_t vertex_count, std::span<const RotationEdge> edges) {
    check(vertex_count, edges);
    std::vector<RotationEdge> sorted;
    if (!is_ordered(edges)) {
        sorted.reserve(edges.size());
        for (const std::int32_t i : edge_order(vertex_count, edges)) sorted.push_back(edges[at(i)]);
        edges = sorted;
    }
    const std::size_t count = edges.size();
    first_out_ = row_starts(vertex_count, count, [&](std::size_t i) { return edges[i].from; });
    sources_.reserve(count);
    targets_.reserve(count);
    for (const RotationEdge& edge : edges) {
        sources_.push_back(edge.from);
        targets_.push_back(edge.to);
    }
    const auto to = [&](std::size_t i) { return targets_[i]; };
    first_in_ = row_starts(vertex_count, count, to);
    in_edges_ = by_key(first_in_, count, to, [](std::size_t i) { return static_cast<std::int32_t>(i); });
}

}  // namespace cadre
