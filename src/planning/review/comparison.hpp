#pragma once

#include "planning/review/earlier_rows.hpp"
#include "planning/review/finding_details.hpp"
#include "planning/review/judged_plan.hpp"

#include <cadre/planning/plan_review.hpp>

namespace cadre {

/// The plan of the last review beside this year's.
struct Comparison {
    Comparison(const JudgedPlan& last, const JudgedPlan& present)
        : before(last),
          now(present),
          pools(last.roster, present.roster, "pools"),
          cadres(last.roster, present.roster, "cadres") {}

    const JudgedPlan& before;
    const JudgedPlan& now;
    EarlierRows pools;
    EarlierRows cadres;
};

/// Members whose readiness changed, as far as pool and cadre were in the last review's roster.
std::vector<ReadinessChange> readiness_changes(const Comparison& comparison, const FindingDetails& details);

/// Fills in who was added, removed or changed in status, in the order of this year's pools and members, then those
/// removed, and how many members could not be compared.
void compare_members(const Comparison& comparison, PlanReview& review);

}  // namespace cadre
