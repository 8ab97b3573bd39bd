#include "rotation/order/rounds.hpp"

#include <cadre/rotation/occupancy.hpp>

#include <algorithm>
#include <numeric>
#include <set>

namespace cadre {

std::vector<std::vector<std::size_t>> rounds_of(const std::vector<RotationMove>& moves) {
    std::vector<std::size_t> order(moves.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return moves[a].day.value_or(DayBounds::never) < moves[b].day.value_or(DayBounds::never);
    });
    std::vector<std::vector<std::size_t>> rounds;
    std::set<std::size_t> moving;
    for (const std::size_t at : order) {
        const bool again = moves[at].person && !moving.insert(*moves[at].person).second;
        if (again) moving = {*moves[at].person};
        if (again || rounds.empty()) rounds.emplace_back();
        rounds.back().push_back(at);
    }
    return rounds;
}

}  // namespace cadre
