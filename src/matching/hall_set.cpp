#include <cadre/error.hpp>
#include <cadre/matching/hall_set.hpp>
#include <cadre/messages/texts/matching.hpp>

#include "matching/residual.hpp"

namespace cadre {
namespace {

std::vector<std::int32_t> positions(const std::vector<bool>& flags) {
    std::vector<std::int32_t> found;
    for (std::size_t i = 0; i < flags.size(); ++i) {
        if (flags[i]) found.push_back(static_cast<std::int32_t>(i));
    }
    return found;
}

std::int64_t total_capacity(const Residual& residual, Side side, const std::vector<std::int32_t>& vertices) {
    std::int64_t total = 0;
    for (const std::int32_t vertex : vertices) total += residual.capacity(side, vertex);
    return total;
}

}  // namespace

HallSets::HallSets(const BipartiteGraph& graph, const Capacities& capacities, const Matching& matching)
    : residual_(std::make_unique<Residual>(graph, capacities, matching)) {
    reach(*residual_, Side::left, residual_->vertices_with_spare(Side::left));
}

HallSets::HallSets(HallSets&&) noexcept = default;
HallSets& HallSets::operator=(HallSets&&) noexcept = default;
HallSets::~HallSets() = default;

std::optional<HallSet> HallSets::of(Side side, std::int32_t vertex) const {
    const std::int32_t count = residual_->vertex_count(side);
    if (vertex < 0 || vertex >= count)
        throw Error(ErrorCode::not_found, Message{texts::matching_no_vertex, {vertex, count}});
    if (!residual_->has_spare(side, vertex)) return std::nullopt;
    return reached_from(side, {vertex});
}

HallSet HallSets::all(Side side) const {
    return reached_from(side, residual_->vertices_with_spare(side));
}

HallSet HallSets::reached_from(Side side, const std::vector<std::int32_t>& vertices) const {
    const Reached reached = reach(*residual_, side, vertices);
    HallSet found{side, positions(reached.members), positions(reached.choices)};
    found.demand = total_capacity(*residual_, side, found.members);
    found.places = total_capacity(*residual_, opposite(side), found.choices);
    for (const std::int32_t member : found.members) {
        residual_->for_edges(side, member, [&](std::int64_t, std::int32_t other) {
            if (!reached.choices[static_cast<std::size_t>(other)]) ++found.beside;
        });
    }
    return found;
}

}  // namespace cadre
