#pragma once

#include "evaluation/program.hpp"
#include "evaluation/reference/reference_evaluator.hpp"

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/evaluation/judged_row.hpp>

#include <cstddef>
#include <string_view>

namespace cadre {

/// Makes a row the judged one. Throws `Error` (not_found) where the table has no such row.
void judge_known_row(ReferenceEvaluator& evaluator, int table, std::size_t row);

/// One row of a roster before one criterion, with the evaluator that judges it. Pack, criterion and roster outlive it.
struct RowJudge {
    /// Throws `Error`: not_found for an unknown criterion (with a suggestion) or row, invalid_argument without a day.
    RowJudge(const Pack& pack, std::string_view criterion, const Roster& roster, std::size_t row,
             const EvaluationOptions& options);
    /// The same for a criterion that need not be one of the pack.
    RowJudge(const Pack& pack, const Criterion& judged, const Roster& roster, std::size_t row,
             const EvaluationOptions& options);

    DecisionDays days;
    const Criterion& criterion;
    ReferenceEvaluator evaluator;
    JudgedRow head;
};

}  // namespace cadre
