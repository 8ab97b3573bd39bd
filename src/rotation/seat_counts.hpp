#pragma once

#include <cadre/rotation/occupancy.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cadre {

/// Someone in a post over days. Holders are told apart by their numbers.
struct SeatDays {
    std::size_t post = 0;
    std::size_t holder = 0;
    DayNumber from = 0;
    DayNumber to = 0;  ///< excluded

    auto operator<=>(const SeatDays&) const = default;
};

/// The days over which holdings certainly, or possibly, last; `cadres` is the number of rows of `cadres`. One whose
/// cadre is not known is a holder of their own where it is possible, and none where it has to be certain.
std::vector<SeatDays> certain_days(const std::vector<Holding>& holdings);
std::vector<SeatDays> possible_days(const std::vector<Holding>& holdings, std::size_t cadres);

/// Joins what follows on or overlaps of one holder in one post, then leaves out the last `handover` days of each.
std::vector<SeatDays> joined(std::vector<SeatDays> days, int handover = 0);

/// Counts holders between the changes of either count; what `joined` returns. Nothing before `before` is told apart.
/// Spans of one post follow on, the last one without an end.
std::vector<SeatSpan> seat_spans(const std::vector<SeatDays>& certain, const std::vector<SeatDays>& possible,
                                 DayNumber before);

}  // namespace cadre
