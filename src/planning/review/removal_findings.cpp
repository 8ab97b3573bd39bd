#include "planning/review/removal_findings.hpp"

#include <utility>

namespace cadre {

std::vector<ReviewFinding> removal_findings(const JudgedPlan& judged, FindingDetails& details) {
    std::vector<ReviewFinding> findings;
    for (std::size_t pool = 0; pool < judged.plan.pools.size(); ++pool) {
        for (const std::size_t at : judged.plan.pools[pool].members) {
            const PlanMember& member = judged.plan.members[at];
            for (std::size_t policy = 0; policy < judged.policies.size(); ++policy) {
                const Verdict verdict = member.planned && judged.is_ground(policy, member);
                if (verdict == Verdict::not_met) continue;
                const bool is_entry = judged.rule<EntryRule>(policy) != nullptr;
                ReviewFinding finding{is_entry ? ReviewMatter::entry_not_kept : ReviewMatter::removal,
                                      verdict,
                                      policy,
                                      pool,
                                      member.row,
                                      std::nullopt,
                                      {}};
                if (verdict == Verdict::met) finding.since = details.since(policy, member);
                if (verdict == Verdict::undetermined) finding.missing = details.missing(policy, member);
                findings.push_back(std::move(finding));
            }
        }
    }
    return findings;
}

}  // namespace cadre
