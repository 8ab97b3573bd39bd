#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace cadre {

/// A whole number without marks between its digits; nothing when it does not fit in 64 bits.
std::optional<std::int64_t> integer_of(std::string_view text);

/// A finite number with a point or a comma before its decimals. A comma before exactly three digits is
/// refused: it may as well divide thousands.
std::optional<double> decimal_of(std::string_view text);

}  // namespace cadre
