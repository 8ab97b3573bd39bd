#pragma once

#include "evaluation/operations.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace cadre::operations {

__extension__ using WideInteger = __int128;
__extension__ using WideNatural = unsigned __int128;

/// `sum / count` rounded once, so that comparing it with a number gives what the exact rational gives.
inline double rounded_quotient(WideInteger sum, std::int64_t count) {
    if (sum == 0) return 0;
    const auto magnitude = static_cast<WideNatural>(sum < 0 ? -sum : sum);
    const auto high = static_cast<std::uint64_t>(magnitude >> 64);
    const int zeros = high != 0 ? std::countl_zero(high) : 64 + std::countl_zero(static_cast<std::uint64_t>(magnitude));
    const WideNatural scaled = magnitude << zeros;
    const auto divisor = static_cast<WideNatural>(count);
    // What the division leaves only matters as a bit below all that the rounding keeps.
    const WideNatural quotient = (scaled / divisor) | (scaled % divisor != 0 ? 1 : 0);
    const double value = std::ldexp(static_cast<double>(quotient), -zeros);
    return sum < 0 ? -value : value;
}

/// Running `mean` over the members of a list (language.md, section 2): the exact rational of integers, once
/// rounded, where all is known; otherwise the hull of the means that are possible, widened by rounding.
template <class T>
class MeanFold {
public:
    void add_member(const Possible<T>& value, bool certain) {
        any_certain_ = any_certain_ || certain;
        if ((value.flags & ~Possible<T>::in_range) != 0) undefined_ = Possible<T>::may_be_undefined;
        if (!value.has_range()) return;
        settled_ = settled_ && certain && value.is_single();
        (certain ? certain_ : possible_).push_back(value);
    }

    PossibleDecimal result(bool open) const {
        constexpr auto undefined = PossibleDecimal::may_be_undefined;
        if (open) return PossibleDecimal::anything().with(undefined);
        if (certain_.empty() && possible_.empty()) return PossibleDecimal::undefined();
        return mean().with(any_certain_ ? undefined_ : undefined);
    }

private:
    using Members = std::vector<Possible<T>>;

    PossibleDecimal mean() const {
        if constexpr (std::is_integral_v<T>) {
            if (settled_) return exact_mean();
            return {least_mean(certain_, possible_), -least_mean(all_mirrored(certain_), all_mirrored(possible_)),
                    PossibleDecimal::in_range};
        } else {
            return settled_ ? mean_of_decimals() : hull_of_decimals();
        }
    }

    PossibleDecimal exact_mean() const {
        constexpr WideInteger exact_doubles = WideInteger{1} << 53;
        WideInteger sum = 0;
        for (const auto& member : certain_) sum += member.lo;
        const double mean = rounded_quotient(sum, static_cast<std::int64_t>(certain_.size()));
        if (-exact_doubles < sum && sum < exact_doubles) return PossibleDecimal::exactly(mean);
        return {below(mean), -below(-mean), PossibleDecimal::in_range};
    }

    static double below(double value) { return std::nextafter(value, -std::numeric_limits<double>::infinity()); }

    static Members all_mirrored(const Members& members) {
        Members result;
        for (const auto& member : members) result.push_back(mirrored(member));
        return result;
    }

    /// Possible members lower the mean while they are less than it.
    static double least_mean(const Members& certain, Members possible) {
        WideInteger sum = 0;
        auto count = static_cast<std::int64_t>(certain.size());
        const auto unbounded = [](const auto& member) { return member.lo == Possible<T>::minus_infinity; };
        if (std::any_of(certain.begin(), certain.end(), unbounded) ||
            std::any_of(possible.begin(), possible.end(), unbounded)) {
            return PossibleDecimal::minus_infinity;
        }
        for (const auto& member : certain) sum += member.lo;
        std::sort(possible.begin(), possible.end(), [](const auto& a, const auto& b) { return a.lo < b.lo; });
        for (const auto& member : possible) {
            if (count > 0 && WideInteger{member.lo} * count >= sum) break;
            sum += member.lo;
            ++count;
        }
        return below(rounded_quotient(sum, count));
    }

    PossibleDecimal mean_of_decimals() const {
        double sum = 0;
        for (const auto& member : certain_) sum += member.lo;
        const double mean = sum / static_cast<double>(certain_.size());
        return computed(mean, mean, PossibleDecimal::in_range);
    }

    /// Between the least and the greatest member, and what the roundings of a sum may add.
    PossibleDecimal hull_of_decimals() const {
        double lo = PossibleDecimal::infinity;
        double hi = PossibleDecimal::minus_infinity;
        for (const Members* members : {&certain_, &possible_}) {
            for (const auto& member : *members) {
                lo = std::min<double>(lo, member.lo);
                hi = std::max<double>(hi, member.hi);
            }
        }
        const auto count = static_cast<double>(certain_.size() + possible_.size());
        const double greatest = std::max(std::abs(lo), std::abs(hi));
        if (!std::isfinite(greatest * (count + 1))) {
            return PossibleDecimal::anything().with(PossibleDecimal::may_be_undefined);
        }
        const double rounding = (count + 1) * std::numeric_limits<double>::epsilon() * greatest;
        return computed(lo - rounding, hi + rounding, PossibleDecimal::in_range);
    }

    Members certain_;
    Members possible_;
    bool any_certain_ = false;
    bool settled_ = true;
    std::uint8_t undefined_ = 0;
};

}  // namespace cadre::operations
