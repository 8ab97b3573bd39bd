#include "planning/departures.hpp"

#include "evaluation/day_column.hpp"
#include "evaluation/program.hpp"

#include <variant>

namespace cadre {

Departures::Departures(const Pack& pack, const std::vector<PoolPolicy>& policies, const Plan& plan,
                       const PolicyVerdicts& verdicts, const Roster& roster, const EvaluationOptions& options)
    : policies_(policies),
      plan_(plan),
      verdicts_(verdicts),
      as_of_(decision_days(options).as_of),
      days_(policies.size()) {
    const int cadres = pack.schema()->find_table("cadres").value_or(-1);
    for (std::size_t policy = 0; policy < policies.size(); ++policy) {
        const auto* rule = std::get_if<DepartureRule>(&policies[policy].rule);
        if (rule != nullptr && rule->day)
            days_[policy] = evaluate_days(rule->day, cadres, pack.schema(), roster, options);
    }
}

LeavingDay Departures::of(std::optional<std::size_t> person, std::size_t pool) const {
    LeavingDay earliest;
    for (std::size_t policy = 0; policy < policies_.size(); ++policy) {
        if (!std::holds_alternative<DepartureRule>(policies_[policy].rule)) continue;
        const Verdict applies = verdicts_.is_for(policy, pool);
        if (applies == Verdict::not_met) continue;
        const LeavingDay found = by(policy, person, pool);
        earliest = earlier(earliest, applies == Verdict::met ? found : found.uncertain());
    }
    return earliest;
}

LeavingDay Departures::by(std::size_t policy, std::optional<std::size_t> person, std::size_t pool) const {
    if (std::get<DepartureRule>(policies_[policy].rule).stays) return at_term_start(policy, person, pool);
    return person ? LeavingDay::of(days_[policy][*person]) : LeavingDay::unknown();
}

LeavingDay Departures::at_term_start(std::size_t policy, std::optional<std::size_t> person, std::size_t pool) const {
    const auto& day = plan_.pools[pool].term_start;
    if (!day) return LeavingDay::unknown();
    if (*day < as_of_) return {};
    const Verdict stays = person ? (*verdicts_.column(policy, pool))[*person] : Verdict::undetermined;
    if (stays == Verdict::met) return {};
    return stays == Verdict::not_met ? LeavingDay::on(*day) : LeavingDay::on(*day).uncertain();
}

}  // namespace cadre
