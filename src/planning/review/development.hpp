#pragma once

#include "planning/development_owners.hpp"
#include "planning/review/finding_details.hpp"
#include "planning/review/judged_plan.hpp"

#include <cadre/planning/review_matters.hpp>

#include <vector>

namespace cadre {

/// Members without any training, rotation or placement, where a development policy is for their pool.
std::vector<ReviewFinding> development_findings(const JudgedPlan& judged, const DevelopmentOwners& owners,
                                                FindingDetails& details);

}  // namespace cadre
