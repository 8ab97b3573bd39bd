#pragma once

#include "planning/review/finding_details.hpp"
#include "planning/review/judged_plan.hpp"

#include <cadre/planning/review_matters.hpp>

#include <vector>

namespace cadre {

/// Members for whom a ground for removal is met or undetermined: a removal policy, or an entry policy not kept.
std::vector<ReviewFinding> removal_findings(const JudgedPlan& judged, FindingDetails& details);

}  // namespace cadre
