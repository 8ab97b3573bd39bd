#pragma once

#include "matching/bid_option.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace cadre {

/// What an auction ends with: prices are those of costs as they are.
struct SoldPlaces {
    std::vector<std::int32_t> places;  ///< of each bidder, -1 for none
    std::vector<std::int64_t> prices;  ///< of each place
};

/// Bertsekas' auction with scaled ε where every place is one: bidders bid for them, in whole numbers.
///
/// Costs are multiplied by one more than bidders can have places, so that with ε = 1 at last the places are optimal and
/// whole prices can be derived at which each bidder has what is cheapest for it. Must be given a graph in which all who
/// bid can be placed. Places that are left over are offered at falling prices (Bertsekas and Castañon 1992, "A
/// forward/reverse auction algorithm for asymmetric assignment problems") and end at the price 0.
///
/// `Bidders` and `Takers` are the edges from either side: `Shortlists` and `RightOptions`, or `RightOptions` and
/// `LeftOptions`. Takers are absent where no place is left over.
template <class Cost, class Bidders, class Takers>
class SingleAuction {
public:
    /// Who has no options of places below `forbidding_price` does not bid. `width` is the greatest difference of costs.
    SingleAuction(Bidders bidders, const Takers* takers, PlacePrices prices, std::int64_t width);

    /// Nothing when it is given up: on graphs that are bad for it, prices may have to rise in very many small steps.
    std::optional<SoldPlaces> solve();

private:
    using Option = BidOption<Cost>;

    struct Offer {
        Option taker;  ///< at the place of the bidder, who takes it at that cost
        std::int64_t price;
    };

    bool run_phase();
    void drop_dear_options();
    void accept(std::int32_t bidder, const CheapestOption<Cost>& bid);
    bool offer_spare_places();
    Offer best_taker(std::int32_t place) const;
    void hand_over(std::int32_t place, const Offer& offer);
    bool is_given_up() const;
    SoldPlaces result();

    Bidders bidders_;
    const Takers* takers_;
    PlacePrices prices_;
    std::int64_t width_;
    std::int64_t epsilon_ = 1;
    std::int64_t offered_ = 0;    ///< how many options of takers were looked at
    std::vector<Option> chosen_;  ///< of each bidder
    std::vector<std::int32_t> holders_;
    std::vector<std::int32_t> bidding_;
    std::vector<std::int32_t> spare_;  ///< places that nobody has, at a price over 0
};

/// Of places that are not to be had.
inline constexpr std::int64_t forbidding_price = std::int64_t{1} << 62;

}  // namespace cadre
