#pragma once

#include "evaluation/reference/reference_evaluator.hpp"

#include <cstddef>

namespace cadre {

/// The versions of parameters that a condition looks up on one row.
LawReads reads_of_row(const Expression& condition, ReferenceEvaluator& evaluator, std::size_t row);

}  // namespace cadre
