#pragma once

#include <cadre/export.hpp>
#include <cadre/rotation/rotation_graph.hpp>
#include <cadre/vocabulary/share.hpp>

#include <optional>

namespace cadre {

/// How much goes back where it came from. Loops are left out.
struct Reciprocity {
    std::optional<Share> pairs;  ///< of the ordered pairs with a move, those with one back; absent: there is none
    std::optional<Share> moves;  ///< of the moves, those that one back stands against, each against one
};

/// The share of pairs is that of Wasserman and Faust (1994, 13.3), the share of moves the weighted reciprocity of
/// Squartini, Picciolo, Ruzzenenti and Garlaschelli (2013), "Reciprocity of weighted networks". Takes time that grows
/// with edges, and with the logarithm of degrees. Thread-safe.
///
///     *reciprocity(graph).moves;  // of 3 moves there and 1 back: 2/4
CADRE_EXPORT Reciprocity reciprocity(const RotationGraph& graph);

}  // namespace cadre
