#include "rotation/audit/audit_verdicts.hpp"

#include "planning/question_list.hpp"

#include <utility>

namespace cadre {
namespace {

struct ConditionsOf {
    RuleConditions operator()(const OverstayRule& rule) const {
        return {.spells = rule.spells, .period = rule.longest};
    }
    RuleConditions operator()(const LeastStayRule& rule) const { return {.spells = rule.spells, .period = rule.least}; }
    RuleConditions operator()(const CoolingOffRule& rule) const { return {.spells = rule.after, .into = rule.into}; }
    RuleConditions operator()(const NoReturnRule& rule) const { return {.spells = rule.spells}; }
    RuleConditions operator()(const TermsRule& rule) const { return {.spells = rule.spells}; }
    RuleConditions operator()(const ConditionRule& rule) const { return {.cadres = rule.condition}; }
    RuleConditions operator()(const ReturnRule& rule) const { return {.spells = rule.spells}; }
    RuleConditions operator()(const MoveRule&) const { return {}; }
    RuleConditions operator()(const DirectionRule&) const { return {}; }
};

/// The positions of a policy's questions; absent where it has no such condition.
struct Positions {
    std::optional<std::size_t> cadres, exempt, spells, into, condition, later_condition;
};

std::optional<std::size_t> ask(QuestionList& questions, int table, const ExpressionPtr& condition) {
    return condition ? std::optional(questions.ask(table, condition)) : std::nullopt;
}

const VerdictColumn* column(const VerdictTable& answers, std::optional<std::size_t> position) {
    return position ? &answers.columns()[*position] : nullptr;
}

}  // namespace

RuleConditions conditions_of(const RotationPolicy& policy) {
    return std::visit(ConditionsOf{}, policy.rule);
}

AuditVerdicts::AuditVerdicts(const Pack& pack, const std::vector<RotationPolicy>& policies, const Roster& roster,
                             const EvaluationOptions& options, const AuditWindow& window) {
    const int cadres = pack.schema()->find_table("cadres").value_or(-1);
    const int spells = pack.schema()->find_table("cadres.appointments").value_or(-1);
    QuestionList on_day;
    QuestionList later;
    std::vector<Positions> positions;
    for (const RotationPolicy& policy : policies) {
        const RuleConditions rule = conditions_of(policy);
        positions.push_back({ask(on_day, cadres, policy.cadres), ask(on_day, cadres, policy.exempt),
                             ask(on_day, spells, rule.spells), ask(on_day, spells, rule.into),
                             ask(on_day, cadres, rule.cadres), ask(later, cadres, rule.cadres)});
    }
    if (!on_day.empty()) on_day_ = evaluate(on_day.compile(pack), roster, options);
    EvaluationOptions then = options;
    then.as_of = date_of(window.last_due);
    then.law_as_of = options.law_as_of.value_or(options.as_of);
    const bool looks_ahead = window.last_due > window.as_of;
    if (looks_ahead && !later.empty()) later_ = evaluate(later.compile(pack), roster, then);
    for (const Positions& at : positions) {
        const VerdictColumn* now = column(on_day_, at.condition);
        asked_.push_back({column(on_day_, at.cadres), column(on_day_, at.exempt), column(on_day_, at.spells),
                          column(on_day_, at.into), now, looks_ahead ? column(later_, at.later_condition) : now});
    }
}

}  // namespace cadre
