#pragma once

#include "rotation/order/seat_claim.hpp"
#include "rotation/order/seat_supply.hpp"

#include <vector>

namespace cadre {

/// Which claims have to wait because posts have too few seats, those of whoever would have to wait with them among
/// them. First come the published ones, then the earlier ones, then those before. None of the claims that wait could be
/// added, alone or with others. Takes time n log n.
std::vector<bool> over_claimed(const std::vector<SeatClaim>& claims, const SeatSupply& supply);

}  // namespace cadre
