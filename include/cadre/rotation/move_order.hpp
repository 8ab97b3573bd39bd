#pragma once

#include <cadre/export.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/rotation/rotation_plan.hpp>
#include <cadre/vocabulary/date.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace cadre {

/// How moves that wait for one another in a circle are carried out.
enum class CycleRule : std::uint8_t {
    one_day,  ///< all on one day
    interim,  ///< one cadre leaves first and arrives last; in between somebody acts in the one seat that is vacant
};

struct OrderOptions {
    std::optional<Date> start;        ///< no move comes before it; absent: the first day of the plan
    std::uint16_t handover_days = 0;  ///< from the day on which a seat is left to the day on which it is taken
    CycleRule cycles = CycleRule::one_day;
};

/// Why a move has no place in the order.
enum class MoveObstacle : std::uint8_t {
    not_known,      ///< its cadre or a post of it
    not_held,       ///< its cadre does not hold the post that is left
    already_held,   ///< its cadre holds the post that is taken
    seats_unknown,  ///< no seat is left for it, and the roster does not say how many the post has
    no_seat,        ///< no seat is left for it: more come than seats are free and left
    waits,          ///< for a move that has no place itself
};

/// A move with its place. Positions are those of the plan.
struct OrderedMove {
    std::size_t move = 0;
    DayNumber day = 0;                   ///< on which it is carried out; not before the plan's
    std::optional<DayNumber> leaves_on;  ///< of one who leaves before `day`, to break a cycle
    std::optional<std::size_t>
        takes_seat_of;                      ///< the move that leaves the seat; absent: it is vacant, or none is taken
    std::optional<std::size_t> depends_on;  ///< the move that it comes after, by seat or by cadre
    std::size_t stage = 1;                  ///< one more than that of the move it depends on
    std::optional<std::size_t> cycle;       ///< position in `MoveOrder::cycles`
};

/// A move without a place.
struct BlockedMove {
    std::size_t move = 0;
    MoveObstacle obstacle = MoveObstacle::no_seat;
    std::optional<std::size_t> waits_for;  ///< the move that it waits for

    bool operator==(const BlockedMove&) const = default;
};

/// An order in which the moves of a plan can be carried out, by vacancy. A plain value.
struct MoveOrder {
    std::vector<OrderedMove> moves;                ///< in that order
    std::vector<std::vector<std::size_t>> cycles;  ///< each takes the seat of the one before, the first of the last
    std::vector<BlockedMove> blocked;              ///< by position
    std::vector<std::size_t> critical_chain;       ///< the longest chain of moves of which each depends on the last one
    /// The moves in this order with their new days, for `occupancy_of` and the check of plans. One who leaves first and
    /// arrives last is in it twice.
    RotationPlan plan;

    /// The fewest days that the critical chain takes.
    std::int64_t critical_days = 0;
};

/// Finds an order by vacancy: a move waits until a seat of the post that it takes is vacant.
///
///     const MoveOrder order = order_moves(roster, plan, {.handover_days = 5});
///     const Occupancy day_by_day = occupancy_of(roster, order.plan);
///
/// - No move comes before the plan's day. A plan in which the seats suffice on every day keeps its days where
///   `handover_days` is 0; in others moves come later.
/// - Moves wait for one another in a circle only where no vacant seat breaks it without keeping a move from its day.
///   Two people who swap posts are a cycle on one day.
/// - Where more moves claim a post than it has seats, the published ones come first, then the earlier ones, then the
///   rows before. No more of the moves that are left can be added.
/// - Where a cadre moves more than once, what comes from the day of the next move on is ordered after the moves before.
/// - Seats count as vacant only where surely nobody holds them; but cadres whose appointments are not known are taken
///   to hold the posts that the plan says, and no others.
///
/// Takes time n log n in appointments and moves. Throws `Error` as `occupancy_of` does, and
/// invalid_argument where a move would come after the last day of the calendar. Thread-safe.
CADRE_EXPORT MoveOrder order_moves(const Roster& roster, const RotationPlan& plan, const OrderOptions& options = {});

}  // namespace cadre
