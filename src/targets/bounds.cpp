#include <cadre/targets/bounds.hpp>

#include <algorithm>

namespace cadre {
namespace {

__extension__ using Wide = __int128;

/// ⌊p·whole / q⌋ for whole >= 0.
std::int64_t part_floor(const Share& share, std::int64_t whole) {
    return static_cast<std::int64_t>(static_cast<Wide>(share.numerator) * whole / share.denominator);
}

/// ⌈p·whole / q⌉ for whole >= 0.
std::int64_t part_ceil(const Share& share, std::int64_t whole) {
    const Wide product = static_cast<Wide>(share.numerator) * whole;
    return static_cast<std::int64_t>((product + share.denominator - 1) / share.denominator);
}

/// By how many rows `met` of `whole` misses the threshold.
std::int64_t missed_by(const Threshold& threshold, std::int64_t met, std::int64_t whole) {
    std::int64_t missed = 0;
    switch (threshold.comparison) {
        case Threshold::Comparison::more_than: missed = part_floor(threshold.value, whole) + 1 - met; break;
        case Threshold::Comparison::at_least: missed = part_ceil(threshold.value, whole) - met; break;
        case Threshold::Comparison::at_most: missed = met - part_floor(threshold.value, whole); break;
        case Threshold::Comparison::less_than: missed = met - (part_ceil(threshold.value, whole) - 1); break;
    }
    return std::max<std::int64_t>(missed, 0);
}

Bounds count_bounds(const ClassCounts& counts) {
    const std::int64_t greatest = counts.met + counts.undetermined + counts.maybe_met + counts.maybe_undetermined;
    return {Share{counts.met, 1}, Share{greatest, 1}};
}

Bounds share_bounds(const ClassCounts& counts) {
    Bounds bounds;
    const std::int64_t wide = counts.certain() + counts.maybe_not_met + counts.maybe_undetermined;
    const std::int64_t best = counts.certain() + counts.maybe_met + counts.maybe_undetermined;
    if (wide > 0) {
        bounds.least = Share{counts.met, wide};
    } else if (counts.maybe_met > 0) {
        bounds.least = Share{1, 1};
    }
    if (best > 0) {
        bounds.greatest = Share{best - counts.not_met, best};
    } else if (counts.maybe_not_met > 0) {
        bounds.greatest = Share{0, 1};
    }
    return bounds;
}

}  // namespace

Bounds bounds(const ClassCounts& counts, Threshold::Measure measure) {
    return measure == Threshold::Measure::count ? count_bounds(counts) : share_bounds(counts);
}

Verdict judge(const ClassCounts& counts, const Threshold& threshold) {
    if (threshold.measure == Threshold::Measure::share && counts.certain() == 0) return Verdict::undetermined;
    return judge_bounds(bounds(counts, threshold.measure), threshold);
}

Verdict judge_bounds(const Bounds& found, const Threshold& threshold) {
    // Acceptance is monotone in the share, so agreement at both ends is agreement everywhere.
    const bool least = threshold.accepts(*found.least);
    if (least != threshold.accepts(*found.greatest)) return Verdict::undetermined;
    return least ? Verdict::met : Verdict::not_met;
}

Verdict judge_trend(const Bounds& earlier, const Bounds& now, Trend trend) {
    const bool may_rise = trend == Trend::not_decreasing;
    const Bounds& low = may_rise ? earlier : now;
    const Bounds& high = may_rise ? now : earlier;
    if (*low.greatest <= *high.least) return Verdict::met;
    return *low.least > *high.greatest ? Verdict::not_met : Verdict::undetermined;
}

std::optional<Shortfall> shortfall(const ClassCounts& counts, const Threshold& threshold) {
    const bool is_share = threshold.measure == Threshold::Measure::share;
    if (is_share && counts.certain() == 0) return std::nullopt;

    const bool more = threshold.asks_for_more();
    const std::int64_t met = more ? counts.met : counts.met + counts.undetermined;
    const std::int64_t worst_met = more ? met : met + counts.maybe_met + counts.maybe_undetermined;
    if (!is_share) return Shortfall{missed_by(threshold, met, 1), missed_by(threshold, worst_met, 1)};

    const std::int64_t added = counts.maybe_undetermined + (more ? counts.maybe_not_met : counts.maybe_met);
    return Shortfall{missed_by(threshold, met, counts.certain()),
                     missed_by(threshold, worst_met, counts.certain() + added)};
}

Shortfall bounds_shortfall(const Bounds& found, const Threshold& threshold) {
    const std::int64_t number = (threshold.asks_for_more() ? found.least : found.greatest)->numerator;
    const std::int64_t missed = missed_by(threshold, number, 1);
    return {missed, missed};
}

Swings swings(const Threshold& threshold) {
    const Share none{0, 1};
    const Share whole{1, 1};
    if (threshold.measure == Threshold::Measure::count) return {whole, whole, none, whole};
    const auto [p, q] = threshold.value;
    return {whole, Share{q - p, q}, Share{p, q}, whole};
}

}  // namespace cadre
