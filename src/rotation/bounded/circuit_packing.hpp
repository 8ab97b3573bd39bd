#pragma once

#include "rotation/bounded/circuits.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cadre {

struct CircuitPacking {
    std::vector<std::size_t> chosen;  ///< positions, ascending
    bool best = true;                 ///< no other choice among these circuits gains more
};

/// Chooses circuits of the greatest gain together, no cadre in two and no spare seat taken twice, group by group.
CircuitPacking pack_circuits(const Circuits& circuits, std::size_t cadres, std::int64_t work);

}  // namespace cadre
