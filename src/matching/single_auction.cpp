#include "matching/single_auction.hpp"

#include "matching/at.hpp"
#include "matching/exact_prices.hpp"
#include "matching/right_options.hpp"
#include "matching/shortlists.hpp"

#include <algorithm>
#include <utility>

namespace cadre {
namespace {

constexpr std::int32_t nobody = -1;
constexpr std::int64_t greatest_price = std::int64_t{1} << 61;
/// By so much ε falls from phase to phase.
constexpr std::int64_t scaling = 32;
/// How often each edge may be looked at on average; graphs that suit the auction take a few hundred.
constexpr std::int64_t most_scans = 4000;

}  // namespace

template <class Cost, class Bidders, class Takers>
SingleAuction<Cost, Bidders, Takers>::SingleAuction(Bidders bidders, const Takers* takers, PlacePrices prices,
                                                    std::int64_t width)
    : bidders_(std::move(bidders)),
      takers_(takers),
      prices_(std::move(prices)),
      width_(width * prices_.factor),
      chosen_(at(bidders_.count())),
      holders_(prices_.values.size(), nobody) {}

template <class Cost, class Bidders, class Takers>
std::optional<SoldPlaces> SingleAuction<Cost, Bidders, Takers>::solve() {
    epsilon_ = std::max<std::int64_t>(width_ / scaling, 1);
    while (true) {
        drop_dear_options();
        if (!run_phase() || !offer_spare_places()) return std::nullopt;
        if (epsilon_ == 1) return result();
        epsilon_ = std::max<std::int64_t>(epsilon_ / scaling, 1);
    }
}

template <class Cost, class Bidders, class Takers>
bool SingleAuction<Cost, Bidders, Takers>::is_given_up() const {
    return bidders_.scans() + offered_ > (bidders_.total() + bidders_.count()) * most_scans;
}

/// Leaves bidders what is within ε of their cheapest; the others bid, the first of them first.
template <class Cost, class Bidders, class Takers>
void SingleAuction<Cost, Bidders, Takers>::drop_dear_options() {
    for (std::int32_t bidder = bidders_.count(); bidder-- > 0;) {
        const std::int64_t least = bidders_.cheapest_of(bidder, prices_).price;
        if (least >= greatest_price) continue;
        Option& chosen = chosen_[at(bidder)];
        if (chosen.place != Option::nowhere) {
            if (prices_.with(chosen) - least <= epsilon_) continue;
            holders_[at(chosen.place)] = nobody;
            chosen.place = Option::nowhere;
        }
        bidding_.push_back(bidder);
    }
}

template <class Cost, class Bidders, class Takers>
bool SingleAuction<Cost, Bidders, Takers>::run_phase() {
    while (!bidding_.empty()) {
        const std::int32_t bidder = bidding_.back();
        bidding_.pop_back();
        const CheapestOption<Cost> bid = bidders_.cheapest_of(bidder, prices_);
        if (is_given_up() || bid.price >= greatest_price) return false;
        accept(bidder, bid);
    }
    return true;
}

/// Takes the place at the price at which it would cost ε more than the second cheapest.
template <class Cost, class Bidders, class Takers>
void SingleAuction<Cost, Bidders, Takers>::accept(std::int32_t bidder, const CheapestOption<Cost>& bid) {
    const auto place = at(bid.option.place);
    const std::int64_t second = bid.second >= greatest_price ? bid.price + width_ : bid.second;
    prices_.values[place] += second - bid.price + epsilon_;
    const std::int32_t holder = std::exchange(holders_[place], bidder);
    chosen_[at(bidder)] = bid.option;
    if (holder == nobody) return;
    chosen_[at(holder)].place = Option::nowhere;
    bidding_.push_back(holder);
}

/// Takes the price of every place that nobody has down to 0, or to where somebody rather has it than his own.
template <class Cost, class Bidders, class Takers>
bool SingleAuction<Cost, Bidders, Takers>::offer_spare_places() {
    if (takers_ == nullptr) return true;
    for (std::int32_t place = takers_->count(); place-- > 0;) {
        const std::int64_t price = prices_.values[at(place)];
        if (price > 0 && price < forbidding_price && holders_[at(place)] == nobody) spare_.push_back(place);
    }
    if (spare_.empty()) return true;
    while (!spare_.empty()) {
        const std::int32_t place = spare_.back();
        spare_.pop_back();
        offered_ += takers_->count_of(place);
        if (is_given_up()) return false;
        hand_over(place, best_taker(place));
    }
    bidders_.forget_prices();
    return true;
}

/// The bidder whom the place saves most, at the price at which it would save the next one ε less.
template <class Cost, class Bidders, class Takers>
typename SingleAuction<Cost, Bidders, Takers>::Offer SingleAuction<Cost, Bidders, Takers>::best_taker(
    std::int32_t place) const {
    std::int64_t best = 0;
    std::int64_t second = 0;
    Offer offer{{}, 0};
    takers_->for_each(place, [&](const Option& taker) {
        const std::int64_t worth =
            prices_.with(chosen_[at(taker.place)]) - static_cast<std::int64_t>(taker.cost) * prices_.factor;
        if (worth > best) {
            second = best;
            best = worth;
            offer.taker = taker;
        } else {
            second = std::max(second, worth);
        }
    });
    if (best <= epsilon_) return {{}, 0};
    offer.price = std::max<std::int64_t>(second - epsilon_, 0);
    return offer;
}

template <class Cost, class Bidders, class Takers>
void SingleAuction<Cost, Bidders, Takers>::hand_over(std::int32_t place, const Offer& offer) {
    prices_.values[at(place)] = offer.price;
    if (offer.taker.place == Option::nowhere) return;
    Option& chosen = chosen_[at(offer.taker.place)];
    holders_[at(chosen.place)] = nobody;
    if (prices_.values[at(chosen.place)] > 0) spare_.push_back(chosen.place);
    holders_[at(place)] = offer.taker.place;
    chosen = {place, offer.taker.cost};
}

template <class Cost, class Bidders, class Takers>
SoldPlaces SingleAuction<Cost, Bidders, Takers>::result() {
    bidders_.clear();  // the greatest part of the memory, before more is needed
    SoldPlaces sold;
    sold.places.reserve(chosen_.size());
    std::vector<std::int64_t> held_prices;
    held_prices.reserve(chosen_.size());
    for (const Option& chosen : chosen_) {
        sold.places.push_back(chosen.place);
        if (chosen.place != Option::nowhere) held_prices.push_back(prices_.values[at(chosen.place)]);
    }
    sold.prices = exact_prices(prices_.values, held_prices, prices_.factor);
    return sold;
}

template class SingleAuction<std::uint32_t, Shortlists<std::uint32_t>, RightOptions<std::uint32_t>>;
template class SingleAuction<std::uint32_t, RightOptions<std::uint32_t>, LeftOptions<std::uint32_t>>;
template class SingleAuction<std::int64_t, Shortlists<std::int64_t>, RightOptions<std::int64_t>>;
template class SingleAuction<std::int64_t, RightOptions<std::int64_t>, LeftOptions<std::int64_t>>;

}  // namespace cadre
