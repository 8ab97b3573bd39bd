#pragma once

#include <cadre/roster/roster.hpp>
#include <cadre/rotation/rotation_plan.hpp>

#include <cstdint>
#include <vector>

namespace cadre {

/// The seats of each post that surely nobody holds from the day of a plan on once its moves have left their posts.
/// Where the roster does not say how many seats a post has, those count that surely have a holder on the day before.
std::vector<std::int64_t> vacant_seats(const Roster& roster, const RotationPlan& leaving);

}  // namespace cadre
