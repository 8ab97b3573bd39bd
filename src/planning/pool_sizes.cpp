#include "planning/pool_sizes.hpp"

#include <cadre/messages/texts/planning.hpp>
#include <cadre/targets/bounds.hpp>

namespace cadre {

std::int64_t turning_point(const Threshold& threshold, std::int64_t unit) {
    std::int64_t number = threshold.value.numerator / threshold.value.denominator * unit +
                          threshold.value.numerator % threshold.value.denominator * unit / threshold.value.denominator;
    const auto accepts = [&](std::int64_t members) { return threshold.accepts(Share{members, unit}); };
    if (threshold.asks_for_more()) {
        while (!accepts(number)) ++number;
    } else {
        while (number > 0 && !accepts(number)) --number;
    }
    return number;
}

void PoolSize::add(const PoolPolicy& policy, const PlanPool& pool) {
    if (const auto* members = std::get_if<MembersRule>(&policy.rule)) {
        add(policy, members->members, 1, 1);
    } else if (const auto* ratio = std::get_if<RatioRule>(&policy.rule)) {
        const bool counted = ratio->base == RatioRule::Base::seats && pool.seats && *pool.seats > 0;
        if (counted && *pool.seats < most_seats) add(policy, ratio->share, *pool.seats, 1);
    } else if (const auto* bands = std::get_if<AgeBandsRule>(&policy.rule)) {
        if (bands->scope == PolicyScope::pool) {
            add(policy, bands->members, 1, static_cast<std::int64_t>(bands->bands.size()));
        }
    }
}

void PoolSize::add(const PoolPolicy& policy, const Threshold& threshold, std::int64_t unit, std::int64_t parts) {
    const Bound bound{turning_point(threshold, unit) * parts, &policy};
    if (threshold.asks_for_more()) {
        if (!least_ || bound.members > least_->members) least_ = bound;
    } else if (!most_ || bound.members < most_->members) {
        most_ = bound;
    }
}

std::optional<PlanFinding> PoolSize::contradiction(const PlanPool& pool, std::size_t row) const {
    if (!least_ || !most_ || least_->members <= most_->members) return std::nullopt;
    return PlanFinding{"pools",
                       row,
                       {texts::composition_sizes_contradict,
                        {pool.key, static_cast<std::int64_t>(row), least_->policy->title, least_->policy->id,
                         least_->members, most_->policy->title, most_->policy->id, most_->members}}};
}

}  // namespace cadre
