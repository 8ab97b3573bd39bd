#pragma once

#include <cadre/export.hpp>

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cadre {

/// A calendar day, proleptic Gregorian, 1400-01-01 to 9999-12-31.
using Date = boost::gregorian::date;

/// A day as the number of days since 1970-01-01 (the unit of Arrow's date32).
using DayNumber = std::int32_t;

inline constexpr DayNumber first_day = -208188;  ///< 1400-01-01
inline constexpr DayNumber last_day = 2932896;   ///< 9999-12-31

struct CivilDate {
    int year;
    int month;
    int day;

    bool operator==(const CivilDate&) const = default;
};

CADRE_EXPORT DayNumber day_number(const Date& date);
CADRE_EXPORT Date date_of(DayNumber day);

/// The day with these fields, or nothing when there is no such day in the calendar's range.
CADRE_EXPORT std::optional<DayNumber> make_day(std::int64_t year, std::int64_t month, std::int64_t day);
CADRE_EXPORT CivilDate civil_date(DayNumber day);

/// Adds months and clamps to the month's end: 31 January + 1 month = 28 February, and
/// 28 February + 1 month = 28 March (unlike `boost::gregorian::months`, which snaps to month ends).
/// Nothing when the result leaves the calendar's range.
CADRE_EXPORT std::optional<DayNumber> add_months(DayNumber day, std::int64_t months);

/// FEEL's `years and months duration(from, to)`: whole months, counted field-wise, truncated toward
/// zero. From 1980-02-29 to 2015-02-28 it is 34 years 11 months. Source: DMN 1.5, 10.3.4.
CADRE_EXPORT std::int64_t months_between(DayNumber from, DayNumber to);

/// Reads `2015-12-31`, four-digit years only.
CADRE_EXPORT std::optional<DayNumber> parse_iso_date(std::string_view text);
CADRE_EXPORT std::string to_iso(DayNumber day);

}  // namespace cadre
