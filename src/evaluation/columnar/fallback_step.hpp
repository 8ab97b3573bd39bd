#pragma once

#include "evaluation/columnar/step.hpp"
#include "evaluation/program.hpp"

#include <cadre/criteria/expression.hpp>

#include <vector>

namespace cadre::columnar {

/// The frame whose row a slot of an expression stands for; -1: not bound.
using SlotFrames = std::vector<int>;

/// Evaluates an expression row by row with the tree-walking evaluator: for the operations that have no
/// columnar step of their own (positions in lists, equality of lists, texts made by rules, lists behind
/// references). Boolean, number, date, duration and level results only.
StepPtr make_fallback(int frame, ExpressionPtr expression, SlotFrames slots, DecisionDays days);

}  // namespace cadre::columnar
