#pragma once

#include <cadre/export.hpp>
#include <cadre/matching/assignment.hpp>
#include <cadre/matching/costed_graph.hpp>

namespace cadre {

/// Whether the assignment keeps to the terms, its prices prove that none is better (complementary slackness: every left
/// vertex has what is cheapest for it at these prices, and no place that is left over has a price), and its counts and
/// cost are those of its edges. Takes time that grows with the edges and trusts nothing of the assignment.
///
/// Throws `Error` as `assign` does for the terms; an assignment that is no such thing is just not verified.
CADRE_EXPORT bool verify(const CostedGraph& graph, const AssignmentTerms& terms, const Assignment& assignment);

}  // namespace cadre
