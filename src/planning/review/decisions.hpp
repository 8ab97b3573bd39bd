#pragma once

#include "planning/review/judged_plan.hpp"

#include <cadre/planning/plan_review.hpp>

namespace cadre {

/// Adds which decisions after the last review depart from the policies, and rows of `review_decisions` that cannot be
/// right: without a known pool, cadre or choice, or with a policy that the pack lacks; a departure without a reason.
void review_decisions(const JudgedPlan& judged, const LastReview& last, PlanReview& review);

}  // namespace cadre
