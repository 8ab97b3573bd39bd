#pragma once

#include <cadre/matching/bipartite_graph.hpp>
#include <cadre/matching/capacities.hpp>
#include <cadre/matching/maximum_matching.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cadre {

/// The state of Hopcroft and Karp's algorithm with capacities: a matching that grows along shortest augmenting paths.
class HopcroftKarp {
public:
    HopcroftKarp(const BipartiteGraph& graph, const Capacities& capacities);

    /// Augments from left vertices of `sources` (empty: from all) until no augmenting path from them is left.
    void augment(const std::vector<bool>& sources);
    Matching matching() const;

private:
    /// An edge in use, kept with its right vertex so that alternating paths find their way back.
    struct Slot {
        std::int64_t edge;
        std::int32_t left;
    };

    std::int64_t capacity(std::int32_t left) const;
    bool set_levels(const std::vector<std::int32_t>& sources);
    bool reach_lefts_of(std::int32_t right, std::int32_t level);
    bool find_path(std::int32_t source);
    bool step_forward(std::int32_t left);
    void take_path();
    Slot* first_slot(std::int32_t right) { return slots_.data() + slot_starts_[static_cast<std::size_t>(right)]; }
    std::int32_t slot_count(std::int32_t right) const {
        const auto at = static_cast<std::size_t>(right);
        return static_cast<std::int32_t>(slot_starts_[at + 1] - slot_starts_[at]);
    }
    bool is_full(std::int32_t right) const {
        return right_loads_[static_cast<std::size_t>(right)] == slot_count(right);
    }

    const BipartiteGraph& graph_;
    const Capacities& capacities_;
    std::vector<bool> is_used_;  ///< one flag an edge
    std::vector<std::int32_t> left_loads_;
    std::vector<std::int32_t> right_loads_;
    std::vector<std::int64_t> slot_starts_;  ///< of each right vertex
    std::vector<Slot> slots_;

    // Of one phase:
    std::vector<std::int32_t> levels_;        ///< of left vertices, -1 where not reached or no way on
    std::vector<std::int32_t> right_levels_;  ///< level of the left vertex that reached it first, -1 where none did
    std::vector<std::int64_t> next_edges_;    ///< where the search goes on at a left vertex
    std::vector<std::int32_t> next_slots_;    ///< where it goes on at a right vertex
    std::vector<std::int32_t> queue_;
    std::vector<std::int32_t> path_;  ///< left vertices from the source on
};

}  // namespace cadre
