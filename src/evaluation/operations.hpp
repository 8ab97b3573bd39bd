#pragma once

// The language's scalar operations on sets of possible values (interval arithmetic by endpoints).
// Both evaluators use them; every one is inclusion-isotone: narrower operands never give a result
// outside that of wider ones.

#include "evaluation/possible.hpp"

#include <cadre/criteria/expression.hpp>
#include <cadre/evaluation/verdict.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace cadre::operations {

template <class T>
constexpr std::uint8_t flags_of(const Possible<T>& a, const Possible<T>& b) {
    return a.flags | b.flags;
}

/// Ordering and arithmetic have no meaning for "none"; such an operand leaves the result undefined.
constexpr std::uint8_t arithmetic_flags(std::uint8_t flags) {
    constexpr std::uint8_t strange = PossibleInteger::may_be_none | PossibleInteger::may_be_undefined;
    return PossibleInteger::in_range | ((flags & strange) != 0 ? PossibleInteger::may_be_undefined : 0);
}

/// An end of a computed range: unbounded ends may overflow, so they make the result perhaps undefined.
template <class T>
constexpr Possible<T> computed(T lo, T hi, std::uint8_t flags) {
    const bool overflow = lo == Possible<T>::minus_infinity || hi == Possible<T>::infinity ||
                          lo == Possible<T>::infinity || hi == Possible<T>::minus_infinity;
    flags = arithmetic_flags(flags);
    if (overflow) flags |= Possible<T>::may_be_undefined;
    return {lo, hi, flags};
}

inline std::int64_t add_end(std::int64_t a, std::int64_t b) {
    constexpr auto inf = PossibleInteger::infinity;
    constexpr auto minf = PossibleInteger::minus_infinity;
    if (a == inf || b == inf) return inf;
    if (a == minf || b == minf) return minf;
    std::int64_t sum = 0;
    if (__builtin_add_overflow(a, b, &sum)) return a > 0 ? inf : minf;
    return sum;
}
inline double add_end(double a, double b) {
    return a + b;
}

inline std::int64_t negate_end(std::int64_t a) {
    if (a == PossibleInteger::infinity) return PossibleInteger::minus_infinity;
    return a == PossibleInteger::minus_infinity ? PossibleInteger::infinity : -a;
}
inline double negate_end(double a) {
    return -a;
}

inline std::int64_t multiply_end(std::int64_t a, std::int64_t b) {
    constexpr auto inf = PossibleInteger::infinity;
    constexpr auto minf = PossibleInteger::minus_infinity;
    if (a == 0 || b == 0) return 0;
    const bool negative = (a < 0) != (b < 0);
    std::int64_t product = 0;
    if (a == inf || b == inf || a == minf || b == minf || __builtin_mul_overflow(a, b, &product)) {
        return negative ? minf : inf;
    }
    return product;
}
inline double multiply_end(double a, double b) {
    return a == 0 || b == 0 ? 0.0 : a * b;
}

/// Quotient of two ends; ∞/∞ stands for anything in between and is covered by the other ends.
inline double divide_end(double a, double b) {
    if (std::isinf(b)) return 0.0;
    return a / b;
}

template <class T>
Possible<T> negate(const Possible<T>& a) {
    if (!a.has_range()) return Possible<T>::undefined();
    return computed<T>(negate_end(a.hi), negate_end(a.lo), a.flags);
}

template <class T>
Possible<T> add(const Possible<T>& a, const Possible<T>& b) {
    if (!a.has_range() || !b.has_range()) return Possible<T>::undefined();
    return computed<T>(add_end(a.lo, b.lo), add_end(a.hi, b.hi), flags_of(a, b));
}

template <class T>
Possible<T> subtract(const Possible<T>& a, const Possible<T>& b) {
    if (!a.has_range() || !b.has_range()) return Possible<T>::undefined();
    return computed<T>(add_end(a.lo, negate_end(b.hi)), add_end(a.hi, negate_end(b.lo)), flags_of(a, b));
}

template <class T>
Possible<T> multiply(const Possible<T>& a, const Possible<T>& b) {
    if (!a.has_range() || !b.has_range()) return Possible<T>::undefined();
    const T p[] = {multiply_end(a.lo, b.lo), multiply_end(a.lo, b.hi), multiply_end(a.hi, b.lo),
                   multiply_end(a.hi, b.hi)};
    const auto [lo, hi] = std::minmax_element(p, p + 4);
    return computed<T>(*lo, *hi, flags_of(a, b));
}

