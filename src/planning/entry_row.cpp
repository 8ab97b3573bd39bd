#include "planning/entry_row.hpp"

#include "evaluation/earliest_of.hpp"
#include "evaluation/missing_field.hpp"
#include "evaluation/open_gaps.hpp"
#include "evaluation/remedies/remedies_of.hpp"
#include "evaluation/row_judge.hpp"
#include "evaluation/value_text.hpp"
#include "planning/pool_terms.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/planning.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace cadre {
namespace {

constexpr const char* may_enter = "may_enter";

}  // namespace

EntryRow::EntryRow(const Pack& pack, std::size_t pool, const Roster& roster, std::size_t row,
                   const EvaluationOptions& options)
    : pack_(pack),
      roster_(roster),
      options_(options),
      days_(decision_days(options)),
      cadres_(pack.schema()->find_table("cadres").value_or(-1)),
      pool_(*pack.schema(), roster, days_.as_of, days_.law_as_of, options.strict_snapshot) {
    options_.law_as_of = date_of(days_.law_as_of);
    result_.pool = pool;
    result_.row = row;
    result_.as_of = days_.as_of;
    result_.law_as_of = days_.law_as_of;
    judge_known_row(pool_, *pack.schema()->find_table("pools"), pool);
    set_day(now_, days_.as_of);
    if (const auto term_start = PoolTerms(roster).of(pool).start) set_day(term_, *term_start);
}

void EntryRow::set_day(OnDay& on, DayNumber day) {
    on.day = day;
    on.evaluator.emplace(*pack_.schema(), roster_, day, days_.law_as_of, options_.strict_snapshot);
    judge_known_row(*on.evaluator, cadres_, result_.row);
}

Readiness EntryRow::readiness(std::size_t changes) {
    judge_policies();
    result_.verdict = now_.verdict && term_.verdict;
    if (result_.verdict != Verdict::met) {
        find_day();
        for (const OnDay* on : {&now_, &term_}) {
            if (!result_.day && on->verdict != Verdict::met && on->day) find_remedies(*on, changes);
        }
    }
    result_.ready = state();
    return std::move(result_);
}

void EntryRow::judge_policies() {
    for (const PoolPolicy& policy : read_pool_policies(pack_)) {
        if (!std::holds_alternative<EntryRule>(policy.rule) || !policy.in_force.contains(days_.law_as_of)) continue;
        const Verdict applies = policy.pools ? pool_.truth(*policy.pools) : Verdict::met;
        if (applies != Verdict::not_met) judge(policy, applies);
    }
}

void EntryRow::judge(const PoolPolicy& policy, Verdict applies) {
    const auto& rule = std::get<EntryRule>(policy.rule);
    OnDay& on = rule.day == PolicyDay::as_of ? now_ : term_;
    on.conditions.push_back(rule.condition);
    const Verdict verdict = on.evaluator ? on.evaluator->truth(*rule.condition) : Verdict::undetermined;
    if (verdict == Verdict::met) return;
    on.verdict = on.verdict && (applies == Verdict::met ? verdict : Verdict::undetermined);
    add_reason(policy, applies, verdict, on);
}

void EntryRow::add_reason(const PoolPolicy& policy, Verdict applies, Verdict verdict, OnDay& on) {
    EntryReason reason{policy.id, policy.title, policy.citation, applies, verdict, on.day, {}};
    if (on.evaluator && verdict == Verdict::undetermined) {
        Gaps gaps;
        collect_open_gaps(*on.evaluator, *policy.condition(), gaps);
        for (const CellIndex& cell : gaps.missing) reason.missing.push_back(missing_field(*on.evaluator, cell));
    }
    result_.reasons.push_back(std::move(reason));
}

/// As time passes the first day of the term stays, and so do the policies that judge on it.
void EntryRow::find_day() {
    if (term_.verdict != Verdict::met) return;
    const EarliestOptions options{options_.as_of, {}, options_.law_as_of, options_.strict_snapshot};
    const Earliest found = earliest_of(pack_, together(now_), roster_, result_.row, options);
    result_.day = found.day;
    result_.day_is_certain = found.day && found.certain();
}

void EntryRow::find_remedies(const OnDay& on, std::size_t changes) {
    EvaluationOptions options = options_;
    options.as_of = date_of(*on.day);
    result_.remedies.push_back(remedies_of(pack_, together(on), roster_, result_.row, options, {changes, 0}));
}

Ready EntryRow::state() const {
    if (result_.verdict == Verdict::met) return Ready::now;
    if (result_.day) return Ready::later;
    const auto helps = [](const Remedies& found) { return !found.remedies.empty(); };
    const bool days_known = now_.verdict == Verdict::met || term_.verdict == Verdict::met || term_.day;
    const bool all =
        days_known && !result_.remedies.empty() && std::all_of(result_.remedies.begin(), result_.remedies.end(), helps);
    if (all) return Ready::after_remedies;
    return result_.verdict == Verdict::undetermined ? Ready::not_known : Ready::not_in_sight;
}

Criterion EntryRow::together(const OnDay& on) const {
    auto all = std::make_shared<Expression>();
    all->operation = Operation::conjunction;
    all->type = on.conditions.front()->type;
    all->children = on.conditions;
    Criterion criterion;
    criterion.id = may_enter;
    criterion.title = localized(texts::readiness_may_enter);
    criterion.table = cadres_;
    criterion.condition = on.conditions.size() == 1 ? on.conditions.front() : std::move(all);
    return criterion;
}

std::string_view to_code(Ready ready) {
    constexpr std::array<std::string_view, 5> codes{"now", "later", "after_remedies", "not_known", "not_in_sight"};
    return codes[static_cast<std::size_t>(ready)];
}

Readiness readiness(const Pack& pack, std::size_t pool, const Roster& roster, std::size_t row,
                    const EvaluationOptions& options, std::size_t changes) {
    if (!pack.schema()->find_table("pools")) throw Error(ErrorCode::not_found, {texts::plan_without_pools, {}});
    return EntryRow(pack, pool, roster, row, options).readiness(changes);
}

}  // namespace cadre
