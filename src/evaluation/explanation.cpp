#include <cadre/evaluation/explanation.hpp>

#include "evaluation/explanation_builder.hpp"
#include "evaluation/named_criterion.hpp"
#include "evaluation/program.hpp"

#include <cadre/error.hpp>

namespace cadre {
Explanation explain(const Pack& pack, std::string_view criterion, const Roster& roster, std::size_t row,
                    const EvaluationOptions& options, Audience audience) {
    const DecisionDays days = decision_days(options);
    const Criterion& judged = named_criterion(pack, criterion);
    ReferenceEvaluator evaluator(*pack.schema(), roster, days.as_of, days.law_as_of, options.strict_snapshot);
    const std::string& table = pack.schema()->table(judged.table).id;
    const std::size_t rows = evaluator.binding().rows(judged.table);
    if (row >= rows) {
        throw Error(ErrorCode::not_found, {MessageId::row_out_of_range,
                                           {table, static_cast<std::int64_t>(rows), static_cast<std::int64_t>(row)}});
    }
    evaluator.judge_row(static_cast<std::int64_t>(row));

    Explanation explanation;
    explanation.criterion = judged.id;
    explanation.table = table;
    explanation.row = row;
    explanation.as_of = days.as_of;
    explanation.law_as_of = days.law_as_of;
    if (roster.snapshot() != days.as_of) explanation.snapshot = roster.snapshot();
    explanation.root = ExplanationBuilder(pack, evaluator, days.law_as_of, audience).explain(*judged.condition);
    return explanation;
}

}  // namespace cadre
