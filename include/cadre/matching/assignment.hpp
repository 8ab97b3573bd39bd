#pragma once

#include <cadre/export.hpp>
#include <cadre/matching/costed_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cadre {

/// What is asked of an assignment. Every left vertex gets one edge or none; empty lists stand for their defaults.
struct AssignmentTerms {
    std::vector<std::int32_t> right_capacities;  ///< places of each right vertex; empty: 1 each
    std::vector<bool> required;                  ///< left vertices that come first; empty: none
    /// What it costs to leave each left vertex without an edge. Empty: as many as possible get one, whatever the cost.
    std::vector<std::int64_t> exit_costs;

    std::int32_t capacity(std::int32_t right) const {
        return right_capacities.empty() ? 1 : right_capacities[static_cast<std::size_t>(right)];
    }
    bool is_required(std::int32_t left) const { return !required.empty() && required[static_cast<std::size_t>(left)]; }
};

/// An optimal assignment and the prices that prove it (`verify`).
struct Assignment {
    static constexpr std::int64_t no_edge = -1;

    std::vector<std::int64_t> edges;   ///< the edge of each left vertex, or `no_edge`
    std::vector<std::int64_t> prices;  ///< dual price of a place at each right vertex; 0 where a place is left over
    std::int64_t cost = 0;             ///< of the edges, and the exit costs of the others where they are given
    std::int32_t placed = 0;
    std::int32_t required_placed = 0;

    bool operator==(const Assignment&) const = default;
};

/// Finds the assignment that places the most required left vertices; of these the one that places the most in all, or,
/// where exit costs are given, counts them; of these one of least cost. The same input gives the same assignment.
///
/// Hopcroft and Karp tell first who can be placed. If all can, an auction with scaled ε finds edges and prices
/// (Bertsekas 1988, "The auction algorithm: a distributed relaxation method for the assignment problem"), which would
/// not end otherwise. If not, and places are single and nobody comes first, the graph is parted where places are too
/// few (Dulmage and Mendelsohn 1958), and there they bid. The rest is done by primal-dual phases of shortest augmenting
/// paths (Edmonds and Karp 1972, "Theoretical improvements in algorithmic efficiency for network flow problems"): exit
/// costs, required vertices that cannot all be placed, and what auctions leave open.
///
/// Throws `Error`: invalid_argument for lists of another length than the graph's side and for negative capacities;
/// limit_exceeded unless greatest cost · (n + 3)² < 2^61 with n left vertices, the greatest cost being that of any edge
/// or exit and of the difference between two.
CADRE_EXPORT Assignment assign(const CostedGraph& graph, const AssignmentTerms& terms = {});

/// The terms that decide by sums alone: what it costs to leave each left vertex without an edge, so high that no sum of
/// other costs outweighs a vertex that comes first. Throws `Error` as `assign` does.
CADRE_EXPORT std::vector<std::int64_t> exit_weights(const CostedGraph& graph, const AssignmentTerms& terms);

}  // namespace cadre
