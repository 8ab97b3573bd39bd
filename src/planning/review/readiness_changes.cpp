#include "planning/review/comparison.hpp"

#include <utility>

namespace cadre {
namespace {

/// The member as one was, or would have been, in the last review.
std::optional<PlanMember> earlier(const Comparison& comparison, const PlanMember& member) {
    if (!member.person) return std::nullopt;
    PlanMember before = member;
    before.pool = comparison.pools.before(*member.pool);
    before.person = comparison.cadres.before(*member.person);
    return before.pool && before.person ? std::optional(before) : std::nullopt;
}

ReadinessChange compared(const Comparison& comparison, const PlanMember& member, const PlanMember& before,
                         const FindingDetails& details) {
    ReadinessChange change{*member.pool, member.row, Verdict::met, Verdict::met, {}};
    for (std::size_t policy = 0; policy < comparison.now.policies.size(); ++policy) {
        if (comparison.now.rule<EntryRule>(policy) == nullptr) continue;
        const Verdict then = comparison.before.lets_in(policy, before);
        const Verdict today = comparison.now.lets_in(policy, member);
        change.before = change.before && then;
        change.after = change.after && today;
        if (then != today) change.policies.push_back({policy, then, today, std::nullopt});
    }
    if (change.before == change.after) return change;
    for (PolicyChange& policy : change.policies) policy.since = details.since(policy.policy, member);
    return change;
}

}  // namespace

std::vector<ReadinessChange> readiness_changes(const Comparison& comparison, const FindingDetails& details) {
    std::vector<ReadinessChange> changes;
    for (const PlanPool& pool : comparison.now.plan.pools) {
        for (const std::size_t at : pool.members) {
            const PlanMember& member = comparison.now.plan.members[at];
            const auto before = earlier(comparison, member);
            if (!before) continue;
            ReadinessChange change = compared(comparison, member, *before, details);
            if (change.before != change.after) changes.push_back(std::move(change));
        }
    }
    return changes;
}

}  // namespace cadre
