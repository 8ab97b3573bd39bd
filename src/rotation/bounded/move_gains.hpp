#pragma once

#include "rotation/proposal/rotation_network.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace cadre {

__extension__ using MoveGain = __int128;

/// What each option is better than not to move, all ranks and goals in one number: settled cadres, required ones,
/// others, then the goals, such that the first outweighs any sum of those after it.
class MoveGains {
public:
    /// Refers to the network. Throws `Error` (limit_exceeded) for goals that do not fit one number.
    explicit MoveGains(const RotationNetwork& network);

    MoveGain of(std::size_t option) const { return gains_[option]; }
    /// The option of a cadre who does not move; nothing for one who may not stay.
    std::optional<std::size_t> stay(std::size_t cadre) const { return stays_[cadre]; }

private:
    void add_level(const std::vector<MoveGain>& level, const char* id);
    std::vector<MoveGain> rank_level(bool (*is_of_rank)(const RotationNetwork&, std::size_t cadre)) const;
    std::vector<MoveGain> goal_level(const RotationGoal& goal) const;

    const RotationNetwork& network_;
    std::vector<std::optional<std::size_t>> stays_;
    std::vector<MoveGain> gains_;  ///< by option; 0 of those that are no edges
};

}  // namespace cadre
