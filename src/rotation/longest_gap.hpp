#pragma once

#include <cstdint>
#include <optional>

namespace cadre {

/// Throws `Error` (invalid_argument) for negative days between two spells that make a move.
void check_longest_gap(const std::optional<std::int32_t>& days);

}  // namespace cadre
