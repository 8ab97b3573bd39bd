#include "matching/auction.hpp"

#include "matching/at.hpp"
#include "matching/exact_prices.hpp"
#include "matching/place_starts.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace cadre {
namespace {

constexpr std::int32_t nobody = -1;
constexpr std::int64_t unlimited = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t greatest_price = std::int64_t{1} << 61;
/// Of right vertices that have no places.
constexpr std::int64_t forbidding_price = std::int64_t{1} << 62;
/// By so much ε falls from phase to phase.
constexpr std::int64_t scaling = 8;
/// How often each edge may be looked at on average; graphs that suit the auction take a few hundred.
constexpr std::int64_t most_scans = 4000;

}  // namespace

Auction::Auction(const CostedGraph& graph, const std::vector<std::int32_t>& right_capacities)
    : graph_(graph),
      network_(graph.graph()),
      factor_(std::int64_t{std::min(network_.left_count(), network_.right_count())} + 1),
      width_(0),
      scans_left_((network_.edge_count() + network_.left_count()) * most_scans),
      edges_(at(network_.left_count()), Assignment::no_edge),
      prices_(at(network_.right_count())),
      place_starts_(place_starts(graph.graph(), right_capacities)),
      places_(at(place_starts_.back()), {0, nobody}) {
    if (!graph.costs().empty()) {
        const auto [least, greatest] = std::minmax_element(graph.costs().begin(), graph.costs().end());
        width_ = (*greatest - *least) * factor_;
    }
    for (std::int32_t right = 0; right < network_.right_count(); ++right) {
        if (place_starts_[at(right)] == place_starts_[at(right) + 1]) prices_[at(right)] = forbidding_price;
    }
}

std::optional<PricedEdges> Auction::solve() {
    epsilon_ = std::max<std::int64_t>(width_ / scaling, 1);
    while (true) {
        drop_dear_edges();
        if (!run_phase()) return std::nullopt;
        if (epsilon_ == 1) return result();
        epsilon_ = std::max<std::int64_t>(epsilon_ / scaling, 1);
    }
}

/// Leaves left vertices what is within ε of their cheapest; the others bid, the first of them first.
void Auction::drop_dear_edges() {
    for (std::int32_t left = network_.left_count(); left-- > 0;) {
        std::int64_t least = unlimited;
        for (std::int64_t edge = network_.first_edge(left); edge < network_.first_edge(left + 1); ++edge)
            least = std::min(least, price_of(edge));
        if (least >= greatest_price) continue;
        std::int64_t& chosen = edges_[at(left)];
        if (chosen != Assignment::no_edge && price_of(chosen) - least <= epsilon_) continue;
        if (chosen != Assignment::no_edge) {
            const auto right = at(network_.right_of(chosen));
            const auto first = places_.begin() + place_starts_[right];
            std::find_if(first, places_.begin() + place_starts_[right + 1], [left](const Place& place) {
                return place.holder == left;
            })->holder = nobody;
        }
        chosen = Assignment::no_edge;
        bidders_.push_back(left);
    }
}

bool Auction::run_phase() {
    while (!bidders_.empty()) {
        const std::int32_t left = bidders_.back();
        bidders_.pop_back();
        const Bid bid = best_bid(left);
        scans_left_ -= network_.degree(left);
        if (scans_left_ < 0 || bid.price >= greatest_price) return false;
        accept(left, bid);
    }
    return true;
}

/// The cheapest edge, at the price at which it would cost ε more than the second cheapest.
Auction::Bid Auction::best_bid(std::int32_t left) const {
    std::int64_t best = unlimited;
    std::int64_t second = unlimited;
    std::int64_t chosen = Assignment::no_edge;
    for (std::int64_t edge = network_.first_edge(left); edge < network_.first_edge(left + 1); ++edge) {
        const std::int64_t price = price_of(edge);
        if (price >= second) continue;
        if (price < best) {
            second = best;
            best = price;
            chosen = edge;
        } else {
            second = price;
        }
    }
    if (second >= greatest_price) second = best + width_;
    const std::int64_t price = prices_[at(network_.right_of(chosen))];
    return {chosen, price + (second - best) + epsilon_};
}

void Auction::accept(std::int32_t left, const Bid& bid) {
    const auto right = at(network_.right_of(bid.edge));
    const auto first = places_.begin() + place_starts_[right];
    const auto end = places_.begin() + place_starts_[right + 1];
    const auto is_dearer = [](const Place& a, const Place& b) { return a.price > b.price; };
    std::pop_heap(first, end, is_dearer);
    Place& place = *(end - 1);
    if (place.holder != nobody) {
        edges_[at(place.holder)] = Assignment::no_edge;
        bidders_.push_back(place.holder);
    }
    place = {bid.price, left};
    std::push_heap(first, end, is_dearer);
    prices_[right] = first->price;
    edges_[at(left)] = bid.edge;
}

PricedEdges Auction::result() {
    std::vector<std::int64_t> held_prices;
    for (const std::int64_t edge : edges_) {
        if (edge != Assignment::no_edge) held_prices.push_back(prices_[at(network_.right_of(edge))]);
    }
    return {std::move(edges_), exact_prices(prices_, held_prices, factor_)};
}

}  // namespace cadre
