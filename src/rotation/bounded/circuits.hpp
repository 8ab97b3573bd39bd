#pragma once

#include "rotation/bounded/move_gains.hpp"

#include <cadre/rotation/bounded_rotation.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace cadre {

/// A chain or a cycle that a plan may have.
struct Circuit {
    std::vector<std::size_t> options;
    std::vector<std::size_t> cadres;        ///< of the options
    std::optional<std::size_t> spare_seat;  ///< the post whose spare seat a chain takes
    MoveGain gain = 0;

    bool operator==(const Circuit&) const = default;
};

struct Circuits {
    std::vector<Circuit> all;
    std::vector<std::int64_t> spare;  ///< seats that no candidate holds, by post
    bool complete = true;             ///< the work sufficed for all
};

/// Lists the chains and cycles of at most `longest` moves, each once, and no post twice in one: such would fall apart.
Circuits list_circuits(const RotationNetwork& network, const MoveGains& gains, const BoundedRotationOptions& options);

}  // namespace cadre
