#pragma once

#include <cadre/export.hpp>
#include <cadre/matching/bipartite_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cadre {

/// How many edges each vertex may be given: a post with three seats has 3. An empty list means 1 for every vertex.
struct Capacities {
    std::vector<std::int32_t> left;
    std::vector<std::int32_t> right;

    std::int32_t of(Side side, std::int32_t vertex) const {
        const std::vector<std::int32_t>& given = side == Side::left ? left : right;
        return given.empty() ? 1 : given[static_cast<std::size_t>(vertex)];
    }
};

/// Throws `Error` (invalid_argument) for a list of another length than the graph's side, and for a negative capacity.
CADRE_EXPORT void check_capacities(const Capacities& capacities, const BipartiteGraph& graph);

}  // namespace cadre
