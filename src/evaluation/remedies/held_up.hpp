#pragma once

#include "evaluation/reference/reference_evaluator.hpp"

#include <cadre/evaluation/needs.hpp>
#include <cadre/evaluation/verdict_table.hpp>

namespace cadre {

/// Fills in the missing cells, and their attributes, that undetermined rows wait for.
void rank_held_up(ReferenceEvaluator& evaluator, const Expression& condition, const VerdictColumn& verdicts,
                  Needs& needs);

}  // namespace cadre
