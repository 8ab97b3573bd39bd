#include "planning/proposal/policy_needs.hpp"

#include <algorithm>
#include <limits>

namespace cadre {
namespace {

using Comparison = Threshold::Comparison;
__extension__ using Wide = __int128;

/// More members or seats than any roster has.
constexpr std::int64_t most_counted = std::int64_t{1} << 40;

bool is_strict(const Threshold& threshold) {
    return threshold.comparison == Comparison::more_than || threshold.comparison == Comparison::less_than;
}

std::int64_t counted(Wide value) {
    return static_cast<std::int64_t>(std::clamp(value, Wide{-most_counted}, Wide{most_counted}));
}

PersonNeed share_need(const ShareRule& rule) {
    const Share& share = rule.share.value;
    PersonNeed need;
    need.met = share.denominator - share.numerator;
    need.not_met = -share.numerator;
    if (!rule.share.asks_for_more()) {
        need.met = -need.met;
        need.not_met = -need.not_met;
    }
    need.least = is_strict(rule.share) ? 1 : 0;
    need.of_share = true;
    need.scope = rule.scope;
    return need;
}

void add_count_needs(std::vector<PersonNeed>& needs, const AgeBandsRule& rule, std::size_t band) {
    const CountLimits limits = limits_of(rule.members, 1);
    if (limits.lower) needs.push_back({1, 0, *limits.lower, false, band, rule.scope});
    if (limits.upper) needs.push_back({-1, 0, -*limits.upper, false, band, rule.scope});
}

}  // namespace

CountLimits limits_of(const Threshold& threshold, std::int64_t base) {
    const Wide whole = Wide{threshold.value.numerator} * std::clamp<std::int64_t>(base, 0, most_counted);
    const Wide floor = whole / threshold.value.denominator;
    const bool exact = whole % threshold.value.denominator == 0;
    switch (threshold.comparison) {
        case Comparison::at_least: return {counted(exact ? floor : floor + 1), std::nullopt};
        case Comparison::more_than: return {counted(floor + 1), std::nullopt};
        case Comparison::at_most: return {std::nullopt, counted(floor)};
        case Comparison::less_than: return {std::nullopt, counted(exact ? floor - 1 : floor)};
    }
    return {};
}

std::vector<PersonNeed> person_needs(const PoolPolicy::Rule& rule) {
    std::vector<PersonNeed> needs;
    if (const auto* share = std::get_if<ShareRule>(&rule)) needs.push_back(share_need(*share));
    if (const auto* bands = std::get_if<AgeBandsRule>(&rule)) {
        for (std::size_t band = 0; band < bands->bands.size(); ++band) add_count_needs(needs, *bands, band);
    }
    return needs;
}

PersonNeed need_of(const Threshold& ratio) {
    const Share& share = ratio.value;
    const std::int64_t sign = ratio.asks_for_more() ? 1 : -1;
    PersonNeed need;
    need.met = sign * (share.denominator - share.numerator);
    need.not_met = sign * share.denominator;
    need.least = is_strict(ratio) ? 1 : 0;
    need.of_share = true;
    return need;
}

}  // namespace cadre
