#pragma once

#include <cadre/vocabulary/date.hpp>

#include <bit>
#include <cstdint>

namespace cadre {

/// One cell outside a column: its state and, by the attribute's type, its number.
struct Cell {
    enum class State : std::uint8_t { missing, present, none, open };

    State state = State::missing;
    /// Partial dates: how many days after `number` the day may be, at most; else 0.
    std::int32_t more_days = 0;
    /// Truth, integer, day, count of a duration, position of a level, text id, end of a list, or bits of a double.
    std::int64_t number = 0;

    static Cell of(std::int64_t number) { return {State::present, 0, number}; }
    static Cell of_decimal(double value) { return of(std::bit_cast<std::int64_t>(value)); }
    static Cell of_none() { return {State::none, 0, 0}; }
    /// A list that ends before member `end`.
    static Cell of_list(std::int64_t end, bool open) { return {open ? State::open : State::present, 0, end}; }
    /// Any day from `first` to `last`.
    static Cell of_days(DayNumber first, DayNumber last) { return {State::present, last - first, first}; }

    bool is_partial() const { return more_days != 0; }
    DayNumber last_day() const { return static_cast<DayNumber>(number) + more_days; }
    double decimal() const { return std::bit_cast<double>(number); }
};

}  // namespace cadre
