#pragma once

#include "planning/review/judged_plan.hpp"

#include <cadre/planning/review_matters.hpp>

namespace cadre {

/// Says whether the policies on the size of `additions.pool` that set an upper bound would hold with one member more,
/// who does not hold a seat yet.
void add_room(const JudgedPlan& judged, PoolAdditions& additions);

}  // namespace cadre