inline PossibleDecimal divide(const PossibleDecimal& a, const PossibleDecimal& b) {
    if (!a.has_range() || !b.has_range()) return PossibleDecimal::undefined();
    if (b.lo == 0 && b.hi == 0) return PossibleDecimal::undefined();
    if (b.lo <= 0 && b.hi >= 0) return PossibleDecimal::anything().with(PossibleDecimal::may_be_undefined);
    const double q[] = {divide_end(a.lo, b.lo), divide_end(a.lo, b.hi), divide_end(a.hi, b.lo), divide_end(a.hi, b.hi)};
    const auto [lo, hi] = std::minmax_element(q, q + 4);
    return computed<double>(*lo, *hi, flags_of(a, b));
}

inline PossibleDecimal arithmetic(Operation operation, const PossibleDecimal& a, const PossibleDecimal& b) {
    switch (operation) {
        case Operation::add: return add(a, b);
        case Operation::subtract: return subtract(a, b);
        case Operation::multiply: return multiply(a, b);
        default: return divide(a, b);
    }
}
inline PossibleInteger arithmetic(Operation operation, const PossibleInteger& a, const PossibleInteger& b) {
    if (operation == Operation::add) return add(a, b);
    return operation == Operation::subtract ? subtract(a, b) : multiply(a, b);
}

inline PossibleDecimal to_decimal(const PossibleInteger& a) {
    const auto end = [](std::int64_t value) {
        if (value == PossibleInteger::infinity) return PossibleDecimal::infinity;
        if (value == PossibleInteger::minus_infinity) return PossibleDecimal::minus_infinity;
        return static_cast<double>(value);
    };
    return {end(a.lo), end(a.hi), a.flags};
}

template <class T>
Possible<T> absolute(const Possible<T>& a) {
    if (a.is_single()) return Possible<T>::exactly(a.lo < 0 ? negate_end(a.lo) : a.lo);
    if (!a.has_range()) return Possible<T>::undefined();
    return {Possible<T>::minus_infinity, Possible<T>::infinity, arithmetic_flags(a.flags)};
}

template <class T>
constexpr Verdict equal(const Possible<T>& a, const Possible<T>& b) {
    if (((a.flags | b.flags) & Possible<T>::may_be_undefined) != 0) return Verdict::undetermined;
    const bool common_none = (a.flags & b.flags & Possible<T>::may_be_none) != 0;
    const bool common_range = a.has_range() && b.has_range() && a.lo <= b.hi && b.lo <= a.hi;
    if (!common_none && !common_range) return Verdict::not_met;
    const bool both_none = a.flags == Possible<T>::may_be_none && b.flags == Possible<T>::may_be_none;
    return both_none || (a.is_single() && b.is_single()) ? Verdict::met : Verdict::undetermined;
}

template <class T>
constexpr Verdict less(const Possible<T>& a, const Possible<T>& b) {
    if (!a.is_plain() || !b.is_plain()) return Verdict::undetermined;
    if (a.hi < b.lo) return Verdict::met;
    return a.lo >= b.hi ? Verdict::not_met : Verdict::undetermined;
}

template <class T>
constexpr Verdict compare(const Possible<T>& a, Operation operation, const Possible<T>& b) {
    switch (operation) {
        case Operation::less: return less(a, b);
        case Operation::less_equal: return !less(b, a);
        case Operation::greater: return less(b, a);
        default: return !less(a, b);
    }
}

/// Whether an ordering holds between two single values.
constexpr bool holds(Operation operation, bool is_less, bool is_equal) {
    switch (operation) {
        case Operation::less: return is_less;
        case Operation::less_equal: return is_less || is_equal;
        case Operation::greater: return !is_less && !is_equal;
        default: return !is_less;
    }
}

/// Two texts or references that may differ: there is nothing between them, so their join is anything.
constexpr PossibleInteger join_nominal(const PossibleInteger& a, const PossibleInteger& b) {
    if (a.flags == b.flags && a.lo == b.lo && a.hi == b.hi) return a;
    if (!a.has_range()) return b.with(a.flags);
    if (!b.has_range()) return a.with(b.flags);
    if (a.lo == b.lo && a.hi == b.hi) return a.with(b.flags);
    return PossibleInteger::anything().with(a.flags | b.flags);
}

/// The set with its order reversed.
template <class T>
constexpr Possible<T> mirrored(const Possible<T>& a) {
    return {negate_end(a.hi), negate_end(a.lo), a.flags};
}

}  // namespace cadre::operations
