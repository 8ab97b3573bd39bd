#pragma once

#include "rotation/order/seat_claim.hpp"
#include "rotation/order/seat_supply.hpp"

#include <cstddef>
#include <limits>
#include <vector>

namespace cadre {

/// Which seat each claim takes. Claims are named by their positions.
struct SeatPairing {
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

    std::vector<std::size_t> after;  ///< by claim: the claim whose seat it takes; none: one that is vacant, or no seat
    std::vector<Seat> vacant;        ///< by claim: the vacant seat that it takes
    std::vector<std::size_t>
        before;  ///< by claim: the claim that takes its seat; none: it stays vacant, or fills a debt
    std::vector<bool> leaves_vacant;               ///< by claim: whether its seat stays vacant
    std::vector<std::vector<std::size_t>> cycles;  ///< each takes the seat of the one before, the first of the last
};

/// Pairs the claims on each post, by day, with its seats, by the day from which on they are vacant: then nobody waits
/// beyond their day if any pairing keeps the days. Breaks cycles by seats outside them where no day is lost by it.
/// There are seats for all claims; those taken are taken out of the supply. Takes time n log n.
SeatPairing pair_seats(const std::vector<SeatClaim>& claims, SeatSupply& supply);

}  // namespace cadre
