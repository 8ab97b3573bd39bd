#pragma once

#include <cadre/export.hpp>
#include <cadre/matching/bipartite_graph.hpp>
#include <cadre/matching/capacities.hpp>
#include <cadre/matching/maximum_matching.hpp>

#include <cstdint>
#include <vector>

namespace cadre {

/// The right vertices without which a maximum matching would have fewer edges, ascending: single points of failure.
///
/// Takes time that grows with the edges where right capacities are 1 (Dulmage and Mendelsohn 1958, "Coverings of
/// bipartite graphs": what alternating paths from spare vertices do not reach); a vertex of greater capacity costs a
/// search more for each of its edges. Throws `Error` (invalid_argument) for a matching that is not one of this graph
/// with these capacities, or not a maximum one.
CADRE_EXPORT std::vector<std::int32_t> essential_rights(const BipartiteGraph& graph, const Capacities& capacities,
                                                        const Matching& matching);

}  // namespace cadre
