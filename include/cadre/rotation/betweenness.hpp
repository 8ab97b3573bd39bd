#pragma once

#include <cadre/export.hpp>
#include <cadre/rotation/rotation_graph.hpp>

#include <cstdint>
#include <vector>

namespace cadre {

struct BetweennessOptions {
    std::int32_t exact_up_to = 5000;  ///< vertices; in a larger graph ways from sampled vertices alone are followed
    std::int32_t samples = 2000;      ///< different starts in a larger graph
    std::uint64_t seed = 1;           ///< the same seed draws the same sample everywhere
    double confidence = 0.95;         ///< of the error bound, above 0 and below 1
};

/// How much each vertex lies between others.
struct Betweenness {
    /// The share of a vertex in the shortest ways between all ordered pairs of other vertices, where several are
    /// shortest a part of each; from 0 to 1. Parallel edges are one.
    std::vector<double> shares;
    std::int32_t starts = 0;  ///< from how many vertices ways were followed
    /// No share is off by more, with the confidence asked for, all shares taken together; 0: exact up to rounding.
    double error_bound = 0;
};

/// Brandes (2001), "A faster algorithm for betweenness centrality"; on samples as in Brandes and Pich (2007),
/// "Centrality estimation in large networks", with the bound of Hoeffding (1963, theorem 1, which section 6 extends to
/// samples without replacement) for every vertex at once. Takes time that grows with starts times edges. Throws `Error`
/// (invalid_argument) for numbers outside their range. Thread-safe.
CADRE_EXPORT Betweenness betweenness(const RotationGraph& graph, const BetweennessOptions& options = {});

}  // namespace cadre
