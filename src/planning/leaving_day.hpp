#pragma once

#include "evaluation/possible.hpp"

#include <cadre/vocabulary/date.hpp>

#include <cstdint>

namespace cadre {

/// When someone leaves: never, or on a day between bounds, perhaps.
struct LeavingDay {
    static constexpr std::int64_t never = PossibleInteger::infinity;

    std::int64_t first = never;                           ///< the earliest day
    std::int64_t last = PossibleInteger::minus_infinity;  ///< the latest, if one leaves at all
    bool certain = false;                                 ///< one leaves

    /// Nothing is known of it.
    static LeavingDay unknown() { return {PossibleInteger::minus_infinity, never, false}; }
    static LeavingDay on(std::int64_t day) { return {day, day, true}; }
    /// A day that the data gives; "none" and the open end of a spell mean never.
    static LeavingDay of(const PossibleInteger& day);

    LeavingDay uncertain() const { return {first, last, false}; }
    /// The same as seen from `from` on, with days from `end` on as never.
    LeavingDay within(DayNumber from, DayNumber end) const;
    bool operator==(const LeavingDay&) const = default;
};

/// The earlier of both.
LeavingDay earlier(const LeavingDay& a, const LeavingDay& b);

}  // namespace cadre
