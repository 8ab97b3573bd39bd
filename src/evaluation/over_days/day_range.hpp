#pragma once

#include <cadre/vocabulary/date.hpp>

#include <set>
#include <vector>

namespace cadre::over_days {

/// The days from `first` (included) to `end` (excluded); never empty.
struct DayRange {
    DayNumber first = 0;
    DayNumber end = 0;

    DayNumber last() const { return end - 1; }
    bool operator==(const DayRange&) const = default;
};

/// The range in pieces that begin on the days within it.
inline std::vector<DayRange> pieces_of(DayRange range, const std::set<DayNumber>& days) {
    std::vector<DayRange> pieces;
    DayNumber first = range.first;
    for (const DayNumber day : days) {
        if (day <= first || day >= range.end) continue;
        pieces.push_back({first, day});
        first = day;
    }
    pieces.push_back({first, range.end});
    return pieces;
}

}  // namespace cadre::over_days
