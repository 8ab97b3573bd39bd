#pragma once

#include "matching/priced_edges.hpp"

#include <cadre/matching/assignment.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace cadre {

/// Bertsekas' auction with scaled ε: left vertices bid for places, in whole numbers.
///
/// Costs are multiplied by n + 1, so that with ε = 1 at last the edges are optimal and whole prices can be derived at
/// which each left vertex has what is cheapest for it. Must be given a graph in which all bidders can be placed. Where
/// every right vertex has one place at most, places that are left over are offered at falling prices (Bertsekas and
/// Castañon 1992, "A forward/reverse auction algorithm for asymmetric assignment problems") and end at the price 0.
class Auction {
public:
    /// Left vertices without edges to places do not bid. `transposed` has the bidders' edges from the right; absent
    /// where there are no places to be left over, or where prices of such places do not matter.
    Auction(const CostedGraph& graph, const std::vector<std::int32_t>& right_capacities, const CostedGraph* transposed);

    /// Nothing when it is given up: on graphs that are bad for it, prices may have to rise in very many small steps.
    std::optional<PricedEdges> solve();

private:
    struct Place {
        std::int64_t price;
        std::int32_t holder;
    };
    struct Bid {
        std::int64_t edge;
        std::int64_t price;
    };

    bool run_phase();
    void drop_dear_edges();
    Bid best_bid(std::int32_t left) const;
    void accept(std::int32_t left, const Bid& bid);
    bool offer_spare_places();
    Bid best_taker(std::int32_t right) const;
    void hand_over(std::int32_t right, const Bid& taker);
    std::int64_t free_residue() const;
    std::vector<std::int64_t> exact_prices() const;

    std::int64_t price_of(std::int64_t edge) const {
        return graph_.cost(edge) * factor_ + prices_[static_cast<std::size_t>(network_.right_of(edge))];
    }

    const CostedGraph& graph_;
    const BipartiteGraph& network_;
    const CostedGraph* transposed_;
    std::int64_t factor_;
    std::int64_t width_;  ///< greatest difference of two costs, multiplied
    std::int64_t epsilon_ = 1;
    std::int64_t scans_left_;
    std::vector<std::int64_t> edges_;
    std::vector<std::int64_t> prices_;  ///< of the cheapest place of each right vertex
    std::vector<std::int64_t> place_starts_;
    std::vector<Place> places_;  ///< a heap for each right vertex, the cheapest first
    std::vector<std::int32_t> bidders_;
    std::vector<std::int32_t> spare_;  ///< right vertices whose place nobody has, at a price over 0
};

}  // namespace cadre
