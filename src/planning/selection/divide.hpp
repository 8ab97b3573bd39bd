#pragma once

#include <cstdint>

namespace cadre::selection {

/// Rounded down, or up; of a divisor above 0.
inline std::int64_t floor_divide(std::int64_t value, std::int64_t divisor) {
    return value / divisor - (value % divisor < 0 ? 1 : 0);
}
inline std::int64_t ceil_divide(std::int64_t value, std::int64_t divisor) {
    return -floor_divide(-value, divisor);
}

}  // namespace cadre::selection
