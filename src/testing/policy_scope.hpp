#pragma once

#include <cadre/planning/pool_policy.hpp>

namespace cadre {

/// Whether a policy judges the distinct people of the whole plan, and no single pool.
bool is_on_plan(const PoolPolicy& policy);

}  // namespace cadre
