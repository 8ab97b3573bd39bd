#include "matching/residual.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/matching.hpp>

#include "matching/at.hpp"

namespace cadre {
Residual::Residual(const BipartiteGraph& graph, const Capacities& capacities, const Matching& matching)
    : graph_(graph),
      capacities_(capacities),
      loads_{std::vector<std::int32_t>(at(graph.left_count())), std::vector<std::int32_t>(at(graph.right_count()))},
      is_used_(at(graph.edge_count())),
      right_starts_(at(graph.right_count()) + 1),
      right_edges_(at(graph.edge_count())) {
    check_capacities(capacities, graph);
    take(matching);
    for (std::int64_t edge = 0; edge < graph.edge_count(); ++edge) ++right_starts_[at(graph.right_of(edge)) + 1];
    for (std::size_t i = 1; i < right_starts_.size(); ++i) right_starts_[i] += right_starts_[i - 1];
    std::vector<std::int64_t> next(right_starts_.begin(), right_starts_.end() - 1);
    for (std::int32_t left = 0; left < graph.left_count(); ++left) {
        for (std::int64_t edge = graph.first_edge(left); edge < graph.first_edge(left + 1); ++edge)
            right_edges_[at(next[at(graph.right_of(edge))]++)] = {edge, left};
    }
}

void Residual::take(const Matching& matching) {
    bool fits = true;
    for (const std::int64_t edge : matching.edges) {
        fits = fits && edge >= 0 && edge < graph_.edge_count() && !is_used(edge);
        if (fits) flip(edge);
    }
    for (const Side side : {Side::left, Side::right}) {
        for (std::int32_t vertex = 0; vertex < vertex_count(side); ++vertex)
            fits = fits && load(side, vertex) <= capacity(side, vertex);
    }
    if (!fits) throw Error(ErrorCode::invalid_argument, Message{texts::matching_not_of_graph, {}});
}

void Residual::flip(std::int64_t edge) {
    const bool taken = !is_used(edge);
    is_used_[at(edge)] = taken;
    loads_[0][at(graph_.left_of(edge))] += taken ? 1 : -1;
    loads_[1][at(graph_.right_of(edge))] += taken ? 1 : -1;
}

std::vector<std::int32_t> Residual::vertices_with_spare(Side side) const {
    std::vector<std::int32_t> found;
    for (std::int32_t vertex = 0; vertex < vertex_count(side); ++vertex) {
        if (has_spare(side, vertex)) found.push_back(vertex);
    }
    return found;
}

Reached reach(const Residual& residual, Side side, const std::vector<std::int32_t>& start) {
    const Side other = opposite(side);
    Reached reached{std::vector<bool>(at(residual.vertex_count(side))),
                    std::vector<bool>(at(residual.vertex_count(other)))};
    std::vector<std::int32_t> open = start;
    for (const std::int32_t member : start) reached.members[at(member)] = true;
    const auto see_member = [&](std::int64_t edge, std::int32_t member) {
        if (!residual.is_used(edge) || reached.members[at(member)]) return;
        reached.members[at(member)] = true;
        open.push_back(member);
    };
    const auto see_choice = [&](std::int64_t edge, std::int32_t choice) {
        if (residual.is_used(edge) || reached.choices[at(choice)]) return;
        if (residual.has_spare(other, choice))
            throw Error(ErrorCode::invalid_argument, Message{texts::matching_not_maximum, {}});
        reached.choices[at(choice)] = true;
        residual.for_edges(other, choice, see_member);
    };
    while (!open.empty()) {
        const std::int32_t member = open.back();
        open.pop_back();
        residual.for_edges(side, member, see_choice);
    }
    return reached;
}

}  // namespace cadre
