#pragma once

// Durations times and divided by numbers, on sets of possible values. Months are truncated to whole ones,
// as FEEL does; days divide only into whole ones, because the language has no part of a day.

#include "evaluation/functions/decimal_digits.hpp"
#include "evaluation/operations.hpp"

#include <array>

namespace cadre::operations {

/// Whether the node is months or days over a number, or months times a decimal; months and days times an
/// integer are plain products.
inline bool is_duration_scaling(const Expression& e) {
    if (e.type.kind != TypeKind::months && e.type.kind != TypeKind::days) return false;
    return e.operation == Operation::divide ||
           (e.operation == Operation::multiply && e.children[1]->type.kind == TypeKind::decimal);
}

/// An end that is not bounded, on the side where the sign of the result lies.
inline std::int64_t unbounded_months(bool negative) {
    return negative ? PossibleInteger::minus_infinity : PossibleInteger::infinity;
}

inline std::int64_t multiply_months_end(std::int64_t months, double factor) {
    if (months == 0 || factor == 0) return 0;
    const bool bounded = months != PossibleInteger::infinity && months != PossibleInteger::minus_infinity;
    const auto product = bounded && std::isfinite(factor) ? truncated_product(months, factor) : std::nullopt;
    return product ? *product : unbounded_months((months < 0) != (factor < 0));
}

inline std::int64_t divide_months_end(std::int64_t months, double divisor) {
    if (months == 0 || std::isinf(divisor)) return 0;
    const bool bounded = months != PossibleInteger::infinity && months != PossibleInteger::minus_infinity;
    const auto quotient = bounded ? truncated_quotient(months, divisor) : std::nullopt;
    return quotient ? *quotient : unbounded_months((months < 0) != (divisor < 0));
}

template <class End>
PossibleInteger months_by_ends(const PossibleInteger& months, const PossibleDecimal& number, End end) {
    if (!months.has_range() || !number.has_range()) return PossibleInteger::undefined();
    const std::array ends = {end(months.lo, number.lo), end(months.lo, number.hi), end(months.hi, number.lo),
                             end(months.hi, number.hi)};
    const auto [lo, hi] = std::minmax_element(ends.begin(), ends.end());
    return computed(*lo, *hi, static_cast<std::uint8_t>(months.flags | number.flags));
}

inline PossibleInteger multiply_months(const PossibleInteger& months, const PossibleDecimal& factor) {
    return months_by_ends(months, factor, multiply_months_end);
}

inline PossibleInteger divide_months(const PossibleInteger& months, const PossibleDecimal& divisor) {
    if (divisor.has_range() && divisor.lo <= 0 && divisor.hi >= 0) {
        if (divisor.lo == divisor.hi) return PossibleInteger::undefined();
        return PossibleInteger::anything().with(PossibleInteger::may_be_undefined);
    }
    return months_by_ends(months, divisor, divide_months_end);
}

inline PossibleInteger divide_days(const PossibleInteger& days, const PossibleInteger& divisor) {
    if (!days.is_single() || !divisor.is_single()) {
        return PossibleInteger::anything().with(PossibleInteger::may_be_undefined);
    }
    if (divisor.lo == -1) return negate(days);
    const bool whole = divisor.lo != 0 && days.lo % divisor.lo == 0;
    return whole ? PossibleInteger::exactly(days.lo / divisor.lo) : PossibleInteger::undefined();
}

}  // namespace cadre::operations
