#pragma once

#include <bit>
#include <cstdint>

namespace cadre {

/// One cell outside a column: its state and, by the attribute's type, its number.
struct Cell {
    enum class State : std::uint8_t { missing, present, none, open };

    State state = State::missing;
    /// Truth, integer, day, count of a duration, position of a level, text id, end of a list, or bits of a double.
    std::int64_t number = 0;

    static Cell of(std::int64_t number) { return {State::present, number}; }
    static Cell of_decimal(double value) { return {State::present, std::bit_cast<std::int64_t>(value)}; }
    double decimal() const { return std::bit_cast<double>(number); }
};

}  // namespace cadre
