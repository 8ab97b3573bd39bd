#include "planning/proposal/open_questions.hpp"

#include "evaluation/missing_field.hpp"
#include "planning/plan_reader.hpp"
#include "planning/policy_day.hpp"
#include "planning/row_answers.hpp"

namespace cadre {
OpenQuestions::OpenQuestions(const ProposalSetting& setting)
    : setting_(setting),
      cadres_(setting.pack.schema()->find_table("cadres").value_or(-1)),
      pools_(setting.pack.schema()->find_table("pools").value_or(-1)),
      days_(decision_days(setting.options.evaluation)),
      planned_(parse_expression(planned_condition, *setting.pack.schema(),
                                *setting.pack.schema()->find_table("pool_members"))),
      evaluator_(*setting.pack.schema(), setting.roster, days_.as_of, days_.law_as_of,
                 setting.options.evaluation.strict_snapshot) {}

std::vector<MissingField> OpenQuestions::of_candidate(std::size_t pool, std::size_t person) {
    Gaps gaps;
    for (std::size_t policy = 0; policy < setting_.policies.size(); ++policy) {
        if (day_of(setting_.policies[policy]) == nullptr) continue;
        const auto* removal = std::get_if<RemovalRule>(&setting_.policies[policy].rule);
        if (removal == nullptr || removal->table == cadres_) collect(policy, pool, person, gaps);
    }
    return fields(gaps);
}

std::vector<UnsettledRemoval> OpenQuestions::of_member(const PlanMember& member) {
    std::vector<UnsettledRemoval> found;
    for (std::size_t policy = 0; policy < setting_.policies.size(); ++policy) {
        const auto* removal = std::get_if<RemovalRule>(&setting_.policies[policy].rule);
        if (removal == nullptr) continue;
        const Verdict is_for = setting_.verdicts.is_for(policy, *member.pool);
        if ((is_for && setting_.verdicts.holds(policy, member)) != Verdict::undetermined) continue;
        Gaps gaps;
        if (removal->table == cadres_) {
            collect(policy, *member.pool, *member.person, gaps);
        } else {
            for (const PlanMember& row : by_row(member)) collect_row(policy, row, gaps);
        }
        found.push_back({member.row, setting_.policies[policy].id, fields(gaps)});
    }
    return found;
}

void OpenQuestions::collect_row(std::size_t policy, const PlanMember& row, Gaps& gaps) {
    if (setting_.verdicts.holds(policy, row) == Verdict::not_met) return;
    if (row.planned == Verdict::undetermined) {
        evaluator_.set_days(days_.as_of, days_.law_as_of);
        evaluator_.judge_row(static_cast<std::int64_t>(row.row));
        collect_open_gaps(evaluator_, *planned_, gaps);
    }
    collect(policy, *row.pool, row.row, gaps);
}

void OpenQuestions::collect(std::size_t policy, std::size_t pool, std::size_t row, Gaps& gaps) {
    const PoolPolicy& judged = setting_.policies[policy];
    const Verdict is_for = setting_.verdicts.is_for(policy, pool);
    if (is_for == Verdict::not_met) return;
    if (is_for == Verdict::undetermined) {
        evaluator_.set_days(days_.as_of, days_.law_as_of);
        evaluator_.judge_row(static_cast<std::int64_t>(pool));
        collect_open_gaps(evaluator_, *judged.pools, gaps);
    }
    const bool later = *day_of(judged) == PolicyDay::term_start;
    const auto& term_start = setting_.plan.pools[pool].term_start;
    if (later && !term_start) return;
    evaluator_.set_days(later ? *term_start : days_.as_of, days_.law_as_of);
    evaluator_.judge_row(static_cast<std::int64_t>(row));
    collect_open_gaps(evaluator_, *judged.condition(), gaps);
}

std::vector<MissingField> OpenQuestions::fields(const Gaps& gaps) const {
    std::vector<MissingField> found;
    for (const CellIndex& cell : gaps.missing) found.push_back(missing_field(evaluator_, cell));
    return found;
}

}  // namespace cadre
