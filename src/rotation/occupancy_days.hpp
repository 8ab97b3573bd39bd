#pragma once

#include <cadre/rotation/occupancy.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace cadre {

/// The day before the first move of a plan that has a day, and that of the last; without one, the roster's own.
struct PlanDays {
    DayNumber before = 0;
    DayNumber last = 0;
};
PlanDays plan_days(const Roster& roster, const RotationPlan& plan);

/// How many seats each post has; absent: not known, or a negative number.
std::vector<std::optional<std::int64_t>> seats_of(const Roster& roster);
/// The posts with a negative number of seats.
std::vector<PlanFinding> negative_seats(const Roster& roster);

}  // namespace cadre
