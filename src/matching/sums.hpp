#pragma once

#include <cadre/matching/assignment.hpp>

namespace cadre {

/// Sets the cost and the counts of an assignment to those of its edges.
void set_sums(const CostedGraph& graph, const AssignmentTerms& terms, Assignment& assignment);

}  // namespace cadre
