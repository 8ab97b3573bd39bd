#pragma once

#include "planning/policy_verdicts.hpp"

#include <cadre/schema/schema.hpp>

#include <vector>

namespace cadre {

/// Pairs of policies whose numbers nobody can keep to both: shares of one condition among the same people, pool by pool
/// or over the plan, and how many pools one person stands in. Conditions are the same where their texts are.
std::vector<PlanFinding> find_contradictions(const Schema& schema, const std::vector<PoolPolicy>& policies,
                                             const Plan& plan, const PolicyVerdicts& verdicts);

}  // namespace cadre
