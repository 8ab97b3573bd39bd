#pragma once

#include "evaluation/reference/reference_evaluator.hpp"

#include <cadre/planning/pool_policy.hpp>
#include <cadre/testing/case.hpp>

namespace cadre {

/// The versions of parameters that a policy's condition looks up on the members judged, each on the policy's day.
LawReads reads_of_policy(const PoolPolicy& policy, const ExpectedPolicy& expected, const Case& judged,
                         const Schema& schema);

}  // namespace cadre
