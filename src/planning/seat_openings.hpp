#pragma once

#include "planning/departures.hpp"
#include "planning/incumbents.hpp"

#include <cadre/planning/coverage.hpp>

#include <cstddef>
#include <vector>

namespace cadre {

/// What keeps the openings of a pool from being looked for; `decided` where nothing does.
CoverageReason obstacle(const PlanPool& pool);

/// How many of a post's seats may be held by people whom the roster does not name as its incumbents.
std::size_t seats_for_unlisted(const PlanPool& pool, const std::vector<Incumbent>& incumbents, std::int64_t unlisted);

/// The seats of a pool without an obstacle that open from `as_of` to the end of its term, by day. With n incumbents who
/// leave on days d_1 <= … <= d_n (whoever may be one and is not has left on `as_of`), the j-th of S seats opens on
/// d_(n - S + j), or on `as_of` where n <= S - j; bounds of the d's give bounds of their order.
std::vector<SeatOpening> seat_openings(const PlanPool& pool, std::vector<LeavingDay> leaving, DayNumber as_of);

}  // namespace cadre
