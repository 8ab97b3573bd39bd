#include "rotation/order/seat_supply.hpp"

#include "rotation/holdings.hpp"

#include <algorithm>
#include <map>

namespace cadre {
namespace {

using PostAndCadre = std::pair<std::size_t, std::size_t>;

/// Until when cadres hold touched posts, at the latest; those who have left before the plan are left out.
std::map<PostAndCadre, DayNumber> recorded_ends(const Holdings& holdings, const Occupancy& occupancy,
                                                const std::vector<bool>& touched) {
    std::map<PostAndCadre, DayNumber> ends;
    for (const Holding& holding : holdings.all()) {
        if (!holding.post || !touched[*holding.post]) continue;
        if (holding.to.latest <= occupancy.before || holding.from.earliest >= holding.to.latest) continue;
        DayNumber& end = ends.try_emplace({*holding.post, *holding.person}, holding.to.latest).first->second;
        end = std::max(end, holding.to.latest);
    }
    return ends;
}

}  // namespace

SeatSupply::SeatSupply(const Roster& roster, const RotationPlan& plan) {
    const Occupancy occupancy = occupancy_of(roster, plan);
    const Holdings holdings(roster);
    std::vector<bool> touched(occupancy.seats.size());
    for (const RotationMove& move : plan.moves) {
        if (move.from) touched[*move.from] = true;
        if (move.to) touched[*move.to] = true;
    }
    std::map<PostAndCadre, DayNumber> ends = recorded_ends(holdings, occupancy, touched);
    for (const RotationMove& move : plan.moves) {
        if (!move.person || !move.from) continue;
        const auto found = ends.find({*move.from, *move.person});
        if (found != ends.end()) found->second = DayBounds::never;
        if (!holdings.is_unlisted(*move.person, occupancy.before, occupancy.last)) continue;
        ends.try_emplace({*move.from, *move.person}, DayBounds::never);
    }
    posts_.resize(touched.size());
    for (const auto& [key, end] : ends) {
        holders_.insert(key);
        ++posts_[key.first].debt;
        if (end != DayBounds::never) posts_[key.first].dated.insert({end, {}});
    }
    for (std::size_t at = 0; at < posts_.size(); ++at) {
        Post& post = posts_[at];
        post.known = occupancy.seats[at].has_value();
        const std::int64_t seats = occupancy.seats[at].value_or(post.debt);
        post.vacant = std::max<std::int64_t>(seats - post.debt, 0);
        post.debt = std::max<std::int64_t>(post.debt - seats, 0);
        for (; post.debt > 0 && !post.dated.empty(); --post.debt) post.dated.erase(post.dated.begin());
    }
}

std::int64_t SeatSupply::vacant(std::size_t post) const {
    const Post& at = posts_[post];
    return at.vacant + static_cast<std::int64_t>(at.dated.size()) - at.debt;
}

std::vector<Seat> SeatSupply::take_out(std::size_t post, std::size_t most) {
    Post& at = posts_[post];
    const auto vacant = static_cast<std::size_t>(std::min<std::int64_t>(at.vacant, static_cast<std::int64_t>(most)));
    at.vacant -= static_cast<std::int64_t>(vacant);
    std::vector<Seat> seats(vacant);
    while (seats.size() < most && !at.dated.empty()) seats.push_back(at.dated.extract(at.dated.begin()).value());
    return seats;
}

std::int64_t SeatSupply::pay_debt(std::size_t post, std::int64_t most) {
    const std::int64_t paid = std::min(posts_[post].debt, most);
    posts_[post].debt -= paid;
    return paid;
}

}  // namespace cadre
