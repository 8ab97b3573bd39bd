#pragma once

#include "matching/places.hpp"
#include "matching/priced_edges.hpp"
#include "matching/radix_heap.hpp"

#include <cadre/matching/assignment.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cadre {

/// Phases of shortest augmenting paths: every left vertex ends at a place or at its exit, whichever sum is least.
///
/// Between phases each left vertex has a bid, the least of its costs at the present prices and of its exit; what is
/// assigned is at its bid, and places that are left over have no price over 0.
class PrimalDual {
public:
    PrimalDual(const CostedGraph& graph, const AssignmentTerms& terms, const std::vector<std::int64_t>& exits);

    /// Starts from edges of which each is a cheapest one of its left vertex at the prices. Without it, from nothing.
    void start_from(PricedEdges priced);
    PricedEdges solve();

private:
    std::int64_t price_of(std::int64_t edge) const {
        return graph_.cost(edge) + prices_[static_cast<std::size_t>(network_.right_of(edge))];
    }
    std::int64_t least_price(std::int32_t left) const;
    bool has_spare_price() const;
    std::vector<std::int64_t> lowest_prices() const;
    void count_prices_from_spare_places();
    void drop_edges_below_zero();
    bool are_edges_cheapest() const;
    void set_bids();

    void measure();
    void expand(std::int32_t left, std::int64_t distance);
    void settle(std::int32_t right, std::int64_t distance);
    void raise_prices();

    bool augment_once();
    bool find_path(std::int32_t source);
    bool step_forward(std::int32_t left);
    bool ends_at(std::int32_t left) const;
    void take_path();

    struct Settled {
        std::int32_t vertex;
        std::int64_t distance;
    };

    const CostedGraph& graph_;
    const BipartiteGraph& network_;
    const AssignmentTerms& terms_;
    const std::vector<std::int64_t>& exits_;
    std::vector<std::int64_t> edges_;
    std::vector<std::int64_t> prices_;
    std::vector<std::int64_t> bids_;
    Places places_;
    std::vector<std::int32_t> wanting_;  ///< left vertices that have neither edge nor exit yet

    // Of one phase:
    std::vector<std::int64_t> distances_;  ///< of right vertices
    std::vector<std::int32_t> touched_;    ///< right vertices with a distance
    std::vector<Settled> settled_lefts_;
    std::vector<Settled> settled_rights_;
    std::int64_t nearest_ = 0;  ///< distance of the nearest place or exit
    RadixHeap queue_;

    // Of one pass over the tight edges:
    std::int32_t pass_ = 0;
    std::vector<std::int32_t> passes_;  ///< of right vertices: in which pass `next_holders_` was set
    std::vector<std::int32_t> next_holders_;
    std::vector<std::int64_t> next_edges_;  ///< of left vertices on the path
    std::vector<std::int32_t> path_;
};

}  // namespace cadre
