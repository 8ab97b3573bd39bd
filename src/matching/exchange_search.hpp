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
/// until its own old place is taken or stays empty. Dijkstra's algorithm over places from both ends (Pohl 1971,
/// "Bi-directional search"), with what an edge costs over the left vertex's own as its length.
class ExchangeSearch {
public:
    /// The prices must prove the edges, except for left vertices that are never moved, and for options of the moved one
    /// that it is not given. `transposed` is that of the graph.
    ExchangeSearch(const CostedGraph& graph, const CostedGraph& transposed, const AssignmentTerms& terms,
                   const std::vector<std::int64_t>& exits, PricedEdges state);

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
    /// What a left vertex has: a node (its right vertex, or the outside), and what it pays there.
    struct Seat {
        std::int64_t paid;
        std::int32_t node;
    };
    /// The last step of a way to a node, or the first of a way on from it.
    struct Step {
        std::int64_t distance;   ///< of the whole way
        std::int32_t neighbour;  ///< the node at the other end of the step
        std::int32_t left;       ///< who moves; nobody where a place is taken or left without a move
    };
    /// What is known from one end of the way.
    struct Reach {
        std::vector<Step> steps;  ///< one a right vertex, the last for the outside
        std::vector<std::int32_t> touched;
        RadixHeap queue;
        std::int64_t radius = 0;  ///< all nodes nearer than this are expanded

        void clear();
    };

    std::int32_t outside() const { return network_.right_count(); }
    bool may_move(std::int32_t left) const { return left != moved_ && left >= first_movable_; }
    std::int64_t price_of(std::int32_t left, std::int64_t option) const;
    std::int64_t option_at(std::int32_t left, std::int32_t node) const;
    const Reach& opposite(const Reach& reach) const { return &reach == &from_options_ ? from_target_ : from_options_; }
    void meet();
    void advance(Reach& reach);
    void note(Reach& reach, std::int32_t node, const Step& step);
    void expand_forward(std::int32_t node, std::int64_t distance);
    void move_on(std::int32_t left, std::int64_t distance);
    void expand_backward(std::int32_t node, std::int64_t distance);
    void come_from(std::int32_t left, std::int32_t node, std::int64_t price, std::int64_t distance);
    std::int64_t potential(std::int32_t node) const;

    const CostedGraph& graph_;
    const BipartiteGraph& network_;
    const CostedGraph& transposed_;
    const std::vector<std::int64_t>& exits_;
    PricedEdges state_;
    Places places_;
    std::vector<Seat> seats_;           ///< of left vertices
    std::vector<std::int32_t> exited_;  ///< left vertices without an edge

    std::int32_t moved_ = 0;
    std::int32_t first_movable_ = 0;
    Reach from_options_;         ///< forward from what the moved one may take
    Reach from_target_;          ///< backward from what it leaves
    std::int64_t shortest_ = 0;  ///< length of the shortest way known
    std::int32_t meeting_ = 0;   ///< a node of that way which both ends know
};

}  // namespace cadre
