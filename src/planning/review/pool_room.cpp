#include "planning/review/pool_room.hpp"

#include <cadre/targets/bounds.hpp>

namespace cadre {
namespace {

struct Range {
    std::int64_t least = 0;
    std::int64_t greatest = 0;

    void add(Verdict verdict) {
        least += verdict == Verdict::met ? 1 : 0;
        greatest += verdict != Verdict::not_met ? 1 : 0;
    }
};

struct PoolSize {
    Range members;
    Range incumbents;
};

PoolSize size_with_one_more(const JudgedPlan& judged, std::size_t pool) {
    PoolSize size{{1, 1}, {}};
    for (const std::size_t at : judged.plan.pools[pool].members) {
        const PlanMember& member = judged.plan.members[at];
        size.members.add(member.planned);
        size.incumbents.add(member.planned && member.incumbent);
    }
    return size;
}

Verdict keeps_within(const Range& members, const Range& base, const Threshold& threshold) {
    if (base.least <= 0) return Verdict::undetermined;
    return judge_bounds({Share{members.least, base.greatest}, Share{members.greatest, base.least}}, threshold);
}

/// Whether a policy leaves room; met where it sets no upper bound.
Verdict leaves_room(const JudgedPlan& judged, std::size_t policy, std::size_t pool, const PoolSize& size) {
    if (const auto* rule = judged.rule<MembersRule>(policy)) {
        return rule->members.asks_for_more() ? Verdict::met : keeps_within(size.members, {1, 1}, rule->members);
    }
    const auto* rule = judged.rule<RatioRule>(policy);
    if (rule == nullptr || rule->share.asks_for_more()) return Verdict::met;
    const std::int64_t seats = judged.plan.pools[pool].seats.value_or(0);
    const bool of_seats = rule->base == RatioRule::Base::seats;
    return keeps_within(size.members, of_seats ? Range{seats, seats} : size.incumbents, rule->share);
}

}  // namespace

void add_room(const JudgedPlan& judged, PoolAdditions& additions) {
    const PoolSize size = size_with_one_more(judged, additions.pool);
    for (std::size_t policy = 0; policy < judged.policies.size(); ++policy) {
        const Verdict room =
            !judged.verdicts.is_for(policy, additions.pool) || leaves_room(judged, policy, additions.pool, size);
        const Verdict together = additions.room && room;
        if (together != additions.room) additions.size_policy = policy;
        additions.room = together;
    }
}

}  // namespace cadre
