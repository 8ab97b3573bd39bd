#pragma once

#include <cadre/roster/column.hpp>

#include <cstdint>
#include <limits>

namespace cadre {

/// The days that a date cell may be, both ends included.
struct DayRange {
    std::int32_t first = std::numeric_limits<std::int32_t>::min();
    std::int32_t last = ongoing_day;

    static DayRange on(std::int32_t day) { return {day, day}; }
    bool is_one_day() const { return first == last; }
    bool may_be(std::int32_t day) const { return first <= day && day <= last; }
};

/// A missing cell may be any day or, as the end of a spell, "ongoing".
inline DayRange days_of(const Column& dates, std::size_t row) {
    if (!dates.is_present(row) || dates.is_none(row)) return {};
    const auto first = static_cast<std::int32_t>(dates.integer(row));
    return {first, dates.upper == nullptr ? first : dates.upper[row]};
}

/// The row that a resolved reference names, or the id of a text; -1 where it is not known.
inline std::int32_t number_of(const Column& cells, std::size_t row) {
    if (!cells.is_present(row) || cells.is_none(row)) return -1;
    return static_cast<std::int32_t>(cells.integer(row));
}

}  // namespace cadre
