#include "matching/primal_dual.hpp"

#include "matching/at.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace cadre {
namespace {

constexpr std::int64_t unreached = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t no_edges = std::numeric_limits<std::int64_t>::min();

}  // namespace

PrimalDual::PrimalDual(const CostedGraph& graph, const AssignmentTerms& terms, const std::vector<std::int64_t>& exits)
    : graph_(graph),
      network_(graph.graph()),
      terms_(terms),
      exits_(exits),
      edges_(exits.size(), Assignment::no_edge),
      prices_(at(network_.right_count())),
      places_(network_, terms),
      distances_(prices_.size(), unreached),
      passes_(prices_.size()),
      next_holders_(prices_.size()),
      next_edges_(exits.size()) {}

PricedEdges PrimalDual::solve() {
    set_bids();
    while (!wanting_.empty()) {
        measure();
        raise_prices();
        while (augment_once()) {
        }
    }
    // A price under 0 is that of places that nobody wants at 0 either.
    for (std::int64_t& price : prices_) price = std::max<std::int64_t>(price, 0);
    return {std::move(edges_), std::move(prices_)};
}

std::int64_t PrimalDual::least_price(std::int32_t left) const {
    std::int64_t least = unreached;
    for (std::int64_t edge = network_.first_edge(left); edge < network_.first_edge(left + 1); ++edge)
        least = std::min(least, price_of(edge));
    return least;
}

void PrimalDual::set_bids() {
    bids_.resize(edges_.size());
    for (std::int32_t left = 0; left < network_.left_count(); ++left) {
        bids_[at(left)] = std::min(least_price(left), exits_[at(left)]);
        if (edges_[at(left)] == Assignment::no_edge) wanting_.push_back(left);
    }
}

void PrimalDual::start_from(PricedEdges priced) {
    edges_ = std::move(priced.edges);
    prices_ = std::move(priced.prices);
    places_ = Places(network_, terms_, edges_);
    if (has_spare_price()) {
        count_prices_from_spare_places();
        drop_edges_below_zero();
    }
    if (are_edges_cheapest()) return;
    std::fill(edges_.begin(), edges_.end(), Assignment::no_edge);
    std::fill(prices_.begin(), prices_.end(), 0);
    places_ = Places(network_, terms_);
}

bool PrimalDual::has_spare_price() const {
    for (std::int32_t right = 0; right < network_.right_count(); ++right) {
        if (!places_.is_full(right) && prices_[at(right)] > 0) return true;
    }
    return false;
}

/// How far each price could fall without changing anybody's least price.
std::vector<std::int64_t> PrimalDual::lowest_prices() const {
    std::vector<std::int64_t> lowest(prices_.size(), no_edges);
    for (std::int32_t left = 0; left < network_.left_count(); ++left) {
        const std::int64_t least = least_price(left);
        for (std::int64_t edge = network_.first_edge(left); edge < network_.first_edge(left + 1); ++edge) {
            std::int64_t& bound = lowest[at(network_.right_of(edge))];
            bound = std::max(bound, least - graph_.cost(edge));
        }
    }
    return lowest;
}

/// No place that is left over may have a price over 0: theirs fall as far as they can, and the greatest becomes 0.
/// Where none is left over, the least price of all becomes 0.
void PrimalDual::count_prices_from_spare_places() {
    const std::vector<std::int64_t> lowest = lowest_prices();
    std::int64_t greatest_spare = no_edges;
    std::int64_t least = unreached;
    for (std::int32_t right = 0; right < network_.right_count(); ++right) {
        if (lowest[at(right)] == no_edges) continue;
        if (!places_.is_full(right)) greatest_spare = std::max(greatest_spare, prices_[at(right)] = lowest[at(right)]);
        least = std::min(least, prices_[at(right)]);
    }
    const std::int64_t base = greatest_spare == no_edges ? least : greatest_spare;
    for (std::int32_t right = 0; right < network_.right_count(); ++right) {
        std::int64_t& price = prices_[at(right)];
        price = lowest[at(right)] == no_edges ? 0 : price - base;
    }
}

void PrimalDual::drop_edges_below_zero() {
    for (std::int32_t left = 0; left < network_.left_count(); ++left) {
        std::int64_t& edge = edges_[at(left)];
        if (edge == Assignment::no_edge || prices_[at(network_.right_of(edge))] >= 0) continue;
        places_.remove(network_.right_of(edge), left);
        edge = Assignment::no_edge;
    }
}

bool PrimalDual::are_edges_cheapest() const {
    for (std::int32_t left = 0; left < network_.left_count(); ++left) {
        const std::int64_t edge = edges_[at(left)];
        if (edge == Assignment::no_edge) continue;
        if (price_of(edge) > std::min(least_price(left), exits_[at(left)])) return false;
        if (prices_[at(network_.right_of(edge))] < 0) return false;
    }
    return true;
}

