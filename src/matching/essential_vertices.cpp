#include <cadre/matching/essential_vertices.hpp>

#include "matching/at.hpp"
#include "matching/residual.hpp"

#include <algorithm>

namespace cadre {
namespace {

constexpr std::int64_t no_edge = -1;
constexpr std::int32_t none = -1;

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
        ways_to_right_.assign(at(graph_.right_count()), no_edge);
        ways_to_left_.assign(at(graph_.left_count()), no_edge);
        const std::int32_t spare = find_spare(source);
        if (spare == none) return false;
        take_way(source, spare);
        return true;
    }

    /// A right vertex with a place to spare that an alternating path reaches; the ways there stay noted.
    std::int32_t find_spare(std::int32_t source) {
        std::vector<std::int32_t> open{source};
        std::int32_t spare = none;
        const auto see_left = [&](std::int64_t edge, std::int32_t left) {
            if (!residual_.is_used(edge) || left == source || ways_to_left_[at(left)] != no_edge) return;
            ways_to_left_[at(left)] = edge;
            open.push_back(left);
        };
        const auto see_right = [&](std::int64_t edge, std::int32_t right) {
            if (spare != none || right == absent_) return;
            if (residual_.is_used(edge) || ways_to_right_[at(right)] != no_edge) return;
            ways_to_right_[at(right)] = edge;
            if (residual_.has_spare(Side::right, right)) spare = right;
            residual_.for_edges(Side::right, right, see_left);
        };
        while (!open.empty() && spare == none) {
            const std::int32_t left = open.back();
            open.pop_back();
            residual_.for_edges(Side::left, left, see_right);
        }
        return spare;
    }

    void take_way(std::int32_t source, std::int32_t spare) {
        for (std::int32_t right = spare;;) {
            const std::int64_t edge = ways_to_right_[at(right)];
            flip(edge);
            const std::int32_t left = graph_.left_of(edge);
            if (left == source) return;
            const std::int64_t given_up = ways_to_left_[at(left)];
            flip(given_up);
            right = graph_.right_of(given_up);
        }
    }

    void flip(std::int64_t edge) {
        residual_.flip(edge);
        flipped_.push_back(edge);
    }

    const BipartiteGraph& graph_;
    Residual& residual_;
    std::int32_t absent_;
    std::vector<std::int64_t> ways_to_right_;  ///< of one search: the edge by which a right vertex was reached
    std::vector<std::int64_t> ways_to_left_;
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
        const bool is_essential =
            is_simple ? !replaceable.members[at(right)] : !Replacement(graph, residual, right).is_complete();
        if (is_essential) found.push_back(right);
    }
    return found;
}

}  // namespace cadre
