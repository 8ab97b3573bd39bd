#pragma once

#include <cadre/roster/roster.hpp>
#include <cadre/rotation/move_rules.hpp>
#include <cadre/rotation/rotation_plan.hpp>

namespace cadre {

/// Throws `Error`: not_found where a move names a row that the roster does not have, invalid_argument where its day is
/// outside the calendar.
void require_known_rows(const RotationPlan& plan, const Roster& roster);
void require_known_row(const ProposedMove& move, const Roster& roster);

}  // namespace cadre
