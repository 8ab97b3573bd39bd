#pragma once

#include <cadre/matching/bipartite_graph.hpp>
#include <cadre/matching/capacities.hpp>
#include <cadre/matching/maximum_matching.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace cadre {

constexpr Side opposite(Side side) {
    return side == Side::left ? Side::right : Side::left;
}

/// A graph with a matching in it, and its edges by either side: where alternating paths are looked for.
class Residual {
public:
    /// Throws `Error` (invalid_argument) for a matching that is not one of the graph with these capacities.
    Residual(const BipartiteGraph& graph, const Capacities& capacities, const Matching& matching);

    std::int32_t vertex_count(Side side) const { return static_cast<std::int32_t>(loads(side).size()); }
    std::int32_t capacity(Side side, std::int32_t vertex) const { return capacities_.of(side, vertex); }
    std::int32_t load(Side side, std::int32_t vertex) const { return loads(side)[static_cast<std::size_t>(vertex)]; }
    bool has_spare(Side side, std::int32_t vertex) const { return load(side, vertex) < capacity(side, vertex); }
    std::vector<std::int32_t> vertices_with_spare(Side side) const;
    bool is_used(std::int64_t edge) const { return is_used_[static_cast<std::size_t>(edge)]; }

    /// Takes an edge into the matching or out of it.
    void flip(std::int64_t edge);

    /// Calls `see(edge, vertex at its other end)` for each edge of a vertex.
    template <class See>
    void for_edges(Side side, std::int32_t vertex, See see) const;

private:
    struct RightEdge {
        std::int64_t edge;
        std::int32_t left;
    };

    const std::vector<std::int32_t>& loads(Side side) const { return loads_[side == Side::left ? 0 : 1]; }
    void take(const Matching& matching);

    const BipartiteGraph& graph_;
    Capacities capacities_;
    std::array<std::vector<std::int32_t>, 2> loads_;
    std::vector<bool> is_used_;
    std::vector<std::int64_t> right_starts_;
    std::vector<RightEdge> right_edges_;
};

template <class See>
void Residual::for_edges(Side side, std::int32_t vertex, See see) const {
    if (side == Side::left) {
        for (std::int64_t edge = graph_.first_edge(vertex); edge < graph_.first_edge(vertex + 1); ++edge)
            see(edge, graph_.right_of(edge));
        return;
    }
    const auto end = static_cast<std::size_t>(right_starts_[static_cast<std::size_t>(vertex) + 1]);
    for (auto i = static_cast<std::size_t>(right_starts_[static_cast<std::size_t>(vertex)]); i < end; ++i)
        see(right_edges_[i].edge, right_edges_[i].left);
}

/// What alternating paths reach: members are on the side where they start and leave by edges not in use, choices are
/// left by edges in use.
struct Reached {
    std::vector<bool> members;
    std::vector<bool> choices;
};

/// Throws `Error` (invalid_argument) when a choice has a place to spare: then the matching was not a maximum one.
Reached reach(const Residual& residual, Side side, const std::vector<std::int32_t>& start);

}  // namespace cadre
