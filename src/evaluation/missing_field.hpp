#pragma once

#include "evaluation/reference/reference_evaluator.hpp"

#include <cadre/evaluation/explanation.hpp>

namespace cadre {

/// A missing cell for people; that of a sensitive attribute is not named.
MissingField missing_field(const ReferenceEvaluator& evaluator, const CellIndex& cell);

}  // namespace cadre