/// Dijkstra from all wanting left vertices at once, up to the nearest place that is left over or exit; lengths are what
/// an edge costs over the bid.
void PrimalDual::measure() {
    for (const std::int32_t right : touched_) distances_[at(right)] = unreached;
    touched_.clear();
    settled_lefts_.clear();
    settled_rights_.clear();
    queue_.clear();
    nearest_ = unreached;
    for (const std::int32_t left : wanting_) expand(left, 0);
    while (!queue_.empty()) {
        const RadixHeap::Entry entry = queue_.pop();
        if (entry.key >= nearest_) return;
        if (entry.key == distances_[at(entry.vertex)]) settle(entry.vertex, entry.key);
    }
}

void PrimalDual::expand(std::int32_t left, std::int64_t distance) {
    settled_lefts_.push_back({left, distance});
    nearest_ = std::min(nearest_, distance + exits_[at(left)] - bids_[at(left)]);
    const std::int64_t offset = distance - bids_[at(left)];
    for (std::int64_t edge = network_.first_edge(left); edge < network_.first_edge(left + 1); ++edge) {
        const std::int32_t right = network_.right_of(edge);
        const std::int64_t length = offset + price_of(edge);
        std::int64_t& known = distances_[at(right)];
        if (length >= known || length >= nearest_) continue;
        if (known == unreached) touched_.push_back(right);
        known = length;
        if (!places_.is_full(right)) nearest_ = std::min(nearest_, length - prices_[at(right)]);
        queue_.push(length, right);
    }
}

void PrimalDual::settle(std::int32_t right, std::int64_t distance) {
    settled_rights_.push_back({right, distance});
    for (const std::int32_t holder : places_.holders(right)) expand(holder, distance);
}

void PrimalDual::raise_prices() {
    for (const Settled& settled : settled_lefts_)
        bids_[at(settled.vertex)] += std::max<std::int64_t>(nearest_ - settled.distance, 0);
    for (const Settled& settled : settled_rights_)
        prices_[at(settled.vertex)] += std::max<std::int64_t>(nearest_ - settled.distance, 0);
}

/// Augments along edges at the bid, each right vertex entered once; whether anything came of it.
bool PrimalDual::augment_once() {
    ++pass_;
    const auto is_served = [this](std::int32_t left) {
        if (!find_path(left)) return false;
        take_path();
        return true;
    };
    return std::erase_if(wanting_, is_served) > 0;
}

bool PrimalDual::find_path(std::int32_t source) {
    path_.assign(1, source);
    next_edges_[at(source)] = network_.first_edge(source);
    while (!path_.empty()) {
        const std::int32_t left = path_.back();
        if (ends_at(left)) return true;
        if (!step_forward(left)) path_.pop_back();
    }
    return false;
}

/// Whether the left vertex can take its exit, or the place that `next_edges_` is at.
bool PrimalDual::ends_at(std::int32_t left) const {
    if (bids_[at(left)] == exits_[at(left)]) return true;
    const std::int64_t edge = next_edges_[at(left)];
    if (edge == network_.first_edge(left + 1) || price_of(edge) != bids_[at(left)]) return false;
    const std::int32_t right = network_.right_of(edge);
    return !places_.is_full(right) && prices_[at(right)] == 0 && edge != edges_[at(left)];
}

/// Pushes the next left vertex, or stops at an edge to a place (`ends_at`); false when there is no way on.
bool PrimalDual::step_forward(std::int32_t left) {
    for (std::int64_t& edge = next_edges_[at(left)]; edge < network_.first_edge(left + 1); ++edge) {
        if (price_of(edge) != bids_[at(left)] || edge == edges_[at(left)]) continue;
        if (ends_at(left)) return true;
        const std::int32_t right = network_.right_of(edge);
        if (passes_[at(right)] != pass_) {
            passes_[at(right)] = pass_;
            next_holders_[at(right)] = 0;
        }
        const auto holders = places_.holders(right);
        std::int32_t& next = next_holders_[at(right)];
        if (at(next) == holders.size()) continue;
        path_.push_back(holders[at(next++)]);
        next_edges_[at(path_.back())] = network_.first_edge(path_.back());
        return true;
    }
    return false;
}

void PrimalDual::take_path() {
    for (std::size_t i = 0; i + 1 < path_.size(); ++i) {
        const std::int64_t edge = next_edges_[at(path_[i])];
        places_.replace(network_.right_of(edge), path_[i + 1], path_[i]);
        edges_[at(path_[i])] = edge;
    }
    const std::int32_t last = path_.back();
    if (bids_[at(last)] == exits_[at(last)]) {
        edges_[at(last)] = Assignment::no_edge;
        return;
    }
    edges_[at(last)] = next_edges_[at(last)];
    places_.add(network_.right_of(edges_[at(last)]), last);
}

}  // namespace cadre
