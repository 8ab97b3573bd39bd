#pragma once

#include "evaluation/program.hpp"
#include "evaluation/reference/reference_evaluator.hpp"
#include "targets/row_classes.hpp"
#include "targets/target_questions.hpp"

#include <cadre/targets/assessment.hpp>

namespace cadre {

/// Assesses targets on one day of judgement.
class TargetAssessor {
public:
    TargetAssessor(const Pack& pack, const Roster& roster, const TargetQuestions& questions,
                   const EvaluationOptions& options);

    /// Assesses the target at a position; one with a trend is counted, and judged by its caller.
    TargetAssessment assess(const Target& target, std::size_t position);

private:
    void count(TargetAssessment& result, std::size_t first);
    void judge_rows(TargetAssessment& result);
    void count_distinct(TargetAssessment& result, const RowClasses& classes);
    void add_parts(TargetAssessment& result, std::size_t first);
    const Column* distinct_column(const Target& target) const;

    DecisionDays days_;
    const TargetQuestions& questions_;
    VerdictTable verdicts_;
    ReferenceEvaluator evaluator_;
};

}  // namespace cadre
