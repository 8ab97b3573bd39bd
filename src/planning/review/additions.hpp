#pragma once

#include "planning/review/judged_plan.hpp"

#include <cadre/planning/review_matters.hpp>

#include <vector>

namespace cadre {

/// Who may be added to each pool that an entry policy may be for. Works on whole words of verdicts, so that time grows
/// with the cadres divided by 64.
std::vector<PoolAdditions> find_additions(const JudgedPlan& judged);

}  // namespace cadre
