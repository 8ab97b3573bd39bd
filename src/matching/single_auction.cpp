#include "matching/single_auction.hpp"

#include "matching/at.hpp"
#include "matching/exact_prices.hpp"

#include <cadre/matching/assignment.hpp>

#include <algorithm>
#include <limits>
#include <utility>

namespace cadre {
namespace {

constexpr std::int32_t nobody = -1;
constexpr std::int32_t nowhere = -1;
constexpr std::int64_t unlimited = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t greatest_price = std::int64_t{1} << 61;
/// Of right vertices that have no places.
constexpr std::int64_t forbidding_price = std::int64_t{1} << 62;
/// By so much ε falls from phase to phase.
constexpr std::int64_t scaling = 32;
/// How often each edge may be looked at on average; graphs that suit the auction take a few hundred.
constexpr std::int64_t most_scans = 4000;

}  // namespace

template <class Cost>
SingleAuction<Cost>::SingleAuction(const CostedGraph& graph, const std::vector<std::int32_t>& has_place,
                                   const CostedGraph* transposed)
    : graph_(graph),
      transposed_(transposed),
      factor_(std::int64_t{std::min(graph.graph().left_count(), graph.graph().right_count())} + 1),
      scans_left_((graph.graph().edge_count() + graph.graph().left_count()) * most_scans),
      chosen_(at(graph.graph().left_count()), {nowhere, 0}),
      prices_(at(graph.graph().right_count())),
      holders_(at(graph.graph().right_count()), nobody) {
    if (!graph.costs().empty()) {
        const auto [least, greatest] = std::minmax_element(graph.costs().begin(), graph.costs().end());
        least_cost_ = *least;
        width_ = (*greatest - *least) * factor_;
    }
    for (std::size_t right = 0; right < has_place.size(); ++right) {
        if (has_place[right] == 0) prices_[right] = forbidding_price;
    }
    shortlists_.reserve(chosen_.size());
    for (std::int32_t left = 0; left < graph.graph().left_count(); ++left) shortlists_.push_back(shortlist_of(left));
}

template <class Cost>
std::optional<PricedEdges> SingleAuction<Cost>::solve() {
    epsilon_ = std::max<std::int64_t>(width_ / scaling, 1);
    while (true) {
        drop_dear_options();
        if (!run_phase() || !offer_spare_places()) return std::nullopt;
        if (epsilon_ == 1) return result();
        epsilon_ = std::max<std::int64_t>(epsilon_ / scaling, 1);
    }
}

/// Leaves left vertices what is within ε of their cheapest; the others bid, the first of them first.
template <class Cost>
void SingleAuction<Cost>::drop_dear_options() {
    for (std::int32_t left = graph_.graph().left_count(); left-- > 0;) {
        const std::int64_t least = cheapest_of(left).price;
        if (least >= greatest_price) continue;
        Option& chosen = chosen_[at(left)];
        if (chosen.right != nowhere) {
            if (price_of(chosen) - least <= epsilon_) continue;
            holders_[at(chosen.right)] = nobody;
            chosen.right = nowhere;
        }
        bidders_.push_back(left);
    }
}

template <class Cost>
bool SingleAuction<Cost>::run_phase() {
    while (!bidders_.empty()) {
        const std::int32_t left = bidders_.back();
        bidders_.pop_back();
        const Cheapest bid = cheapest_of(left);
        if (scans_left_ < 0 || bid.price >= greatest_price) return false;
        accept(left, bid);
    }
    return true;
}

template <class Cost>
typename SingleAuction<Cost>::Cheapest SingleAuction<Cost>::cheapest_of(std::int32_t left) {
    Shortlist& shortlist = shortlists_[at(left)];
    scans_left_ -= static_cast<std::int64_t>(shortlist.options.size());
    const Cheapest found = two_least(shortlist, prices_, factor_);
    if (found.second <= shortlist.others) return found;
    scans_left_ -= graph_.graph().degree(left);
    shortlist = shortlist_of(left);
    return two_least(shortlist, prices_, factor_);
}

template <class Cost>
typename SingleAuction<Cost>::Cheapest SingleAuction<Cost>::two_least(const Shortlist& shortlist,
                                                                      const std::vector<std::int64_t>& prices,
                                                                      std::int64_t factor) {
    Cheapest found{{nowhere, 0}, unlimited, unlimited};
    for (const Option& option : shortlist.options) {
        if (option.right == nowhere) break;
        const std::int64_t price = static_cast<std::int64_t>(option.cost) * factor + prices[at(option.right)];
        if (price < found.price) {
            found = {option, price, found.price};
        } else {
            found.second = std::min(found.second, price);
        }
    }
    return found;
}

template <class Cost>
typename SingleAuction<Cost>::Shortlist SingleAuction<Cost>::shortlist_of(std::int32_t left) const {
    const BipartiteGraph& network = graph_.graph();
    Shortlist found;
    found.options.fill({nowhere, 0});
    constexpr std::size_t length = std::tuple_size_v<decltype(found.options)>;
    std::array<std::int64_t, length + 1> prices;
    prices.fill(unlimited);
    for (std::int64_t edge = network.first_edge(left); edge < network.first_edge(left + 1); ++edge) {
        const Option option{network.right_of(edge), static_cast<Cost>(graph_.cost(edge) - least_cost_)};
        const std::int64_t price = price_of(option);
        if (price >= prices[length]) continue;
        std::size_t rank = length;
        for (; rank > 0 && price < prices[rank - 1]; --rank) {
            prices[rank] = prices[rank - 1];
            if (rank < length) found.options[rank] = found.options[rank - 1];
        }
        prices[rank] = price;
        if (rank < length) found.options[rank] = option;
    }
    found.others = prices[length];
    return found;
}

/// Takes the place at the price at which it would cost ε more than the second cheapest.
template <class Cost>
void SingleAuction<Cost>::accept(std::int32_t left, const Cheapest& bid) {
    const auto right = at(bid.option.right);
    const std::int64_t second = bid.second >= greatest_price ? bid.price + width_ : bid.second;
    prices_[right] += second - bid.price + epsilon_;
    const std::int32_t holder = std::exchange(holders_[right], left);
    chosen_[at(left)] = bid.option;
    if (holder == nobody) return;
    chosen_[at(holder)].right = nowhere;
    bidders_.push_back(holder);
}

/// Takes the price of every place that nobody has down to 0, or to where somebody rather has it than his own.
template <class Cost>
bool SingleAuction<Cost>::offer_spare_places() {
    if (transposed_ == nullptr) return true;
    for (std::int32_t right = graph_.graph().right_count(); right-- > 0;) {
        const std::int64_t price = prices_[at(right)];
        if (price > 0 && price < forbidding_price && holders_[at(right)] == nobody) spare_.push_back(right);
    }
    const bool prices_fell = !spare_.empty();
    while (!spare_.empty()) {
        const std::int32_t right = spare_.back();
        spare_.pop_back();
        scans_left_ -= transposed_->graph().degree(right);
        if (scans_left_ < 0) return false;
        hand_over(right, best_taker(right));
    }
    if (prices_fell) {
        for (Shortlist& shortlist : shortlists_) shortlist.others = std::numeric_limits<std::int64_t>::min();
    }
    return true;
}

/// The edge by which the place saves its left vertex most, at the price at which it would save the next one ε less.
template <class Cost>
typename SingleAuction<Cost>::Offer SingleAuction<Cost>::best_taker(std::int32_t right) const {
    std::int64_t best = 0;
    std::int64_t second = 0;
    Offer offer{Assignment::no_edge, 0};
    const BipartiteGraph& takers = transposed_->graph();
    for (std::int64_t edge = takers.first_edge(right); edge < takers.first_edge(right + 1); ++edge) {
        const std::int32_t left = takers.right_of(edge);
        const std::int64_t worth = price_of(chosen_[at(left)]) - (transposed_->cost(edge) - least_cost_) * factor_;
        if (worth <= second) continue;
        if (worth > best) {
            second = best;
            best = worth;
            offer.edge = edge;
        } else {
            second = worth;
        }
    }
    if (best <= epsilon_) return {Assignment::no_edge, 0};
    offer.price = std::max<std::int64_t>(second - epsilon_, 0);
    return offer;
}

template <class Cost>
void SingleAuction<Cost>::hand_over(std::int32_t right, const Offer& offer) {
    prices_[at(right)] = offer.price;
    if (offer.edge == Assignment::no_edge) return;
    const std::int32_t left = transposed_->graph().right_of(offer.edge);
    const std::int32_t before = chosen_[at(left)].right;
    holders_[at(before)] = nobody;
    if (prices_[at(before)] > 0) spare_.push_back(before);
    holders_[at(right)] = left;
    chosen_[at(left)] = {right, static_cast<Cost>(transposed_->cost(offer.edge) - least_cost_)};
}

template <class Cost>
PricedEdges SingleAuction<Cost>::result() {
    shortlists_ = {};  // the greatest part of the memory, before more is needed
    const BipartiteGraph& network = graph_.graph();
    PricedEdges found{std::vector<std::int64_t>(chosen_.size(), Assignment::no_edge), {}};
    std::vector<std::int64_t> held_prices;
    held_prices.reserve(chosen_.size());
    for (std::int32_t left = 0; left < network.left_count(); ++left) {
        const std::int32_t right = chosen_[at(left)].right;
        if (right == nowhere) continue;
        const auto rights = network.rights(left);
        const auto place = std::lower_bound(rights.begin(), rights.end(), right);
        found.edges[at(left)] = network.first_edge(left) + (place - rights.begin());
        held_prices.push_back(prices_[at(right)]);
    }
    found.prices = exact_prices(prices_, held_prices, factor_);
    return found;
}

template class SingleAuction<std::uint32_t>;
template class SingleAuction<std::int64_t>;

}  // namespace cadre
