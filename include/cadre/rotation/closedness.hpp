#pragma once

#include <cadre/export.hpp>
#include <cadre/rotation/moves.hpp>
#include <cadre/targets/bounds.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace cadre {

/// Where those came from who were appointed in one unit, or group of units.
struct Closedness {
    std::int64_t inside = 0;   ///< their spell before was there, too
    std::int64_t outside = 0;  ///< it was elsewhere, too long ago, or there was none
    std::int64_t unknown = 0;  ///< what was before is not known, or whether it is an appointment
    Bounds share;              ///< from inside, under missing data; absent: there can be no appointment

    bool operator==(const Closedness&) const = default;
};

/// How closed ("khép kín") units are: a plain value.
struct ClosednessTable {
    std::vector<std::string> vertices;  ///< see `vertex_keys`
    std::vector<Closedness> of;         ///< a vertex each
    std::int64_t unplaced = 0;          ///< appointments that may be anywhere, or on any day
};

/// Counts the appointments whose day is in the window by where their holders came from. A reorganisation is no
/// appointment; of a group of units, coming from another unit of the group is coming from inside. Throws as
/// `find_moves` does. Thread-safe.
///
///     closedness(roster, {.window = {first, last}}).of[unit].share.least;  // at least so many from inside
CADRE_EXPORT ClosednessTable closedness(const Roster& roster, const MoveOptions& options = {});

}  // namespace cadre
