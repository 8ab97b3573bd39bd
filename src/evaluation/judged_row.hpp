#pragma once

#include "evaluation/reference/reference_evaluator.hpp"

#include <cstddef>

namespace cadre {

/// Makes `row` of `table` the judged row. Throws `Error` (not_found) where the table has no such row.
void judge_known_row(ReferenceEvaluator& evaluator, int table, std::size_t row);

}  // namespace cadre
