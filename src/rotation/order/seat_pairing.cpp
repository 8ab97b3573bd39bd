#include "rotation/order/seat_pairing.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace cadre {
namespace {

constexpr std::size_t none = SeatPairing::none;

/// A seat, and who takes it.
struct Turn {
    Seat seat;                   ///< vacant, or of a claim: then `ready` is the claim's day
    std::size_t left_by = none;  ///< the claim
    std::size_t taker = none;
};

class Pairing {
public:
    Pairing(const std::vector<SeatClaim>& claims, SeatSupply& supply)
        : claims_(claims),
          posts_(claims),
          into_(posts_.size()),
          out_of_(posts_.size()),
          taking_(claims.size(), none),
          leaving_(claims.size(), none),
          cycle_of_(claims.size(), none),
          spare_(posts_.size(), none),
          in_cycles_(posts_.size()) {
        for (const std::size_t at : by_day()) {
            if (claims_[at].to) into_[posts_.number(*claims_[at].to)].push_back(at);
            if (claims_[at].from) out_of_[posts_.number(*claims_[at].from)].push_back(at);
        }
        for (std::size_t post = 0; post < posts_.size(); ++post) pair(post, supply);
    }

    SeatPairing run() {
        find_cycles();
        for (std::size_t turn = 0; turn < turns_.size(); ++turn) offer(turn);
        while (!improved_.empty()) {
            const std::size_t post = improved_.back();
            improved_.pop_back();
            break_cycles(post);
        }
        return result();
    }

private:
    std::vector<std::size_t> by_day() const {
        std::vector<std::size_t> order(claims_.size());
        for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return std::tie(claims_[a].day, claims_[a].move) < std::tie(claims_[b].day, claims_[b].move);
        });
        return order;
    }

    void pair(std::size_t post, SeatSupply& supply) {
        const std::vector<std::size_t>& into = into_[post];
        const std::vector<std::size_t>& out_of = out_of_[post];
        const auto paid = supply.pay_debt(posts_.post(post), static_cast<std::int64_t>(out_of.size()));
        std::vector<Turn> turns;
        for (auto at = static_cast<std::size_t>(paid); at < out_of.size(); ++at) {
            turns.push_back({{claims_[out_of[at]].day, {}}, out_of[at], none});
        }
        for (const Seat& seat : supply.take_out(posts_.post(post), into.size())) turns.push_back({seat, none, none});
        std::stable_sort(turns.begin(), turns.end(),
                         [](const Turn& a, const Turn& b) { return a.seat.ready < b.seat.ready; });
        for (std::size_t place = 0; place < turns.size(); ++place) {
            Turn& turn = turns[place];
            if (place < into.size()) turn.taker = into[place];
            if (turn.left_by == none && turn.taker == none) {
                supply.put_back(posts_.post(post), turn.seat);
            } else {
                turns_.push_back(turn);
                link(turns_.size() - 1);
            }
        }
    }

    void link(std::size_t turn) {
        if (turns_[turn].left_by != none) leaving_[turns_[turn].left_by] = turn;
        if (turns_[turn].taker != none) taking_[turns_[turn].taker] = turn;
    }

    /// The claim whose seat a claim takes.
    std::size_t after(std::size_t claim) const {
        return taking_[claim] == none ? none : turns_[taking_[claim]].left_by;
    }
    std::size_t before(std::size_t claim) const {
        return leaving_[claim] == none ? none : turns_[leaving_[claim]].taker;
    }

    void find_cycles() {
        std::vector<bool> seen(claims_.size());
        for (std::size_t claim = 0; claim < claims_.size(); ++claim) {
            if (after(claim) == none) walk(claim, seen);
        }
        for (std::size_t claim = 0; claim < claims_.size(); ++claim) {
            if (seen[claim]) continue;
            cycles_.push_back(walk(claim, seen));
            for (const std::size_t member : cycles_.back()) {
                cycle_of_[member] = cycles_.size() - 1;
                in_cycles_[posts_.number(*claims_[member].to)].push_back(member);
            }
        }
    }

    std::vector<std::size_t> walk(std::size_t claim, std::vector<bool>& seen) const {
        std::vector<std::size_t> chain;
        for (; claim != none && !seen[claim]; claim = before(claim)) {
            seen[claim] = true;
            chain.push_back(claim);
        }
        return chain;
    }

    std::size_t post_of(const Turn& turn) const {
        return posts_.number(turn.taker != none ? *claims_[turn.taker].to : *claims_[turn.left_by].from);
    }
    std::int64_t taken_on(const Turn& turn) const {
        return turn.taker == none ? std::numeric_limits<std::int64_t>::max() : claims_[turn.taker].day;
    }
    bool in_cycle(const Turn& turn) const { return turn.taker != none && cycle_of_[turn.taker] != none; }

    /// A turn outside cycles may break those of its post; the one whose taker comes last is the best for it.
    void offer(std::size_t turn) {
        if (in_cycle(turns_[turn])) return;
        const std::size_t post = post_of(turns_[turn]);
        const std::size_t best = spare_[post];
        if (best != none) {
            const auto a = std::pair(-taken_on(turns_[turn]), turns_[turn].seat.ready);
            if (a >= std::pair(-taken_on(turns_[best]), turns_[best].seat.ready)) return;
        }
        spare_[post] = turn;
        improved_.push_back(post);
    }

    void break_cycles(std::size_t post) {
        std::vector<std::size_t> kept;
        for (const std::size_t claim : std::exchange(in_cycles_[post], {})) {
            if (cycle_of_[claim] != none && !join(spare_[post], claim)) kept.push_back(claim);
        }
        in_cycles_[post].insert(in_cycles_[post].end(), kept.begin(), kept.end());
    }

    /// Lets a claim of a cycle take the seat outside of it, and whoever takes that one the seat of the cycle.
    bool join(std::size_t spare, std::size_t claim) {
        Turn& outside = turns_[spare];
        Turn& inside = turns_[taking_[claim]];
        if (outside.seat.ready > claims_[claim].day || inside.seat.ready > taken_on(outside)) return false;
        std::swap(outside.taker, inside.taker);
        const std::size_t moved = taking_[claim];
        link(spare);
        link(moved);
        const std::vector<std::size_t> cycle = std::exchange(cycles_[cycle_of_[claim]], {});
        for (const std::size_t member : cycle) cycle_of_[member] = none;
        // The swap changed the turn that was the best one.
        spare_[posts_.number(*claims_[claim].to)] = moved;
        for (const std::size_t member : cycle) offer(taking_[member]);
        return true;
    }

    SeatPairing result() const {
        SeatPairing pairing;
        for (std::size_t claim = 0; claim < claims_.size(); ++claim) {
            pairing.after.push_back(after(claim));
            pairing.vacant.push_back(taking_[claim] == none ? Seat{} : turns_[taking_[claim]].seat);
            pairing.before.push_back(before(claim));
            pairing.leaves_vacant.push_back(leaving_[claim] != none && before(claim) == none);
        }
        for (const std::vector<std::size_t>& cycle : cycles_) {
            if (!cycle.empty()) pairing.cycles.push_back(cycle);
        }
        return pairing;
    }

    const std::vector<SeatClaim>& claims_;
    ClaimedPosts posts_;
    std::vector<std::vector<std::size_t>> into_;    ///< claims on each post, by day
    std::vector<std::vector<std::size_t>> out_of_;  ///< claims that leave each post, by day
    std::vector<Turn> turns_;
    std::vector<std::size_t> taking_;   ///< the turn that each claim takes
    std::vector<std::size_t> leaving_;  ///< the turn that each claim leaves
    std::vector<std::vector<std::size_t>> cycles_;
    std::vector<std::size_t> cycle_of_;
    std::vector<std::size_t> spare_;                   ///< the best turn of each post outside cycles
    std::vector<std::vector<std::size_t>> in_cycles_;  ///< claims on each post that are in cycles
    std::vector<std::size_t> improved_;
};

}  // namespace

SeatPairing pair_seats(const std::vector<SeatClaim>& claims, SeatSupply& supply) {
    return Pairing(claims, supply).run();
}

}  // namespace cadre
