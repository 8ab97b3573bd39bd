#pragma once

#include "matching/priced_edges.hpp"

#include <cadre/matching/costed_graph.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace cadre {

/// Bertsekas' auction with scaled ε where every right vertex has one place at most: left vertices bid for places, in
/// whole numbers.
///
/// Costs are multiplied by n + 1, so that with ε = 1 at last the edges are optimal and whole prices can be derived at
/// which each left vertex has what is cheapest for it. Must be given a graph in which all bidders can be placed. Places
/// that are left over are offered at falling prices (Bertsekas and Castañon 1992, "A forward/reverse auction algorithm
/// for asymmetric assignment problems") and end at the price 0.
///
/// `Cost` holds the difference of any two costs. A bidder that loses its place looks at a short list of its cheapest
/// edges first, which is nearly always enough.
template <class Cost>
class SingleAuction {
public:
    /// Left vertices without edges to places do not bid; `has_place` is 0 for right vertices without one (empty: all
    /// have one). `transposed` has the bidders' edges from the right; absent where no place is left over.
    SingleAuction(const CostedGraph& graph, const std::vector<std::int32_t>& has_place, const CostedGraph* transposed);

    /// Nothing when it is given up: on graphs that are bad for it, prices may have to rise in very many small steps.
    std::optional<PricedEdges> solve();

private:
    struct Option {
        std::int32_t right;
        Cost cost;  ///< above the least of the graph
    };
    /// The cheapest edges of a left vertex when it last looked at all of them. As prices only rise while bids are made,
    /// no other edge is cheaper than `others` since.
    struct Shortlist {
        std::array<Option, (64 - sizeof(std::int64_t)) / sizeof(Option)> options;
        std::int64_t others;
    };
    struct Cheapest {
        Option option;
        std::int64_t price;
        std::int64_t second;  ///< price of the second cheapest
    };
    struct Offer {
        std::int64_t edge;  ///< of the transposed graph
        std::int64_t price;
    };

    bool run_phase();
    void drop_dear_options();
    Cheapest cheapest_of(std::int32_t left);
    static Cheapest two_least(const Shortlist& shortlist, const std::vector<std::int64_t>& prices, std::int64_t factor);
    Shortlist shortlist_of(std::int32_t left) const;
    void accept(std::int32_t left, const Cheapest& bid);
    bool offer_spare_places();
    Offer best_taker(std::int32_t right) const;
    void hand_over(std::int32_t right, const Offer& offer);
    PricedEdges result();

    std::int64_t price_of(const Option& option) const {
        return static_cast<std::int64_t>(option.cost) * factor_ + prices_[static_cast<std::size_t>(option.right)];
    }

    const CostedGraph& graph_;
    const CostedGraph* transposed_;
    std::int64_t factor_;
    std::int64_t least_cost_ = 0;
    std::int64_t width_ = 0;  ///< greatest difference of two costs, multiplied
    std::int64_t epsilon_ = 1;
    std::int64_t scans_left_;
    std::vector<Option> chosen_;  ///< of each left vertex
    std::vector<std::int64_t> prices_;
    std::vector<std::int32_t> holders_;
    std::vector<Shortlist> shortlists_;
    std::vector<std::int32_t> bidders_;
    std::vector<std::int32_t> spare_;  ///< right vertices whose place nobody has, at a price over 0
};

}  // namespace cadre
