#include "evaluation/row_judge.hpp"

#include "evaluation/named_criterion.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/evaluation.hpp>

namespace cadre {

void judge_known_row(ReferenceEvaluator& evaluator, int table, std::size_t row) {
    const std::size_t rows = evaluator.binding().rows(table);
    if (row >= rows) {
        throw Error(ErrorCode::not_found, {texts::row_out_of_range,
                                           {evaluator.binding().schema().table(table).id,
                                            static_cast<std::int64_t>(rows), static_cast<std::int64_t>(row)}});
    }
    evaluator.judge_row(static_cast<std::int64_t>(row));
}

RowJudge::RowJudge(const Pack& pack, std::string_view id, const Roster& roster, std::size_t row,
                   const EvaluationOptions& options)
    : RowJudge(pack, named_criterion(pack, id), roster, row, options) {}

RowJudge::RowJudge(const Pack& pack, const Criterion& judged, const Roster& roster, std::size_t row,
                   const EvaluationOptions& options)
    : days(decision_days(options)),
      criterion(judged),
      evaluator(*pack.schema(), roster, days.as_of, days.law_as_of, options.strict_snapshot),
      head{criterion.id, criterion.title, pack.schema()->table(criterion.table).id, row, days.as_of, days.law_as_of} {
    judge_known_row(evaluator, criterion.table, row);
}

}  // namespace cadre
