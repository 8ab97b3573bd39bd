#pragma once

#include <cadre/export.hpp>
#include <cadre/rotation/rotation_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cadre {

struct CycleLimits {
    std::int32_t length = 3;       ///< the most vertices of a cycle, 1 or more
    std::size_t cycles = 100'000;  ///< how many are listed
};

/// Ways round that visit no vertex twice.
struct Cycles {
    /// Each from its least vertex on, by that vertex; a loop has one vertex. Parallel edges make one cycle.
    std::vector<std::vector<std::int32_t>> cycles;
    bool is_complete = true;  ///< else there are more than the limit
};

/// Lists the cycles up to a length. Gupta and Suzumura (2021), "Finding all bounded-length simple cycles in a directed
/// graph": a vertex that cannot get back in time is barred until that changes, so that time grows with cycles listed,
/// length, and vertices and edges. Throws `Error` (invalid_argument) for a length below 1. Thread-safe.
///
///     find_cycles(graph, {.length = 2}).cycles;  // who can change places
CADRE_EXPORT Cycles find_cycles(const RotationGraph& graph, const CycleLimits& limits = {});

}  // namespace cadre
