#include "rotation/request/vacant_seats.hpp"

#include <cadre/rotation/occupancy.hpp>

#include <algorithm>

namespace cadre {

std::vector<std::int64_t> vacant_seats(const Roster& roster, const RotationPlan& leaving) {
    const Occupancy occupancy = occupancy_of(roster, leaving);
    std::vector<std::int64_t> held(occupancy.seats.size());   // surely, on the day before
    std::vector<std::int64_t> taken(occupancy.seats.size());  // perhaps, on some day from then on
    for (const SeatSpan& span : occupancy.spans) {
        if (span.from <= occupancy.before) held[span.post] = span.least;
        if (span.to > occupancy.before + 1) taken[span.post] = std::max(taken[span.post], span.most);
    }
    std::vector<std::int64_t> vacant(held.size());
    for (std::size_t post = 0; post < vacant.size(); ++post)
        vacant[post] = std::max<std::int64_t>(occupancy.seats[post].value_or(held[post]) - taken[post], 0);
    return vacant;
}

}  // namespace cadre
