#include "planning/review/overdue_reviews.hpp"

#include "evaluation/program.hpp"

#include <utility>

namespace cadre {
namespace {

/// The first day on which the review is overdue; nothing where it is not known, or after the calendar's end.
std::optional<DayNumber> overdue_from(const PlanPool& pool, const ReviewRule& rule) {
    const auto last = pool.reviewed ? add_months(*pool.reviewed, rule.within.count) : std::nullopt;
    return last ? std::optional(*last + 1) : std::nullopt;
}

/// A review recorded after the day judged says nothing of the one before it.
Verdict is_overdue(const PlanPool& pool, std::optional<DayNumber> from, DayNumber as_of) {
    if (pool.never_reviewed) return Verdict::met;
    if (!pool.reviewed || *pool.reviewed > as_of) return Verdict::undetermined;
    return from && *from <= as_of ? Verdict::met : Verdict::not_met;
}

}  // namespace

std::vector<ReviewFinding> overdue_reviews(const JudgedPlan& judged, FindingDetails& details) {
    std::vector<ReviewFinding> findings;
    const DayNumber as_of = decision_days(judged.options).as_of;
    for (std::size_t pool = 0; pool < judged.plan.pools.size(); ++pool) {
        for (std::size_t policy = 0; policy < judged.policies.size(); ++policy) {
            const auto* rule = judged.rule<ReviewRule>(policy);
            if (rule == nullptr) continue;
            const PlanPool& reviewed = judged.plan.pools[pool];
            const auto from = overdue_from(reviewed, *rule);
            const Verdict overdue = is_overdue(reviewed, from, as_of);
            const Verdict verdict = judged.verdicts.is_for(policy, pool) && overdue;
            if (verdict == Verdict::not_met) continue;
            ReviewFinding finding{ReviewMatter::review_overdue, verdict, policy, pool, std::nullopt, std::nullopt, {}};
            if (overdue == Verdict::met) finding.since = from;
            if (verdict == Verdict::undetermined) finding.missing = details.missing(policy, pool);
            if (overdue == Verdict::undetermined) finding.missing.push_back(details.cell("pools", pool, "reviewed"));
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

}  // namespace cadre
