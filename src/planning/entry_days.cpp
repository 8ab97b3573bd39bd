#include "planning/entry_days.hpp"

#include "evaluation/as_of_readers.hpp"
#include "evaluation/over_days/day_evaluator.hpp"
#include "evaluation/program.hpp"
#include "evaluation/some_rows.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

namespace cadre {

EntryDays::EntryDays(const Pack& pack, const std::vector<PoolPolicy>& policies, const Plan& plan,
                     const PolicyVerdicts& verdicts, const Roster& roster, const EvaluationOptions& options)
    : policies_(policies),
      plan_(plan),
      verdicts_(verdicts),
      roster_(roster),
      schema_(*pack.schema()),
      options_(options) {
    options_.law_as_of = date_of(decision_days(options).law_as_of);
    const int cadres = pack.schema()->find_table("cadres").value_or(-1);
    std::vector<Question> questions;
    for (std::size_t policy = 0; policy < policies.size(); ++policy) {
        const auto* rule = std::get_if<EntryRule>(&policies[policy].rule);
        if (rule == nullptr) continue;
        if (rule->day == PolicyDay::term_start) {
            of_term_.push_back(policy);
        } else {
            of_day_.push_back(policy);
            questions.push_back({std::to_string(policy), cadres, rule->condition});
        }
    }
    program_ = compile(std::move(questions), pack.schema());
}

std::vector<Verdict> EntryDays::judge(const std::vector<Request>& requests) const {
    std::vector<Verdict> verdicts;
    verdicts.reserve(requests.size());
    for (const Request& request : requests) verdicts.push_back(on_term_start(request));
    if (of_day_.empty()) return verdicts;
    judge_first_days(requests, verdicts);
    confirm(requests, verdicts);
    return verdicts;
}

Verdict EntryDays::on_term_start(const Request& request) const {
    Verdict all = Verdict::met;
    for (const std::size_t policy : of_term_) {
        const Verdict applies = verdicts_.is_for(policy, request.pool);
        if (applies == Verdict::not_met) continue;
        all = all && (!applies || verdicts_.holds(policy, plan_.members[request.member]));
    }
    return all;
}

void EntryDays::judge_first_days(const std::vector<Request>& requests, std::vector<Verdict>& verdicts) const {
    std::map<DayNumber, std::vector<std::size_t>> by_day;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        if (verdicts[i] != Verdict::not_met) by_day[requests[i].first].push_back(i);
    }
    for (const auto& [day, asked] : by_day) judge_day(day, requests, asked, verdicts);
}

void EntryDays::judge_day(DayNumber day, const std::vector<Request>& requests, const std::vector<std::size_t>& asked,
                          std::vector<Verdict>& verdicts) const {
    std::vector<std::uint64_t> rows((roster_.size("cadres") + 63) / 64);
    for (const std::size_t i : asked) {
        const auto person = plan_.members[requests[i].member].person;
        if (person) rows[*person / 64] |= std::uint64_t{1} << (*person % 64);
    }
    EvaluationOptions on_day = options_;
    on_day.as_of = date_of(day);
    const VerdictTable found = evaluate_some(program_, roster_, on_day, rows);
    for (const std::size_t i : asked) {
        const auto person = plan_.members[requests[i].member].person;
        for (std::size_t k = 0; k < of_day_.size(); ++k) {
            const Verdict applies = verdicts_.is_for(of_day_[k], requests[i].pool);
            const Verdict holds = person ? found.columns()[k][*person] : Verdict::undetermined;
            verdicts[i] = verdicts[i] && (!applies || holds);
        }
    }
}

void EntryDays::confirm(const std::vector<Request>& requests, std::vector<Verdict>& verdicts) const {
    AsOfReaders readers;
    const DecisionDays days = decision_days(options_);
    std::optional<ReferenceEvaluator> evaluator;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        const Request& request = requests[i];
        const auto person = plan_.members[request.member].person;
        if (request.first == request.last || verdicts[i] == Verdict::undetermined || !person) continue;
        if (!evaluator) evaluator.emplace(schema_, roster_, days.as_of, days.law_as_of, options_.strict_snapshot);
        evaluator->judge_row(static_cast<std::int64_t>(*person));
        over_days::DayEvaluator over(*evaluator, readers, days.law_as_of, {request.first, request.last + 1});
        over_days::VerdictRuns all(request.first, on_term_start(request));
        for (const std::size_t policy : of_day_) {
            const over_days::VerdictRuns outside(request.first, !verdicts_.is_for(policy, request.pool));
            all = all && (outside || over.verdicts(*policies_[policy].condition()));
        }
        if (!all.is_always(verdicts[i])) verdicts[i] = Verdict::undetermined;
    }
}

}  // namespace cadre
