#include "matching/auction.hpp"

#include "matching/at.hpp"
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

Auction::Auction(const CostedGraph& graph, const std::vector<std::int32_t>& right_capacities,
                 const CostedGraph* transposed)
    : graph_(graph),
      network_(graph.graph()),
      transposed_(transposed),
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
        if (!run_phase() || !offer_spare_places()) return std::nullopt;
        if (epsilon_ == 1) break;
        epsilon_ = std::max<std::int64_t>(epsilon_ / scaling, 1);
    }
    std::vector<std::int64_t> prices = exact_prices();
    return PricedEdges{std::move(edges_), std::move(prices)};
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

/// Takes the price of every place that nobody has down to 0, or to where somebody rather has it than his own.
bool Auction::offer_spare_places() {
    if (transposed_ == nullptr) return true;
    for (std::int32_t right = network_.right_count(); right-- > 0;) {
        const std::int64_t first = place_starts_[at(right)];
        if (first == place_starts_[at(right) + 1]) continue;
        if (prices_[at(right)] > 0 && places_[at(first)].holder == nobody) spare_.push_back(right);
    }
    while (!spare_.empty()) {
        const std::int32_t right = spare_.back();
        spare_.pop_back();
        scans_left_ -= transposed_->graph().degree(right);
        if (scans_left_ < 0) return false;
        hand_over(right, best_taker(right));
    }
    return true;
}

/// The edge by which the place saves its left vertex most, at the price at which it would save the next one ε less.
Auction::Bid Auction::best_taker(std::int32_t right) const {
    std::int64_t best = 0;
    std::int64_t second = 0;
    Bid taker{Assignment::no_edge, 0};
    const BipartiteGraph& takers = transposed_->graph();
    for (std::int64_t offer = takers.first_edge(right); offer < takers.first_edge(right + 1); ++offer) {
        const std::int32_t left = takers.right_of(offer);
        const std::int64_t worth = price_of(edges_[at(left)]) - transposed_->cost(offer) * factor_;
        if (worth <= second) continue;
        if (worth > best) {
            second = best;
            best = worth;
            taker.edge = offer;
        } else {
            second = worth;
        }
    }
    if (best <= epsilon_) return {Assignment::no_edge, 0};
    taker.price = std::max<std::int64_t>(second - epsilon_, 0);
    return taker;
}

void Auction::hand_over(std::int32_t right, const Bid& taker) {
    Place& place = places_[at(place_starts_[at(right)])];
    place.price = taker.price;
    prices_[at(right)] = taker.price;
    if (taker.edge == Assignment::no_edge) return;
    const std::int32_t left = transposed_->graph().right_of(taker.edge);
    const std::int32_t before = network_.right_of(edges_[at(left)]);
    places_[at(place_starts_[at(before)])].holder = nobody;
    if (prices_[at(before)] > 0) spare_.push_back(before);
    place.holder = left;
    const auto rights = network_.rights(left);
    const auto found = std::lower_bound(rights.begin(), rights.end(), right);
    edges_[at(left)] = network_.first_edge(left) + (found - rights.begin());
}

/// One of the n + 1 residues that no price of a held place has; there is one, as at most n prices are of held places.
std::int64_t Auction::free_residue() const {
    std::vector<bool> is_taken(at(factor_));
    for (const std::int64_t edge : edges_) {
        if (edge != Assignment::no_edge) is_taken[at(prices_[at(network_.right_of(edge))] % factor_)] = true;
    }
    return std::find(is_taken.begin(), is_taken.end(), false) - is_taken.begin();
}

/// Divides prices by n + 1, rounding at a residue that no held place has. Then a left vertex's place a and any other b
/// differ by less than the difference of their costs plus 1, so that whole prices leave it nothing cheaper than a. The
/// price 0 stays 0.
std::vector<std::int64_t> Auction::exact_prices() const {
    const std::int64_t residue = free_residue();
    std::vector<std::int64_t> exact;
    exact.reserve(prices_.size());
    const auto rounded = [&](std::int64_t price) { return (price - residue + factor_) / factor_; };
    for (const std::int64_t price : prices_) exact.push_back(rounded(price) - rounded(0));
    return exact;
}

}  // namespace cadre
