#pragma once

#include <cadre/vocabulary/interval.hpp>

namespace cadre {

/// Throw `Error` (invalid_argument) where the first day lies after the last.
void require_in_order(DayNumber first, DayNumber last);
void require_in_order(const DateInterval& window);

}  // namespace cadre
