#pragma once

#include "criteria/findings.hpp"

#include <cadre/criteria/expression.hpp>

#include <unordered_map>

namespace cadre::criteria {

/// Deep graphs would overflow an evaluator's stack; definitions that use definitions add up.
inline constexpr int depth_limit = 1000;
/// Nodes that one evaluation of one row may visit, lists aside; definitions count once.
inline constexpr std::int64_t cost_limit = 1'000'000;

/// Depths of definitions and criteria that were measured before.
using NamedDepths = std::unordered_map<const Expression*, int>;

/// Whether the expression keeps the limits; reported when it does not.
bool keeps_limits(const Expression& expression, NamedDepths& named, Findings& findings);

}  // namespace cadre::criteria
