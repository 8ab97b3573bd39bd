#pragma once

#include <cadre/vocabulary/date.hpp>

namespace cadre::over_days {

/// The days from `first` (included) to `end` (excluded); never empty.
struct DayRange {
    DayNumber first = 0;
    DayNumber end = 0;

    DayNumber last() const { return end - 1; }
    bool operator==(const DayRange&) const = default;
};

}  // namespace cadre::over_days
