#include <cadre/evaluation/explanation.hpp>

#include "evaluation/explanation_builder.hpp"
#include "evaluation/row_judge.hpp"

namespace cadre {

Explanation explain(const Pack& pack, std::string_view criterion, const Roster& roster, std::size_t row,
                    const EvaluationOptions& options, Audience audience) {
    RowJudge judge(pack, criterion, roster, row, options);
    Explanation explanation{judge.head};
    if (roster.snapshot() != judge.days.as_of) explanation.snapshot = roster.snapshot();
    explanation.root =
        ExplanationBuilder(pack, judge.evaluator, judge.days.law_as_of, audience).explain(*judge.criterion.condition);
    return explanation;
}

}  // namespace cadre
