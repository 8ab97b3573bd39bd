#include <cadre/matching/essential_vertices.hpp>

#include "matching/residual.hpp"

#include <algorithm>

namespace cadre {
namespace {

constexpr std::int64_t no_edge = -1;

/// Looks for other places for what one right vertex has, as if it were not there.
class Replacement {
public:
    Replacement(const BipartiteGraph& graph, Residual& residual, std::int32_t absent)
        : graph_(graph), residual_(residual), absent_(absent) {}

    /// Whether every edge in use of the vertex can be replaced. Leaves the matching as it was.
    bool is_complete() {
        std::vector<std::int32_t> displaced;
        residual_.for_edges(Side::right, absent_, [&](std::int64_t edge, std::int32_t left) {
            if (residual_.is_used(edge)) displaced.push_back(left);
        });
        const bool complete =
            std::all_of(displaced.begin(), displaced.end(), [this](std::int32_t left) { return replace(left); });
        for (auto edge = flipped_.rbegin(); edge != flipped_.rend(); ++edge) residual_.flip(*edge);
        return complete;
    }

private:
    bool replace(std::int32_t source) {
        std::vector<std::int64_t> way_to_right(static_cast<std::size_t>(graph_.right_count()), no_edge);
        std::vector<std::int64_t> way_to_left(static_cast<std::size_t>(graph_.left_count()), no_edge);
        std::vector<std::int32_t> open{source};
        std::int32_t spare = -1;
        const auto see_left = [&](std::int64_t edge, std::int32_t left) {
            if (!residual_.is_used(edge) || left == source || way_to_left[static_cast<std::size_t>(left)] != no_edge)
                return;
            way_to_left[static_cast<std::size_t>(left)] = edge;
            open.push_back(left);
        };
        const auto see_right = [&](std::int64_t edge, std::int32_t right) {
            std::int64_t& way = way_to_right[static_cast<std::size_t>(right)];
            if (residual_.is_used(edge) || right == absent_ || way != no_edge || spare >= 0) return;
            way = edge;
            if (residual_.has_spare(Side::right, right)) spare = right;
            residual_.for_edges(Side::right, right, see_left);
        };
        while (!open.empty() && spare < 0) {
            const std::int32_t left = open.back();
            open.pop_back();
            residual_.for_edges(Side::left, left, see_right);
        }
        if (spare < 0) return false;
        std::int64_t edge = way_to_right[static_cast<std::size_t>(spare)];
        while (true) {
            flip(edge);
            const std::int32_t left = graph_.left_of(edge);
            if (left == source) return true;
            flip(edge = way_to_left[static_cast<std::size_t>(left)]);
            edge = way_to_right[static_cast<std::size_t>(graph_.right_of(edge))];
        }
    }

    void flip(std::int64_t edge) {
        residual_.flip(edge);
        flipped_.push_back(edge);
    }

    const BipartiteGraph& graph_;
    Residual& residual_;
    std::int32_t absent_;
    std::vector<std::int64_t> flipped_;
};

}  // namespace

std::vector<std::int32_t> essential_rights(const BipartiteGraph& graph, const Capacities& capacities,
                                           const Matching& matching) {
    Residual residual(graph, capacities, matching);
    const Reached replaceable = reach(residual, Side::right, residual.vertices_with_spare(Side::right));
    std::vector<std::int32_t> found;
    for (std::int32_t right = 0; right < graph.right_count(); ++right) {
        if (residual.load(Side::right, right) == 0) continue;
        const bool is_simple = residual.capacity(Side::right, right) == 1;
        const bool is_essential = is_simple ? !replaceable.members[static_cast<std::size_t>(right)]
                                            : !Replacement(graph, residual, right).is_complete();
        if (is_essential) found.push_back(right);
    }
    return found;
}

}  // namespace cadre
