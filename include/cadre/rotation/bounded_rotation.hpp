#pragma once

#include <cadre/export.hpp>
#include <cadre/rotation/rotation_problem.hpp>
#include <cadre/rotation/rotation_proposal.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cadre {

struct BoundedRotationOptions {
    std::size_t longest = 3;  ///< moves of a chain or a cycle
    /// Steps of each search, 0 or more; never a time, so that the answer is the same everywhere.
    std::int64_t work = 4'000'000;
};

/// Moves that belong together: each takes the seat that the next one leaves. In a cycle the last takes the first one's;
/// in a chain the last takes a spare seat, and the first one's stays empty.
struct RotationCircuit {
    bool is_cycle = false;
    std::vector<std::size_t> options;

    bool operator==(const RotationCircuit&) const = default;
};

/// A plan of short chains and cycles. A plain value.
struct BoundedRotation {
    RotationProposal plan;  ///< without prices and shortages
    std::vector<RotationCircuit> circuits;
    bool proven = false;         ///< no plan of chains and cycles that short is better
    RotationProposal unbounded;  ///< the best plan of any length: no bounded one is better than it
};

/// Groups of cadres that share chains and cycles are searched for the best choice up to this size.
inline constexpr std::size_t most_exact_cadres = 200;

/// Proposes moves in chains and cycles of at most `longest` moves, as offices can carry them out, that are best in the
/// order of `propose_rotation`. Who is not moved keeps the present post, also one who has to move; a post has at least
/// as many seats as candidates hold it. The same problem gives the same plan.
///
///     propose_bounded_rotation(problem, {.longest = 2});  // direct exchanges, and chains of two into a spare seat
///
/// NP-hard for 3 and more (Abraham, Blum and Sandholm 2007, "Clearing algorithms for barter exchange markets"): chains
/// and cycles are enumerated, and where they fall into groups of at most `most_exact_cadres` the best choice is found
/// by branch and bound; beyond that, or when the work is used up, the greatest gain a move first, then exchanges of one
/// for those that it excludes, and `proven` is set only when `unbounded` is reached.
///
/// Throws `Error` as `propose_rotation` does, and invalid_argument for a `longest` of 0 and negative work. Thread-safe.
CADRE_EXPORT BoundedRotation propose_bounded_rotation(const RotationProblem& problem,
                                                      const BoundedRotationOptions& options = {});

}  // namespace cadre
