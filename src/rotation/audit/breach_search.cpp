#include "rotation/audit/breach_search.hpp"

namespace cadre {

BreachSearch::BreachSearch(const AuditFacts& facts, const std::vector<RotationPolicy>& policies, std::size_t policy)
    : facts_(facts),
      rule_(policies[policy]),
      policy_(policy),
      periods_(facts.pack, conditions_of(rule_).period, facts.roster, facts.options) {
    if (std::holds_alternative<ConditionRule>(rule_.rule)) since_.emplace(facts.pack, facts.roster, facts.options);
}

Breaches BreachSearch::of(std::size_t cadre) {
    return std::visit([&](const auto& rule) { return breaches(rule, cadre); }, rule_.rule);
}

std::optional<Duration> BreachSearch::period(const Breach& breach) const {
    if (const auto* rule = std::get_if<CoolingOffRule>(&rule_.rule)) return rule->pause;
    if (const auto* rule = std::get_if<NoReturnRule>(&rule_.rule)) return rule->within;
    if (!breach.spell || !periods_.of(*breach.spell).is_single()) return {};
    return Duration{Duration::Unit::months, periods_.of(*breach.spell).lo};
}

Breaches BreachSearch::breaches(const ConditionRule& rule, std::size_t cadre) {
    const Verdict now = !facts_.verdicts.condition(policy_, cadre);
    const Verdict later = !facts_.verdicts.later_condition(policy_, cadre);
    Breach breach{.cadre = cadre, .now = now, .due = !now && later};
    if (!breach.is_possible()) return {};
    const DayNumber day = now == Verdict::met ? facts_.window.as_of : facts_.window.last_due;
    if (breach.is_certain()) breach.begins = since_->of(*rule.condition, cadre, day);
    return {breach};
}

std::vector<std::size_t> BreachSearch::selected(std::size_t cadre) const {
    const auto [first, end] = facts_.history.spells_of(cadre);
    std::vector<std::size_t> spells;
    for (std::size_t spell = first; spell < end; ++spell) {
        if (selects(spell) != Verdict::not_met) spells.push_back(spell);
    }
    return spells;
}

void BreachSearch::add(Breaches& found, const Breach& breach, Verdict is) const {
    const Breach fresh = judged(breach, is, facts_.window);
    if (fresh.is_possible()) found.push_back(fresh);
}

bool is_on_moves(const RotationPolicy& policy) {
    return std::holds_alternative<MoveRule>(policy.rule) || std::holds_alternative<DirectionRule>(policy.rule);
}

bool is_on_spells(const RotationPolicy& policy) {
    return !is_on_moves(policy) && !std::holds_alternative<ConditionRule>(policy.rule);
}

}  // namespace cadre
