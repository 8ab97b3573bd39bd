#pragma once

#include "planning/review/finding_details.hpp"
#include "planning/review/judged_plan.hpp"

#include <cadre/planning/review_matters.hpp>

#include <vector>

namespace cadre {

/// Members without any training, rotation or placement, where a development policy is for their pool.
std::vector<ReviewFinding> development_findings(const JudgedPlan& judged, FindingDetails& details);

/// Whether the roster has the table `development_actions`.
bool has_development_actions(const Roster& roster);

}  // namespace cadre
