#pragma once

#include "planning/review/finding_details.hpp"
#include "planning/review/judged_plan.hpp"

#include <cadre/planning/review_matters.hpp>

#include <vector>

namespace cadre {

/// Pools whose last review is older than a review policy allows, or that never were reviewed; undetermined where the
/// day is not known.
std::vector<ReviewFinding> overdue_reviews(const JudgedPlan& judged, FindingDetails& details);

}  // namespace cadre
