#pragma once

#include "evaluation/reference/reference_evaluator.hpp"

#include <cadre/rotation/rotation_policy.hpp>
#include <cadre/testing/case.hpp>

namespace cadre {

/// The versions of parameters that a rule on moves looks up on the cadre who takes the post, and on the post.
LawReads reads_of_move(const RotationPolicy& rule, const ExpectedMove& expected, const Case& judged, const Pack& pack);

}  // namespace cadre
