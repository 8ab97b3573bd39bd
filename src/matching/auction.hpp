#pragma once

#include "matching/priced_edges.hpp"

#include <cadre/matching/assignment.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace cadre {

/// Bertsekas' auction with scaled ε (see `SingleAuction`) where right vertices may have several places: a bidder takes
/// the cheapest of them. Must be given a graph in which all can be placed; prices of places that are left over do not
/// fall again.
class Auction {
public:
    Auction(const CostedGraph& graph, const std::vector<std::int32_t>& right_capacities);

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

    PricedEdges result();

    std::int64_t price_of(std::int64_t edge) const {
        return graph_.cost(edge) * factor_ + prices_[static_cast<std::size_t>(network_.right_of(edge))];
    }

    const CostedGraph& graph_;
    const BipartiteGraph& network_;
    std::int64_t factor_;
    std::int64_t width_;  ///< greatest difference of two costs, multiplied
    std::int64_t epsilon_ = 1;
    std::int64_t scans_left_;
    std::vector<std::int64_t> edges_;
    std::vector<std::int64_t> prices_;  ///< of the cheapest place of each right vertex
    std::vector<std::int64_t> place_starts_;
    std::vector<Place> places_;  ///< a heap for each right vertex, the cheapest first
    std::vector<std::int32_t> bidders_;
};

}  // namespace cadre
