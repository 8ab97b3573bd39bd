#pragma once

#include "evaluation/reference/reference_evaluator.hpp"

namespace cadre {

/// Adds what leaves `condition` undetermined under the evaluator's present bindings. Unlike noting every
/// gap of one evaluation, parts that are decided contribute nothing; a decided condition adds nothing.
void collect_open_gaps(ReferenceEvaluator& evaluator, const Expression& condition, Gaps& gaps);

}  // namespace cadre
