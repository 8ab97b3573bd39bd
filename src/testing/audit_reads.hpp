#pragma once

#include "evaluation/reference/reference_evaluator.hpp"

#include <cadre/rotation/rotation_policy.hpp>
#include <cadre/testing/case.hpp>

namespace cadre {

/// The versions of parameters that an audit by a policy looks up on a cadre and the cadre's spells.
LawReads reads_of_audit(const RotationPolicy& policy, const ExpectedFinding& expected, const Case& judged,
                        const Schema& schema);

}  // namespace cadre
