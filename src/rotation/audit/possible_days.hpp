#pragma once

#include "evaluation/possible.hpp"
#include "roster/cell_reading.hpp"

#include <cadre/evaluation/verdict.hpp>

#include <algorithm>

namespace cadre {

/// Whether a day lies before another, as far as both are known.
inline Verdict before(DayRange a, DayRange b) {
    if (a.last < b.first) return Verdict::met;
    return a.first >= b.last ? Verdict::not_met : Verdict::undetermined;
}
/// Whether a day is not after another.
inline Verdict by(DayRange a, DayRange b) {
    return !before(b, a);
}

inline DayRange later_of(DayRange a, DayRange b) {
    return {std::max(a.first, b.first), std::max(a.last, b.last)};
}
inline DayRange earlier_of(DayRange a, DayRange b) {
    return {std::min(a.first, b.first), std::min(a.last, b.last)};
}

/// The day so many months after another; what lies beyond the calendar never comes.
DayRange months_after(DayRange day, const PossibleInteger& months);

/// The day, where it is known.
inline std::optional<DayNumber> known_day(DayRange day) {
    return day.is_one_day() && day.first < ongoing_day ? std::optional(day.first) : std::nullopt;
}

}  // namespace cadre
