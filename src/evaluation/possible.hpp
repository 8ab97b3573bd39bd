#pragma once

#include <cstdint>
#include <limits>
#include <type_traits>

namespace cadre {

/// The values that a scalar expression may have: those from `lo` to `hi`, perhaps "none", and perhaps
/// no value at all (undefined). Both evaluators compute with it.
///
/// T is int64_t (integers, dates, durations, ranks of levels, ids of texts) or double. The greatest and
/// least T stand for "unbounded".
template <class T>
struct Possible {
    static constexpr std::uint8_t in_range = 1;
    static constexpr std::uint8_t may_be_none = 2;
    static constexpr std::uint8_t may_be_undefined = 4;

    static constexpr T infinity =
        std::is_integral_v<T> ? std::numeric_limits<T>::max() : std::numeric_limits<T>::infinity();
    static constexpr T minus_infinity = std::is_integral_v<T> ? std::numeric_limits<T>::min() : -infinity;

    T lo = minus_infinity;
    T hi = infinity;
    std::uint8_t flags = in_range;

    static constexpr Possible exactly(T value) { return {value, value, in_range}; }
    static constexpr Possible anything() { return {}; }
    static constexpr Possible none() { return {infinity, minus_infinity, may_be_none}; }
    static constexpr Possible undefined() { return {infinity, minus_infinity, may_be_undefined}; }

    constexpr bool has_range() const { return (flags & in_range) != 0; }
    constexpr bool is_single() const { return flags == in_range && lo == hi; }
    /// Neither none nor undefined.
    constexpr bool is_plain() const { return flags == in_range; }
    constexpr bool bounded() const { return lo != minus_infinity && hi != infinity; }

    constexpr Possible with(std::uint8_t more) const { return {lo, hi, static_cast<std::uint8_t>(flags | more)}; }
    bool operator==(const Possible&) const = default;
};

using PossibleInteger = Possible<std::int64_t>;
using PossibleDecimal = Possible<double>;

/// The least set that holds both.
template <class T>
constexpr Possible<T> hull(const Possible<T>& a, const Possible<T>& b) {
    return {a.lo < b.lo ? a.lo : b.lo, a.hi > b.hi ? a.hi : b.hi, static_cast<std::uint8_t>(a.flags | b.flags)};
}

}  // namespace cadre
