#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace cadre {

/// What a bidder may have. `Cost` holds the difference of any two costs.
template <class Cost>
struct BidOption {
    static constexpr std::int32_t nowhere = -1;

    std::int32_t place = nowhere;
    Cost cost = 0;  ///< above the least of the graph
};

/// Of places, in the unit of costs multiplied by a factor.
struct PlacePrices {
    static constexpr std::int64_t unlimited = std::numeric_limits<std::int64_t>::max();

    std::int64_t factor;
    std::vector<std::int64_t> values;

    template <class Cost>
    std::int64_t with(const BidOption<Cost>& option) const {
        return static_cast<std::int64_t>(option.cost) * factor + values[static_cast<std::size_t>(option.place)];
    }
};

/// The cheapest option of a bidder, and the price of the second cheapest.
template <class Cost>
struct CheapestOption {
    BidOption<Cost> option;
    std::int64_t price = PlacePrices::unlimited;
    std::int64_t second = PlacePrices::unlimited;
};

template <class Cost>
CheapestOption<Cost> cheapest_option(std::span<const BidOption<Cost>> options, const PlacePrices& prices) {
    CheapestOption<Cost> found;
    for (const BidOption<Cost>& option : options) {
        if (option.place == BidOption<Cost>::nowhere) break;
        const std::int64_t price = prices.with(option);
        if (price < found.price) {
            found = {option, price, found.price};
        } else {
            found.second = std::min(found.second, price);
        }
    }
    return found;
}

/// The few cheapest options of a bidder among those added, in order, as many as fit beside a price into a cache line.
template <class Cost>
struct CheapestFew {
    static constexpr std::size_t most = (64 - sizeof(std::int64_t)) / sizeof(BidOption<Cost>);

    std::array<BidOption<Cost>, most> options;
    std::array<std::int64_t, most + 1> prices;  ///< the last of the cheapest option that is not among them

    CheapestFew() { prices.fill(PlacePrices::unlimited); }

    /// Gives back what is not among the cheapest: the option or, when they are complete, the dearest of them.
    BidOption<Cost> add(const BidOption<Cost>& option, std::int64_t price) {
        if (price >= prices[most]) return option;
        const BidOption<Cost> dearest = options[most - 1];
        std::size_t rank = most;
        for (; rank > 0 && price < prices[rank - 1]; --rank) {
            prices[rank] = prices[rank - 1];
            if (rank < most) options[rank] = options[rank - 1];
        }
        prices[rank] = price;
        if (rank == most) return option;
        options[rank] = option;
        return dearest;
    }
};

}  // namespace cadre
