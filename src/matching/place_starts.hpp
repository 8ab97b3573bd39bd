#pragma once

#include <cadre/matching/bipartite_graph.hpp>

#include <cstdint>
#include <vector>

namespace cadre {

/// Where the places of each right vertex begin in a list of all places, and the number of places. A right vertex has as
/// many as its capacity (empty: 1), but no more than one over what its edges can fill, so that one stays free.
std::vector<std::int64_t> place_starts(const BipartiteGraph& graph, const std::vector<std::int32_t>& right_capacities);

}  // namespace cadre
