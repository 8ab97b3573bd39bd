#include "planning/policy_verdicts.hpp"

#include "evaluation/program.hpp"
#include "planning/question_list.hpp"
#include "planning/row_answers.hpp"

#include <set>
#include <utility>

namespace cadre {
namespace {

/// The conditions of a rule that judge members, with their table and day.
struct Conditions {
    std::vector<ExpressionPtr> all;
    int table;
    PolicyDay day = PolicyDay::as_of;
};

Conditions conditions_of(const PoolPolicy& policy, int cadres) {
    if (const auto* rule = std::get_if<EntryRule>(&policy.rule)) return {{rule->condition}, cadres, rule->day};
    if (const auto* rule = std::get_if<RemovalRule>(&policy.rule)) return {{rule->condition}, rule->table, rule->day};
    if (const auto* rule = std::get_if<ShareRule>(&policy.rule)) return {{rule->condition}, cadres};
    if (const auto* rule = std::get_if<AgeBandsRule>(&policy.rule)) return {rule->bands, cadres};
    if (const auto* rule = std::get_if<DepartureRule>(&policy.rule); rule != nullptr && rule->stays) {
        return {{rule->stays}, cadres, PolicyDay::term_start};
    }
    return {{}, cadres};
}

std::set<DayNumber> term_starts(const Plan& plan) {
    std::set<DayNumber> days;
    for (const PlanPool& pool : plan.pools) {
        if (pool.term_start) days.insert(*pool.term_start);
    }
    return days;
}

}  // namespace

PolicyVerdicts::PolicyVerdicts(const Pack& pack, const std::vector<PoolPolicy>& policies, const Plan& plan,
                               const Roster& roster, const EvaluationOptions& options)
    : policies_(policies), plan_(plan), law_as_of_(decision_days(options).law_as_of) {
    const int cadres = pack.schema()->find_table("cadres").value_or(-1);
    const int pools = pack.schema()->find_table("pools").value_or(-1);
    QuestionList day_questions;
    QuestionList term_questions;
    for (const PoolPolicy& policy : policies) {
        const Conditions conditions = conditions_of(policy, cadres);
        Asked asked;
        asked.on_term_start = conditions.day == PolicyDay::term_start;
        asked.of_members = conditions.table != cadres;
        if (policy.pools) asked.pools = day_questions.ask(pools, policy.pools);
        QuestionList& questions = asked.on_term_start ? term_questions : day_questions;
        for (const ExpressionPtr& condition : conditions.all) {
            asked.conditions.push_back(questions.ask(conditions.table, condition));
        }
        asked_.push_back(std::move(asked));
    }
    on_day_ = std::make_shared<VerdictTable>(evaluate(day_questions.compile(pack), roster, options));
    if (term_questions.empty()) return;
    const Program program = term_questions.compile(pack);
    EvaluationOptions then = options;
    then.law_as_of = date_of(law_as_of_);
    for (const DayNumber day : term_starts(plan)) {
        then.as_of = date_of(day);
        on_term_start_.emplace(day, std::make_shared<VerdictTable>(evaluate(program, roster, then)));
    }
}

Verdict PolicyVerdicts::is_for(std::size_t policy, std::size_t pool) const {
    if (!policies_[policy].in_force.contains(law_as_of_)) return Verdict::not_met;
    if (asked_[policy].pools == every_pool) return Verdict::met;
    return on_day_->columns()[asked_[policy].pools][pool];
}

Verdict PolicyVerdicts::holds(std::size_t policy, const PlanMember& member, std::size_t band) const {
    const Asked& asked = asked_[policy];
    if (!member.pool && asked.on_term_start) return Verdict::undetermined;
    const VerdictColumn* verdicts = column(policy, member.pool.value_or(0), band);
    if (verdicts == nullptr) return Verdict::undetermined;
    if (!asked.of_members) return member.person ? (*verdicts)[*member.person] : Verdict::undetermined;
    if (member.rows.empty()) return (*verdicts)[member.row];
    RowAnswers answers(Verdict::met);
    for (const PlanRow& said : member.rows) answers.add(said.planned, (*verdicts)[said.row]);
    return answers.together();
}

std::shared_ptr<const VerdictColumn> PolicyVerdicts::shared_column(std::size_t policy, std::size_t pool,
                                                                   std::size_t band) const {
    const Asked& asked = asked_[policy];
    const auto& term_start = plan_.pools[pool].term_start;
    if (asked.on_term_start && !term_start) return nullptr;
    const auto& table = asked.on_term_start ? on_term_start_.at(*term_start) : on_day_;
    return {table, &table->columns()[asked.conditions[band]]};
}

}  // namespace cadre
