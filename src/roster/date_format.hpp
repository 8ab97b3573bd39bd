#pragma once

#include <cadre/vocabulary/date.hpp>

#include <array>
#include <optional>
#include <string_view>

namespace cadre {

/// The order of day, month and year in the dates of a column.
struct DateFormat {
    std::array<char, 3> order{'y', 'm', 'd'};
};

/// Reads "d/m/y", "y-m-d", "m.d.y", …: the three letters once each with one separator; nothing otherwise.
std::optional<DateFormat> parse_date_format(std::string_view text);

/// The days from `first` to `last`, both included.
struct DaySpan {
    DayNumber first = 0;
    DayNumber last = 0;
};

/// A date in text: a day, the days of a month or year where it says no more ("9/1965", "1965"), or neither.
struct DateReading {
    std::optional<DayNumber> day;
    std::optional<DaySpan> partial;
};

/// Reads numbers separated by `/`, `-`, `.` or blanks, unpadded allowed, four-digit years only, month and year of
/// a partial date in the order of the format; a time of day is accepted where it is midnight, as sheets write it.
DateReading read_date(std::string_view text, const DateFormat& format);

}  // namespace cadre
