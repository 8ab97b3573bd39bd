#pragma once

#include "rotation/order/seat_pairing.hpp"

#include <cadre/rotation/move_order.hpp>

#include <map>
#include <optional>
#include <vector>

namespace cadre {

/// Places the moves of a plan, round by round. Plan and options outlive it.
class Ordering {
public:
    Ordering(const Roster& roster, const RotationPlan& plan, const OrderOptions& options);

    MoveOrder run();

private:
    std::vector<SeatClaim> claims_of(const std::vector<std::size_t>& round);
    std::optional<BlockedMove> obstacle_of(std::size_t at) const;
    void carry_out(const std::vector<SeatClaim>& claims);
    void block(const std::vector<SeatClaim>& claims, const std::vector<bool>& waiting);
    void place_chain(std::size_t claim, const std::vector<SeatClaim>& claims, const SeatPairing& pairing);
    void place_on_one_day(const std::vector<std::size_t>& cycle, const std::vector<SeatClaim>& claims,
                          const SeatPairing& pairing);
    void place_with_interim(const std::vector<std::size_t>& cycle, const std::vector<SeatClaim>& claims,
                            const SeatPairing& pairing);
    /// What a move comes after by its cadre alone.
    OrderedMove begun(const SeatClaim& claim) const;
    void come_after(OrderedMove& move, std::size_t earlier, DayNumber day) const;
    /// The day from which on a move may take a seat that is left on a day. Throws `Error` (invalid_argument) beyond the
    /// calendar.
    DayNumber after_handover(DayNumber day, std::size_t move) const;
    DayNumber days_after(DayNumber day, int days, std::size_t move) const;
    void finish(const OrderedMove& move, const SeatClaim& claim, bool leaves_vacant);
    void close();

    const RotationPlan& plan_;
    const OrderOptions& options_;
    SeatSupply supply_;
    DayNumber start_ = 0;
    std::vector<std::optional<OrderedMove>> placed_;   ///< by position
    std::map<std::size_t, std::size_t> last_of_;       ///< the last move of each cadre
    std::map<std::size_t, std::size_t> last_blocked_;  ///< the last blocked move of each cadre
    MoveOrder order_;
};

}  // namespace cadre
