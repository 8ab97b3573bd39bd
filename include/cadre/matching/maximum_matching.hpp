#pragma once

#include <cadre/export.hpp>
#include <cadre/matching/bipartite_graph.hpp>
#include <cadre/matching/capacities.hpp>

#include <cstdint>
#include <vector>

namespace cadre {

/// Chosen edges, each at most once, that keep to the capacities.
struct Matching {
    std::vector<std::int64_t> edges;        ///< by number, ascending
    std::vector<std::int32_t> left_loads;   ///< how many of them each left vertex has
    std::vector<std::int32_t> right_loads;  ///< how many of them each right vertex has

    std::int64_t size() const { return static_cast<std::int64_t>(edges.size()); }
    bool operator==(const Matching&) const = default;
};

/// Finds a matching with the most edges.
///
/// `required` names left vertices that come first (one flag a vertex; empty: none): no other matching gives them more
/// edges together, and still none has more edges in all. Augmentation never takes an edge's place from a left vertex
/// that has one, so that both hold at once. The same input gives the same matching.
///
/// Hopcroft and Karp (1973), "An n^5/2 algorithm for maximum matchings in bipartite graphs", with capacities: time
/// grows with edges times the square root of the sum of capacities at worst. Throws `Error` (invalid_argument) as
/// `check_capacities` does, and for `required` of another length.
CADRE_EXPORT Matching maximum_matching(const BipartiteGraph& graph, const Capacities& capacities = {},
                                       const std::vector<bool>& required = {});

/// The right vertex of each left one, -1 where it has none and the last where it has several.
CADRE_EXPORT std::vector<std::int32_t> right_partners(const BipartiteGraph& graph, const Matching& matching);

}  // namespace cadre
