#pragma once

#include "rotation/check/held_posts.hpp"
#include "rotation/check/plan_gaps.hpp"

#include <cadre/rotation/plan_check.hpp>

#include <vector>

namespace cadre {

/// What all parts of a check of a plan read.
struct PlanFacts {
    const Pack& pack;
    const Roster& roster;
    const RotationPlan& plan;
    const PlanCheckOptions& options;
    const Holdings& holdings;
    const HeldPosts& held;
    const PlanGaps& gaps;
};

using PlanCheckFindings = std::vector<PlanCheckFinding>;

/// What the moves lack or contradict, and what their cadres hold before and after them.
PlanCheckFindings find_move_matters(const PlanFacts& facts);
/// How the moves stand with the rules on moves.
PlanCheckFindings find_rule_matters(const PlanFacts& facts, const MoveRules& rules);
/// How the moves stand with rules on the least stay, of which the first has the number `first_rule`.
PlanCheckFindings find_short_stays(const PlanFacts& facts, const std::vector<RotationPolicy>& rules,
                                   std::size_t first_rule);
/// Published moves of the earlier plan that are not in this one.
PlanCheckFindings find_changed_moves(const PlanFacts& facts);
/// Seats that too many or too few hold.
PlanCheckFindings find_seat_matters(const PlanFacts& facts);

/// The status of what stands against a move; nothing where nothing does.
std::optional<PlanCheckStatus> status_of(const MoveVerdict& verdict);

}  // namespace cadre
