#pragma once

#include <cadre/evaluation/evaluate.hpp>

#include <cstdint>
#include <vector>

namespace cadre {

/// Judges conditions on one table as `evaluate` does, but no more than the words of 64 rows of which one is asked for:
/// bit `row % 64` of word `row / 64`. What the columns say of other rows is unspecified. For many days with few rows
/// each.
VerdictTable evaluate_some(const Program& program, const Roster& roster, const EvaluationOptions& options,
                           const std::vector<std::uint64_t>& rows);

}  // namespace cadre
