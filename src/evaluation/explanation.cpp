#include <cadre/evaluation/explanation.hpp>

#include "evaluation/explanation_builder.hpp"
#include "evaluation/judged_row.hpp"
#include "evaluation/named_criterion.hpp"
#include "evaluation/program.hpp"

namespace cadre {

Explanation explain(const Pack& pack, std::string_view criterion, const Roster& roster, std::size_t row,
                    const EvaluationOptions& options, Audience audience) {
    const DecisionDays days = decision_days(options);
    const Criterion& judged = named_criterion(pack, criterion);
    ReferenceEvaluator evaluator(*pack.schema(), roster, days.as_of, days.law_as_of, options.strict_snapshot);
    judge_known_row(evaluator, judged.table, row);

    Explanation explanation;
    explanation.criterion = judged.id;
    explanation.table = pack.schema()->table(judged.table).id;
    explanation.row = row;
    explanation.as_of = days.as_of;
    explanation.law_as_of = days.law_as_of;
    if (roster.snapshot() != days.as_of) explanation.snapshot = roster.snapshot();
    explanation.root = ExplanationBuilder(pack, evaluator, days.law_as_of, audience).explain(*judged.condition);
    return explanation;
}

}  // namespace cadre
