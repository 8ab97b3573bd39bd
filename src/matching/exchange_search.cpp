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

void ExchangeSearch::Reach::clear() {
    for (const std::int32_t node : touched) steps[at(node)].distance = unreached;
    touched.clear();
    queue.clear();
    radius = 0;
}

ExchangeSearch::ExchangeSearch(const CostedGraph& graph, const CostedGraph& transposed, const AssignmentTerms& terms,
                               const std::vector<std::int64_t>& exits, PricedEdges state)
    : graph_(graph),
      network_(graph.graph()),
      transposed_(transposed),
      exits_(exits),
      state_(std::move(state)),
      places_(network_, terms, state_.edges) {
    from_options_.steps.resize(at(network_.right_count()) + 1, {unreached, start, nobody});
    from_target_.steps = from_options_.steps;
    seats_.reserve(state_.edges.size());
    for (std::int32_t left = 0; left < network_.left_count(); ++left) {
        const std::int64_t edge = state_.edges[at(left)];
        const bool is_placed = edge != Assignment::no_edge;
        seats_.push_back({price_of(left, edge), is_placed ? network_.right_of(edge) : outside()});
        if (!is_placed) exited_.push_back(left);
    }
}

std::int64_t ExchangeSearch::price_of(std::int32_t left, std::int64_t option) const {
    if (option == Assignment::no_edge) return exits_[at(left)];
    return graph_.cost(option) + state_.prices[at(network_.right_of(option))];
}

std::int64_t ExchangeSearch::option_at(std::int32_t left, std::int32_t node) const {
    if (node == outside()) return Assignment::no_edge;
    const auto rights = network_.rights(left);
    return network_.first_edge(left) + (std::lower_bound(rights.begin(), rights.end(), node) - rights.begin());
}

std::optional<std::int64_t> ExchangeSearch::find(std::int32_t left, const std::vector<std::int64_t>& options,
                                                 std::int32_t first_movable) {
    from_options_.clear();
    from_target_.clear();
    shortest_ = unreached;
    moved_ = left;
    first_movable_ = first_movable;
    const Seat seat = seats_[at(left)];
    note(from_target_, seat.node, {0, start, nobody});
    for (const std::int64_t option : options) {
        const std::int32_t node = option == Assignment::no_edge ? outside() : network_.right_of(option);
        note(from_options_, node, {price_of(left, option) - seat.paid, start, left});
    }
    meet();
    if (shortest_ == unreached) return std::nullopt;
    return shortest_;
}

/// Goes on where fewer nodes wait until no way can be shorter than the one known. The radii are then parts of it.
void ExchangeSearch::meet() {
    while (from_options_.radius < shortest_ - from_target_.radius) {
        Reach& reach = from_options_.queue.size() <= from_target_.queue.size() ? from_options_ : from_target_;
        advance(reach);
        reach.radius = std::min(reach.radius, shortest_ - opposite(reach).radius);
    }
}

void ExchangeSearch::advance(Reach& reach) {
    if (reach.queue.empty()) {
        reach.radius = unreached;
        return;
    }
    const RadixHeap::Entry entry = reach.queue.pop();
    reach.radius = entry.key;
    if (entry.key != reach.steps[at(entry.vertex)].distance || entry.key >= shortest_ - opposite(reach).radius) return;
    if (&reach == &from_options_) {
        expand_forward(entry.vertex, entry.key);
    } else {
        expand_backward(entry.vertex, entry.key);
    }
}

/// Keeps a step that is the shortest to its node so far and can be of a shorter way than the one known.
void ExchangeSearch::note(Reach& reach, std::int32_t node, const Step& step) {
    const Reach& other = opposite(reach);
    Step& known = reach.steps[at(node)];
    if (step.distance >= known.distance || step.distance >= shortest_ - other.radius) return;
    const std::int64_t rest = other.steps[at(node)].distance;
    if (rest < shortest_ - step.distance) {
        shortest_ = step.distance + rest;
        meeting_ = node;
    }
    if (known.distance == unreached) reach.touched.push_back(node);
    known = step;
    reach.queue.push(step.distance, node);
}

