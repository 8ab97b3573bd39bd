#include "rotation/audit/periods.hpp"

#include "evaluation/day_column.hpp"
#include "evaluation/program.hpp"
#include "evaluation/reference/reference_evaluator.hpp"

namespace cadre {
namespace {

bool is_the_same_for_all(const Expression& period) {
    return period.operation == Operation::literal ||
           (period.operation == Operation::parameter && period.children.empty());
}

}  // namespace

Periods::Periods(const Pack& pack, const ExpressionPtr& period, const Roster& roster,
                 const EvaluationOptions& options) {
    if (!period) return;
    if (is_the_same_for_all(*period)) {
        const DecisionDays days = decision_days(options);
        ReferenceEvaluator evaluator(*pack.schema(), roster, days.as_of, days.law_as_of, options.strict_snapshot);
        all_ = std::get<PossibleInteger>(evaluator.evaluate(*period));
        return;
    }
    const int spells = pack.schema()->find_table("cadres.appointments").value_or(-1);
    by_spell_ = evaluate_days(period, spells, pack.schema(), roster, options);
}

}  // namespace cadre
