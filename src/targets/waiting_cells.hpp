#pragma once

#include "evaluation/reference/reference_evaluator.hpp"

#include <cadre/targets/assessment.hpp>

#include <vector>

namespace cadre {

/// The missing cells that the rows wait for, with the sum of the rows' swings, by descending swing;
/// at most `most_cells_listed`.
std::vector<CellToVerify> waiting_cells(ReferenceEvaluator& evaluator, const Target& target,
                                        const std::vector<RowToVerify>& rows);

}  // namespace cadre
