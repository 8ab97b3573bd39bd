#pragma once

#include <cadre/rotation/rotation_plan.hpp>

#include <cstddef>
#include <vector>

namespace cadre {

/// The positions of the moves by day, those without one last, cut into as few rounds as leave no cadre with two moves
/// in one.
std::vector<std::vector<std::size_t>> rounds_of(const std::vector<RotationMove>& moves);

}  // namespace cadre
