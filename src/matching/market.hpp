#pragma once

#include "matching/priced_edges.hpp"

#include <cadre/matching/assignment.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace cadre {

/// Edges and prices by auctions, where these can be held: when everybody can be placed; or, when right vertices have
/// one place each and nobody comes first, by parts (Dulmage and Mendelsohn 1958): those who can all be placed bid for
/// places, and where left vertices compete for too few places, the places bid for them. Nothing where neither holds, or
/// where an auction gave up.
std::optional<PricedEdges> hold_auctions(const CostedGraph& graph, const AssignmentTerms& terms,
                                         const std::vector<std::int64_t>& exits);

}  // namespace cadre
