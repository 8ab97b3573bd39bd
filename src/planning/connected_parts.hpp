#pragma once

#include <cadre/matching/bipartite_graph.hpp>

#include <cstdint>
#include <vector>

namespace cadre {

/// Parts of a set of left vertices that share no right vertex, by their first vertex; each ascending.
std::vector<std::vector<std::int32_t>> connected_parts(const BipartiteGraph& graph,
                                                       const std::vector<std::int32_t>& lefts);

}  // namespace cadre
