#pragma once

#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/rotation/move_order.hpp>
#include <cadre/rotation/plan_check.hpp>

#include <string>

namespace cadre {

// Both name moves by row of `planned_moves`, or by position where they are from no table, posts by key, and people by
// row only. Of each table the first `most_findings_listed` rows are listed; all are counted.

/// A check of a rotation plan as plain text: whether it passes, then what stands against its moves and its seats, and
/// the data that is missing. Thread-safe.
CADRE_EXPORT std::string rotation_check_text(const PlanCheck& check, const RotationPlan& plan, const Roster& roster,
                                             Language language);

/// The order of a rotation plan's moves as plain text: each move with its day and the one that it comes after, the
/// cycles, the longest chain, and the moves without a place with the reason. Thread-safe.
CADRE_EXPORT std::string rotation_order_text(const MoveOrder& order, const RotationPlan& plan, const Roster& roster,
                                             Language language);

}  // namespace cadre
