#pragma once

// What the calendar says of a day.

#include <cadre/vocabulary/date.hpp>

namespace cadre {

/// 1 is Monday.
constexpr int weekday(DayNumber day) {
    constexpr int thursday = 3;  // 1970-01-01, counted from Monday as 0
    const int from_monday = (day + thursday) % 7;
    return (from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

inline int day_of_year(DayNumber day) {
    return day - *make_day(civil_date(day).year, 1, 1) + 1;
}

/// The week of ISO 8601, in whose year its Thursday lies.
inline int week_of_year(DayNumber day) {
    // In the first and the last week of the calendar this is one of its days.
    const DayNumber thursday = day - weekday(day) + 4;
    return (day_of_year(thursday) - 1) / 7 + 1;
}

}  // namespace cadre
