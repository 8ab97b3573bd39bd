#include "rotation/request/fitness_points.hpp"

#include "evaluation/program.hpp"

#include <algorithm>

namespace cadre {

FitnessPoints::FitnessPoints(const Pack& pack, const Roster& roster, const EvaluationOptions& options)
    : evaluator_(*pack.schema(), roster, decision_days(options).as_of, decision_days(options).law_as_of,
                 options.strict_snapshot) {
    proposed_post_.table = pack.schema()->find_table("cadres").value_or(-1);
    proposed_post_.attribute = pack.schema()->table(proposed_post_.table).find("proposed_post").value_or(-1);
}

std::int64_t FitnessPoints::of(const Expression& value, std::int64_t most, std::size_t cadre, std::size_t post) {
    proposed_post_.row = static_cast<std::int64_t>(cadre);
    hypothesis_.clear();
    hypothesis_[proposed_post_] = PossibleRows::exactly(static_cast<std::int64_t>(post));
    evaluator_.suppose(&hypothesis_);
    evaluator_.judge_row(proposed_post_.row);
    if (value.type.kind == TypeKind::boolean) return evaluator_.truth(value) == Verdict::met ? 1 : 0;
    const auto points = std::get<PossibleInteger>(evaluator_.evaluate(value));
    return points.is_plain() ? std::clamp<std::int64_t>(points.lo, 0, most) : 0;
}

}  // namespace cadre
