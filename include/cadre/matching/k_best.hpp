#pragma once

#include <cadre/export.hpp>
#include <cadre/matching/assignment.hpp>
#include <cadre/matching/costed_graph.hpp>

#include <cstddef>
#include <vector>

namespace cadre {

/// The best `count` assignments that differ in an edge, the given optimal one first, without prices; fewer when there
/// are no more.
///
/// Murty (1968), "An algorithm for ranking all the assignments in order of increasing cost", each subproblem by one
/// augmentation from its parent's prices: count × left vertices augmentations, each of which takes time that grows with
/// the edges at worst. Throws `Error`: as `assign` does for the terms; invalid_argument for an assignment that `verify`
/// rejects.
CADRE_EXPORT std::vector<Assignment> k_best(const CostedGraph& graph, const AssignmentTerms& terms,
                                            const Assignment& best, std::size_t count);

}  // namespace cadre
