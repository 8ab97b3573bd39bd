#include "rotation/order/ordering.hpp"

#include "evaluation/value_text.hpp"
#include "rotation/order/over_claimed.hpp"
#include "rotation/order/rounds.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/rotation.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

namespace cadre {
namespace {

DayNumber first_day_of(const RotationPlan& plan, const OrderOptions& options, const Roster& roster) {
    if (options.start) return day_number(*options.start);
    std::optional<DayNumber> first;
    for (const RotationMove& move : plan.moves) {
        if (move.day) first = std::min(first.value_or(*move.day), *move.day);
    }
    return first.value_or(roster.snapshot().value_or(0));
}

/// The claim of a cycle that steps out: not a published one, and the last by day and row.
std::size_t stepping_out(const std::vector<std::size_t>& cycle, const std::vector<SeatClaim>& claims) {
    const auto key = [&](std::size_t at) { return std::tuple(!claims[at].published, claims[at].day, claims[at].move); };
    return static_cast<std::size_t>(
        std::max_element(cycle.begin(), cycle.end(), [&](auto a, auto b) { return key(a) < key(b); }) - cycle.begin());
}

}  // namespace

Ordering::Ordering(const Roster& roster, const RotationPlan& plan, const OrderOptions& options)
    : plan_(plan),
      options_(options),
      supply_(roster, plan),
      start_(first_day_of(plan, options, roster)),
      placed_(plan.moves.size()) {}

MoveOrder Ordering::run() {
    for (const std::vector<std::size_t>& round : rounds_of(plan_.moves)) {
        const std::vector<SeatClaim> all = claims_of(round);
        const std::vector<bool> waiting = over_claimed(all, supply_);
        block(all, waiting);
        std::vector<SeatClaim> claims;
        for (std::size_t at = 0; at < all.size(); ++at) {
            if (!waiting[at]) claims.push_back(all[at]);
        }
        carry_out(claims);
    }
    close();
    return std::move(order_);
}

std::vector<SeatClaim> Ordering::claims_of(const std::vector<std::size_t>& round) {
    std::vector<SeatClaim> claims;
    for (const std::size_t at : round) {
        const RotationMove& move = plan_.moves[at];
        if (const auto blocked = obstacle_of(at)) {
            order_.blocked.push_back(*blocked);
            if (move.person) last_blocked_[*move.person] = at;
        } else {
            claims.push_back({at, move.from, move.to, std::max(start_, move.day.value_or(start_)), move.published});
        }
    }
    return claims;
}

std::optional<BlockedMove> Ordering::obstacle_of(std::size_t at) const {
    const RotationMove& move = plan_.moves[at];
    if (!move.person || (!move.from && !move.enters) || (!move.to && !move.leaves)) {
        return BlockedMove{at, MoveObstacle::not_known, {}};
    }
    if (move.from && !supply_.holds(*move.person, *move.from)) {
        const auto earlier = last_blocked_.find(*move.person);
        if (earlier == last_blocked_.end()) return BlockedMove{at, MoveObstacle::not_held, {}};
        return BlockedMove{at, MoveObstacle::waits, earlier->second};
    }
    if (move.to && supply_.holds(*move.person, *move.to)) return BlockedMove{at, MoveObstacle::already_held, {}};
    return {};
}

/// One whose post would have a seat if another that waits left it, waits for that one.
void Ordering::block(const std::vector<SeatClaim>& claims, const std::vector<bool>& waiting) {
    std::map<std::size_t, std::size_t> staying;
    for (std::size_t at = 0; at < claims.size(); ++at) {
        if (waiting[at] && claims[at].from) staying.try_emplace(*claims[at].from, claims[at].move);
    }
    for (std::size_t at = 0; at < claims.size(); ++at) {
        if (!waiting[at]) continue;
        const SeatClaim& claim = claims[at];
        const auto stays = staying.find(*claim.to);
        BlockedMove blocked{claim.move, MoveObstacle::no_seat, {}};
        if (stays != staying.end()) {
            blocked = {claim.move, MoveObstacle::waits, stays->second};
        } else if (!supply_.knows_seats(*claim.to)) {
            blocked.obstacle = MoveObstacle::seats_unknown;
        }
        order_.blocked.push_back(blocked);
        last_blocked_[*plan_.moves[claim.move].person] = claim.move;
    }
}

void Ordering::carry_out(const std::vector<SeatClaim>& claims) {
    const SeatPairing pairing = pair_seats(claims, supply_);
    std::vector<bool> in_cycle(claims.size());
    for (const std::vector<std::size_t>& cycle : pairing.cycles) {
        for (const std::size_t claim : cycle) in_cycle[claim] = true;
        if (options_.cycles == CycleRule::one_day) {
            place_on_one_day(cycle, claims, pairing);
        } else {
            place_with_interim(cycle, claims, pairing);
        }
    }
    for (std::size_t claim = 0; claim < claims.size(); ++claim) {
        if (!in_cycle[claim] && pairing.after[claim] == SeatPairing::none) place_chain(claim, claims, pairing);
    }
}

void Ordering::place_chain(std::size_t claim, const std::vector<SeatClaim>& claims, const SeatPairing& pairing) {
    OrderedMove move = begun(claims[claim]);
    const Seat& seat = pairing.vacant[claim];
    if (seat.ready != DayBounds::always) {
        const DayNumber ready = after_handover(seat.ready, move.move);
        move.day = std::max(move.day, ready);
        if (seat.left_by) come_after(move, *seat.left_by, ready);
    }
    move.takes_seat_of = seat.left_by;
    while (true) {
        finish(move, claims[claim], pairing.leaves_vacant[claim]);
        const std::size_t next = pairing.before[claim];
        if (next == SeatPairing::none) return;
        const OrderedMove earlier = move;
        move = begun(claims[next]);
        come_after(move, earlier.move, after_handover(earlier.day, move.move));
        move.takes_seat_of = earlier.move;
        claim = next;
    }
}

void Ordering::place_on_one_day(const std::vector<std::size_t>& cycle, const std::vector<SeatClaim>& claims,
                                const SeatPairing& pairing) {
    std::vector<OrderedMove> moves;
    DayNumber day = start_;
    std::size_t stage = 1;
    for (const std::size_t claim : cycle) {
        moves.push_back(begun(claims[claim]));
        day = std::max(day, moves.back().day);
        stage = std::max(stage, moves.back().stage);
    }
    for (std::size_t at = 0; at < cycle.size(); ++at) {
        moves[at].day = day;
        moves[at].stage = stage;
        moves[at].takes_seat_of = claims[pairing.after[cycle[at]]].move;
        moves[at].cycle = order_.cycles.size();
        finish(moves[at], claims[cycle[at]], false);
    }
    std::vector<std::size_t> positions;
    for (const std::size_t claim : cycle) positions.push_back(claims[claim].move);
    order_.cycles.push_back(std::move(positions));
}

void Ordering::place_with_interim(const std::vector<std::size_t>& cycle, const std::vector<SeatClaim>& claims,
                                  const SeatPairing& pairing) {
    const std::size_t out = stepping_out(cycle, claims);
    OrderedMove last = begun(claims[cycle[out]]);
    last.leaves_on = last.day;
    std::vector<std::size_t> positions;
    OrderedMove earlier = last;
    for (std::size_t i = 1; i <= cycle.size(); ++i) {
        const std::size_t claim = cycle[(out + i) % cycle.size()];
        OrderedMove move = i < cycle.size() ? begun(claims[claim]) : last;
        // The seat that is vacant first is that of one who arrives last.
        if (i > 1) come_after(move, earlier.move, after_handover(earlier.day, move.move));
        if (i == 1) move.day = std::max(move.day, after_handover(earlier.day, move.move));
        move.takes_seat_of = claims[pairing.after[claim]].move;
        move.cycle = order_.cycles.size();
        finish(move, claims[claim], false);
        positions.push_back(claims[claim].move);
        earlier = move;
    }
    order_.cycles.push_back(std::move(positions));
}

OrderedMove Ordering::begun(const SeatClaim& claim) const {
    OrderedMove move;
    move.move = claim.move;
    move.day = claim.day;
    const auto earlier = last_of_.find(*plan_.moves[claim.move].person);
    if (earlier == last_of_.end()) return move;
    come_after(move, earlier->second, days_after(placed_[earlier->second]->day, 1, claim.move));
    return move;
}

void Ordering::come_after(OrderedMove& move, std::size_t earlier, DayNumber day) const {
    move.day = std::max(move.day, day);
    const std::size_t stage = placed_[earlier]->stage + 1;
    if (stage <= move.stage) return;
    move.stage = stage;
    move.depends_on = earlier;
}

DayNumber Ordering::after_handover(DayNumber day, std::size_t move) const {
    return days_after(day, options_.handover_days, move);
}

DayNumber Ordering::days_after(DayNumber day, int days, std::size_t move) const {
    if (days <= last_day - day) return day + days;
    const auto row = static_cast<std::int64_t>(plan_.moves[move].row.value_or(move));
    throw Error(ErrorCode::invalid_argument, Message{texts::order_after_last_day, {row, date_text(last_day)}});
}

void Ordering::finish(const OrderedMove& move, const SeatClaim& claim, bool leaves_vacant) {
    const std::size_t person = *plan_.moves[claim.move].person;
    if (claim.from) supply_.leave(person, *claim.from);
    if (claim.to) supply_.take(person, *claim.to);
    if (leaves_vacant) supply_.put_back(*claim.from, {move.day, claim.move});
    placed_[claim.move] = move;
    last_of_[person] = claim.move;
}

void Ordering::close() {
    for (const auto& move : placed_) {
        if (move) order_.moves.push_back(*move);
    }
    std::stable_sort(order_.moves.begin(), order_.moves.end(), [](const OrderedMove& a, const OrderedMove& b) {
        return std::tie(a.day, a.stage) < std::tie(b.day, b.stage);
    });
    std::sort(order_.blocked.begin(), order_.blocked.end(),
              [](const BlockedMove& a, const BlockedMove& b) { return a.move < b.move; });
    std::optional<std::size_t> link;
    for (const OrderedMove& move : order_.moves) {
        if (!link || placed_[*link]->stage < move.stage) link = move.move;
    }
    for (; link; link = placed_[*link]->depends_on) order_.critical_chain.push_back(*link);
    std::reverse(order_.critical_chain.begin(), order_.critical_chain.end());
    const auto links = static_cast<std::int64_t>(order_.critical_chain.size());
    order_.critical_days = std::max<std::int64_t>(links - 1, 0) * options_.handover_days;
    for (const OrderedMove& ordered : order_.moves) {
        RotationMove move = plan_.moves[ordered.move];
        if (ordered.leaves_on && *ordered.leaves_on < ordered.day) {
            RotationMove leaving = move;
            leaving.to.reset();
            leaving.leaves = true;
            leaving.day = *ordered.leaves_on;
            order_.plan.moves.push_back(leaving);
            move.from.reset();
            move.enters = true;
        }
        move.day = ordered.day;
        order_.plan.moves.push_back(move);
    }
    std::stable_sort(order_.plan.moves.begin(), order_.plan.moves.end(),
                     [](const RotationMove& a, const RotationMove& b) { return a.day < b.day; });
}

}  // namespace cadre
