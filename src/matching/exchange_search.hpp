#pragma once

#include "matching/places.hpp"
#include "matching/priced_edges.hpp"
#include "matching/radix_heap.hpp"

#include <cadre/matching/assignment.hpp>
#include <cadre/matching/regret.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace cadre {

/// Finds the cheapest way to give one left vertex something else: it moves, whoever it drives out moves, and so on
/// until its own old place is taken or stays empty. One run of Dijkstra's algorithm over places, with what an edge
/// costs over the left vertex's own as its length.
class ExchangeSearch {
public:
    /// The prices must prove the edges, except for left vertices that are never moved, and for options of the moved one
    /// that it is not given.
    ExchangeSearch(const CostedGraph& graph, const AssignmentTerms& terms, const std::vector<std::int64_t>& exits,
                   PricedEdges state);

    const PricedEdges& state() const { return state_; }

    /// The extra cost in exit weights, when the left vertex takes the cheapest of the options (none of which it has)
    /// and left vertices before `first_movable` stay where they are; nothing when that cannot be.
    std::optional<std::int64_t> find(std::int32_t left, const std::vector<std::int64_t>& options,
                                     std::int32_t first_movable);
    /// The moves of what was found last.
    std::vector<Reassignment> moves() const;
    /// What was found last, with prices that prove it.
    PricedEdges moved() const;

private:
    struct Arrival {
        std::int64_t distance;
        std::int32_t before;  ///< the node that the mover left, or that this one follows without a move
        Reassignment move;
    };

    std::int32_t outside() const { return network_.right_count(); }
    std::int32_t node_of(std::int32_t left) const;
    std::int64_t price_of(std::int32_t left, std::int64_t option) const;
    void relax(std::int32_t node, const Arrival& arrival);
    void relax_option(std::int32_t left, std::int64_t option, std::int64_t distance, std::int32_t before);
    void relax_all_options(std::int32_t left, std::int64_t distance, std::int32_t before);
    void expand(std::int32_t node, std::int64_t distance);
    void expand_outside(std::int64_t distance);
    std::int64_t capped_distance(std::int32_t node) const;

    const CostedGraph& graph_;
    const BipartiteGraph& network_;
    const std::vector<std::int64_t>& exits_;
    PricedEdges state_;
    Places places_;
    std::vector<std::int32_t> exited_;  ///< left vertices without an edge

    std::int32_t moved_ = 0;
    std::int32_t first_movable_ = 0;
    std::vector<Arrival> arrivals_;  ///< one a right vertex, the last for the outside
    std::vector<std::int32_t> touched_;
    RadixHeap queue_;
};

}  // namespace cadre
