#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace cadre {

__extension__ using WideInteger = __int128;

/// `digits * 10^-scale`, a cell of an Arrow decimal128 column; -38 <= scale <= 38.
struct WideDecimal {
    WideInteger digits = 0;
    int scale = 0;
};

/// The number where it is whole and fits.
std::optional<std::int64_t> integer_of(const WideDecimal& number);

/// The nearest double; never infinite, as 2^127 * 10^38 is far below the largest.
double decimal_of(const WideDecimal& number);

/// All its digits: "-12.50".
std::string shown_number(const WideDecimal& number);

}  // namespace cadre
