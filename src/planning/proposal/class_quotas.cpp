#include "planning/proposal/class_quotas.hpp"

#include "planning/pool_sizes.hpp"
#include "planning/proposal/policy_needs.hpp"

#include <algorithm>

namespace cadre {
namespace {

/// The fewest helpful people among `size` members with whom a need is met.
std::int64_t enough_of(const PersonNeed& need, std::int64_t size) {
    const auto [less, more] = std::minmax(need.met, need.not_met);
    const std::int64_t lacking = need.least - less * size;
    return lacking <= 0 ? 0 : std::min(size, (lacking - 1) / (more - less) + 1);
}

void add(std::vector<ClassQuota>& quotas, const HelpfulClass& people, std::int64_t enough) {
    if (enough == 0) return;
    const auto same = [&](const ClassQuota& quota) { return quota.people == people; };
    auto known = std::find_if(quotas.begin(), quotas.end(), same);
    if (known == quotas.end()) known = quotas.insert(quotas.end(), {people, 0});
    known->enough = std::max(known->enough, static_cast<std::size_t>(enough));
}

PoolSize size_of(const ProposalSetting& setting, std::size_t pool) {
    PoolSize size;
    for (std::size_t policy = 0; policy < setting.policies.size(); ++policy) {
        if (setting.verdicts.is_for(policy, pool) == Verdict::not_met) continue;
        size.add(setting.policies[policy], setting.plan.pools[pool]);
    }
    return size;
}

}  // namespace

PoolQuotas quotas_of(const ProposalSetting& setting, std::size_t pool) {
    constexpr auto half = static_cast<std::int64_t>(most_options_a_pool / 2);
    constexpr auto greatest = static_cast<std::int64_t>(most_options_a_large_pool);
    const PoolSize size = size_of(setting, pool);
    const std::int64_t least = std::clamp(size.least().value_or(0), std::int64_t{0}, greatest / 2);
    const std::int64_t most = std::clamp(size.most().value_or(std::max(least, half)), std::int64_t{0}, greatest / 2);
    PoolQuotas quotas;
    quotas.most_options = static_cast<std::size_t>(2 * std::max(least, half));
    for (std::size_t policy = 0; policy < setting.policies.size(); ++policy) {
        if (setting.verdicts.is_for(policy, pool) == Verdict::not_met) continue;
        for (const PersonNeed& need : person_needs(setting.policies[policy].rule)) {
            const Verdict helps = need.met > need.not_met ? Verdict::met : Verdict::not_met;
            add(quotas.classes, {setting.verdicts.column(policy, pool, need.band), helps}, enough_of(need, most));
        }
    }
    return quotas;
}

}  // namespace cadre
