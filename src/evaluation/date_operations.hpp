#pragma once

// Date and duration arithmetic on sets of possible values; monotone, hence by endpoints. An end that
// is no day of the calendar (unbounded, or the end of a spell that still runs) stays unbounded and
// leaves the result perhaps undefined.

#include "evaluation/functions/calendar.hpp"
#include "evaluation/operations.hpp"

#include <cadre/criteria/expression.hpp>
#include <cadre/schema/type.hpp>
#include <cadre/vocabulary/date.hpp>

namespace cadre::operations {

constexpr bool is_day(std::int64_t end) {
    return end >= first_day && end <= last_day;
}

inline std::int64_t add_months_end(std::int64_t day, std::int64_t months) {
    if (months == PossibleInteger::infinity || day > last_day) return PossibleInteger::infinity;
    if (months == PossibleInteger::minus_infinity || day < first_day) return PossibleInteger::minus_infinity;
    const auto sum = cadre::add_months(static_cast<DayNumber>(day), months);
    if (sum) return *sum;
    return months > 0 ? PossibleInteger::infinity : PossibleInteger::minus_infinity;
}

inline std::int64_t add_days_end(std::int64_t day, std::int64_t days) {
    if (day > last_day) return PossibleInteger::infinity;
    if (day < first_day) return PossibleInteger::minus_infinity;
    const auto sum = add_end(day, days);
    if (sum > last_day) return PossibleInteger::infinity;
    return sum < first_day ? PossibleInteger::minus_infinity : sum;
}

inline PossibleInteger date_plus_months(const PossibleInteger& date, const PossibleInteger& months) {
    if (!date.has_range() || !months.has_range()) return PossibleInteger::undefined();
    return computed(add_months_end(date.lo, months.lo), add_months_end(date.hi, months.hi), flags_of(date, months));
}

inline PossibleInteger date_plus_days(const PossibleInteger& date, const PossibleInteger& days) {
    if (!date.has_range() || !days.has_range()) return PossibleInteger::undefined();
    return computed(add_days_end(date.lo, days.lo), add_days_end(date.hi, days.hi), flags_of(date, days));
}

constexpr PossibleInteger calendar_range(const PossibleInteger& date) {
    const auto end = [](std::int64_t day) {
        if (day > last_day) return PossibleInteger::infinity;
        return day < first_day ? PossibleInteger::minus_infinity : day;
    };
    return {end(date.lo), end(date.hi), date.flags};
}

inline PossibleInteger days_between(const PossibleInteger& from, const PossibleInteger& to) {
    if (!from.has_range() || !to.has_range()) return PossibleInteger::undefined();
    return subtract(calendar_range(to), calendar_range(from));
}

inline PossibleInteger months_between(const PossibleInteger& from_date, const PossibleInteger& to_date) {
    if (!from_date.has_range() || !to_date.has_range()) return PossibleInteger::undefined();
    const auto from = calendar_range(from_date);
    const auto to = calendar_range(to_date);
    const auto count = [](std::int64_t first, std::int64_t second) -> std::int64_t {
        return cadre::months_between(static_cast<DayNumber>(first), static_cast<DayNumber>(second));
    };
    const auto lo = is_day(from.hi) && is_day(to.lo) ? count(from.hi, to.lo) : PossibleInteger::minus_infinity;
    const auto hi = is_day(from.lo) && is_day(to.hi) ? count(from.lo, to.hi) : PossibleInteger::infinity;
    return computed(lo, hi, flags_of(from, to));
}

/// `+` and `-` where an operand is a date: date ± months, date ± days, months + date, days + date, and
/// date − date.
inline PossibleInteger date_arithmetic(bool subtract, TypeKind left, const PossibleInteger& a, TypeKind right,
                                       const PossibleInteger& b) {
    if (left == TypeKind::date && right == TypeKind::date) return days_between(b, a);
    const bool date_first = left == TypeKind::date;
    const PossibleInteger& date = date_first ? a : b;
    const PossibleInteger& length = date_first ? b : a;
    const PossibleInteger shift = subtract ? mirrored(length) : length;
    return (date_first ? right : left) == TypeKind::months ? date_plus_months(date, shift)
                                                           : date_plus_days(date, shift);
}

/// `date(year, month, day)`.
inline PossibleInteger date_from_parts(const PossibleInteger& year, const PossibleInteger& month,
                                       const PossibleInteger& day) {
    if (!year.is_single() || !month.is_single() || !day.is_single()) {
        return PossibleInteger::anything().with(PossibleInteger::may_be_undefined);
    }
    const auto date = make_day(year.lo, month.lo, day.lo);
    return date ? PossibleInteger::exactly(*date) : PossibleInteger::undefined();
}

/// A part of a day of the calendar.
inline std::int64_t date_part(DayNumber day, Function part) {
    const auto fields = civil_date(day);
    switch (part) {
        case Function::year: return fields.year;
        case Function::month: return fields.month;
        case Function::day: return fields.day;
        case Function::weekday: return weekday(day);
        case Function::day_of_year: return day_of_year(day);
        default: return week_of_year(day);
    }
}

/// `.year` of a date, `.months` of a duration, and the like.
inline PossibleInteger part(const PossibleInteger& whole, Function part) {
    if (!whole.has_range()) return PossibleInteger::undefined();
    const bool of_duration = part == Function::years || part == Function::months || part == Function::days;
    if (!whole.is_single()) {
        const auto flags = arithmetic_flags(whole.flags);
        const bool has_parts = of_duration || (is_day(whole.lo) && is_day(whole.hi));
        return PossibleInteger::anything().with(
            static_cast<std::uint8_t>(has_parts ? flags : flags | PossibleInteger::may_be_undefined));
    }
    if (part == Function::days) return whole;
    if (of_duration) return PossibleInteger::exactly(part == Function::years ? whole.lo / 12 : whole.lo % 12);
    if (!is_day(whole.lo)) return PossibleInteger::undefined();
    return PossibleInteger::exactly(date_part(static_cast<DayNumber>(whole.lo), part));
}

}  // namespace cadre::operations
