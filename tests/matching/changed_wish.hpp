#pragma once

// Graphs with a changed wish, to be solved again.

#include <cadre/matching/assignment.hpp>
#include <cadre/matching/costed_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace cadre::testing {

struct ChangedWish {
    CostedGraph graph;
    AssignmentTerms terms;
};

/// The edges that are kept.
inline CostedGraph filtered(const CostedGraph& graph, const std::function<bool(std::int32_t, std::int64_t)>& is_kept) {
    const BipartiteGraph& network = graph.graph();
    std::vector<CostedEdge> edges;
    for (std::int32_t left = 0; left < network.left_count(); ++left) {
        for (std::int64_t edge = network.first_edge(left); edge < network.first_edge(left + 1); ++edge) {
            if (is_kept(left, edge)) edges.push_back({left, network.right_of(edge), graph.cost(edge)});
        }
    }
    return CostedGraph(network.left_count(), network.right_count(), edges);
}

/// The left vertex comes first and has no other edge.
inline ChangedWish forced(const CostedGraph& graph, std::int64_t edge) {
    const std::int32_t left = graph.graph().left_of(edge);
    AssignmentTerms terms;
    terms.required.resize(static_cast<std::size_t>(graph.graph().left_count()));
    terms.required[static_cast<std::size_t>(left)] = true;
    const auto is_kept = [&](std::int32_t of, std::int64_t any) { return of != left || any == edge; };
    return {filtered(graph, is_kept), std::move(terms)};
}

inline ChangedWish forbidden(const CostedGraph& graph, std::int64_t edge) {
    return {filtered(graph, [edge](std::int32_t, std::int64_t any) { return any != edge; }), {}};
}

}  // namespace cadre::testing