/// A place elsewhere may stay empty instead, or somebody who has none may take one.
void ExchangeSearch::expand_forward(std::int32_t node, std::int64_t distance) {
    if (node != outside()) {
        for (const std::int32_t holder : places_.holders(node)) move_on(holder, distance);
        if (!places_.is_full(node)) note(from_options_, outside(), {distance, node, nobody});
        return;
    }
    for (std::int32_t right = 0; right < network_.right_count(); ++right) {
        if (places_.holders(right).empty()) continue;
        note(from_options_, right, {distance + state_.prices[at(right)], node, nobody});
    }
    for (const std::int32_t left : exited_) move_on(left, distance);
}

void ExchangeSearch::move_on(std::int32_t left, std::int64_t distance) {
    if (!may_move(left)) return;
    const Seat seat = seats_[at(left)];
    const std::int64_t offset = distance - seat.paid;
    for (std::int64_t edge = network_.first_edge(left); edge < network_.first_edge(left + 1); ++edge) {
        const std::int32_t right = network_.right_of(edge);
        if (right != seat.node) note(from_options_, right, {offset + price_of(left, edge), seat.node, left});
    }
    if (seat.node != outside()) note(from_options_, outside(), {offset + exits_[at(left)], seat.node, left});
}

void ExchangeSearch::expand_backward(std::int32_t node, std::int64_t distance) {
    if (node != outside()) {
        const BipartiteGraph& takers = transposed_.graph();
        const std::int64_t price = state_.prices[at(node)];
        for (std::int64_t edge = takers.first_edge(node); edge < takers.first_edge(node + 1); ++edge)
            come_from(takers.right_of(edge), node, transposed_.cost(edge) + price, distance);
        if (!places_.holders(node).empty()) note(from_target_, outside(), {distance + price, node, nobody});
        return;
    }
    for (std::int32_t left = 0; left < network_.left_count(); ++left) come_from(left, node, exits_[at(left)], distance);
    for (std::int32_t right = 0; right < network_.right_count(); ++right) {
        if (!places_.is_full(right)) note(from_target_, right, {distance, node, nobody});
    }
}

/// The left vertex may move to the node at that price.
void ExchangeSearch::come_from(std::int32_t left, std::int32_t node, std::int64_t price, std::int64_t distance) {
    const Seat seat = seats_[at(left)];
    if (seat.node == node || !may_move(left)) return;
    note(from_target_, seat.node, {distance + price - seat.paid, node, left});
}

std::vector<Reassignment> ExchangeSearch::moves() const {
    std::vector<Reassignment> found;
    const auto add = [&](std::int32_t left, std::int32_t node) {
        if (left != nobody) found.push_back({left, option_at(left, node)});
    };
    for (std::int32_t node = meeting_; node != start; node = from_options_.steps[at(node)].neighbour)
        add(from_options_.steps[at(node)].left, node);
    std::reverse(found.begin(), found.end());
    for (std::int32_t node = meeting_; node != start;) {
        const Step& step = from_target_.steps[at(node)];
        add(step.left, step.neighbour);
        node = step.neighbour;
    }
    return found;
}

/// Less than a step's length more than that of the node before, and just its length more along the way found: distances
/// from both ends are, each up to its radius, and where a step leads from one to the other, the way through it is no
/// shorter than both radii.
std::int64_t ExchangeSearch::potential(std::int32_t node) const {
    const auto within = [node](const Reach& reach) { return std::min(reach.steps[at(node)].distance, reach.radius); };
    return within(from_options_) - within(from_target_);
}

PricedEdges ExchangeSearch::moved() const {
    PricedEdges made = state_;
    for (const Reassignment& move : moves()) made.edges[at(move.left)] = move.edge;
    const std::int64_t base = potential(outside());
    for (std::int32_t right = 0; right < network_.right_count(); ++right) {
        std::int64_t& price = made.prices[at(right)];
        price = std::max<std::int64_t>(price + base - potential(right), 0);
    }
    return made;
}

}  // namespace cadre
