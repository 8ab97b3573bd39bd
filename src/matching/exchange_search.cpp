#include "matching/exchange_search.hpp"

#include "matching/at.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace cadre {
namespace {

constexpr std::int64_t unreached = std::numeric_limits<std::int64_t>::max();
constexpr std::int32_t nobody = -1;
constexpr std::int32_t start = -1;

}  // namespace

ExchangeSearch::ExchangeSearch(const CostedGraph& graph, const AssignmentTerms& terms,
                               const std::vector<std::int64_t>& exits, PricedEdges state)
    : graph_(graph),
      network_(graph.graph()),
      exits_(exits),
      state_(std::move(state)),
      places_(network_, terms, state_.edges),
      arrivals_(at(network_.right_count()) + 1, {unreached, start, {}}) {
    for (std::int32_t left = 0; left < network_.left_count(); ++left) {
        if (state_.edges[at(left)] == Assignment::no_edge) exited_.push_back(left);
    }
}

std::int32_t ExchangeSearch::node_of(std::int32_t left) const {
    const std::int64_t edge = state_.edges[at(left)];
    return edge == Assignment::no_edge ? outside() : network_.right_of(edge);
}

std::int64_t ExchangeSearch::price_of(std::int32_t left, std::int64_t option) const {
    if (option == Assignment::no_edge) return exits_[at(left)];
    return graph_.cost(option) + state_.prices[at(network_.right_of(option))];
}

std::optional<std::int64_t> ExchangeSearch::find(std::int32_t left, const std::vector<std::int64_t>& options,
                                                 std::int32_t first_movable) {
    for (const std::int32_t node : touched_) arrivals_[at(node)].distance = unreached;
    touched_.clear();
    queue_.clear();
    moved_ = left;
    first_movable_ = first_movable;
    for (const std::int64_t option : options) relax_option(left, option, 0, start);
    const std::int32_t target = node_of(left);
    while (!queue_.empty()) {
        const RadixHeap::Entry entry = queue_.pop();
        if (entry.vertex == target) return entry.key;
        if (entry.key == arrivals_[at(entry.vertex)].distance) expand(entry.vertex, entry.key);
    }
    return std::nullopt;
}

void ExchangeSearch::relax(std::int32_t node, const Arrival& arrival) {
    Arrival& known = arrivals_[at(node)];
    if (arrival.distance >= known.distance) return;
    if (known.distance == unreached) touched_.push_back(node);
    known = arrival;
    queue_.push(arrival.distance, node);
}

void ExchangeSearch::relax_option(std::int32_t left, std::int64_t option, std::int64_t distance, std::int32_t before) {
    const std::int32_t node = option == Assignment::no_edge ? outside() : network_.right_of(option);
    const std::int64_t own = price_of(left, state_.edges[at(left)]);
    relax(node, {distance + price_of(left, option) - own, before, {left, option}});
}

void ExchangeSearch::relax_all_options(std::int32_t left, std::int64_t distance, std::int32_t before) {
    if (left == moved_ || left < first_movable_) return;
    const std::int64_t own = state_.edges[at(left)];
    for (std::int64_t edge = network_.first_edge(left); edge < network_.first_edge(left + 1); ++edge) {
        if (edge != own) relax_option(left, edge, distance, before);
    }
    if (own != Assignment::no_edge) relax_option(left, Assignment::no_edge, distance, before);
}

void ExchangeSearch::expand(std::int32_t node, std::int64_t distance) {
    if (node == outside()) return expand_outside(distance);
    for (const std::int32_t holder : places_.holders(node)) relax_all_options(holder, distance, node);
    if (!places_.is_full(node)) relax(outside(), {distance, node, {nobody, Assignment::no_edge}});
}

/// A place elsewhere may stay empty instead, or somebody who has none may take one.
void ExchangeSearch::expand_outside(std::int64_t distance) {
    for (std::int32_t right = 0; right < network_.right_count(); ++right) {
        if (places_.holders(right).empty()) continue;
        relax(right, {distance + state_.prices[at(right)], outside(), {nobody, Assignment::no_edge}});
    }
    for (const std::int32_t left : exited_) relax_all_options(left, distance, outside());
}

std::vector<Reassignment> ExchangeSearch::moves() const {
    std::vector<Reassignment> found;
    for (std::int32_t node = node_of(moved_); node != start; node = arrivals_[at(node)].before) {
        const Arrival& arrival = arrivals_[at(node)];
        if (arrival.move.left != nobody) found.push_back(arrival.move);
    }
    std::reverse(found.begin(), found.end());
    return found;
}

std::int64_t ExchangeSearch::capped_distance(std::int32_t node) const {
    return std::min(arrivals_[at(node)].distance, arrivals_[at(node_of(moved_))].distance);
}

PricedEdges ExchangeSearch::moved() const {
    PricedEdges made = state_;
    for (const Reassignment& move : moves()) made.edges[at(move.left)] = move.edge;
    const std::int64_t base = capped_distance(outside());
    for (std::int32_t right = 0; right < network_.right_count(); ++right) {
        std::int64_t& price = made.prices[at(right)];
        price = std::max<std::int64_t>(price + base - capped_distance(right), 0);
    }
    return made;
}

}  // namespace cadre
