#pragma once

#include <cadre/matching/assignment.hpp>
#include <cadre/matching/costed_graph.hpp>
#include <cadre/rotation/rotation_problem.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace cadre {

/// What is asked of a problem besides: its plan without some options, and what goes with others that are already taken.
struct RotationWish {
    std::vector<std::size_t> without;   ///< options
    std::vector<std::size_t> taken;     ///< options: their cadres have no edges, their posts a seat less
    std::vector<std::size_t> unplaced;  ///< cadres who have no edges
};

/// A rotation problem as a bipartite graph: cadres left, posts right. Options are its edges, except those of a cadre
/// whose published move is pinned to another.
class RotationNetwork {
public:
    /// Checks the problem, and refers to it.
    explicit RotationNetwork(const RotationProblem& problem, const RotationWish& wish = {});

    const RotationProblem& problem() const { return problem_; }
    const std::vector<std::size_t>& options() const { return options_; }  ///< by edge
    /// Nothing for an option that a pin or the wish excludes.
    std::optional<std::int64_t> edge_of(std::size_t option) const;

    bool is_settled(std::size_t cadre) const { return settled_[cadre]; }
    bool is_required(std::size_t cadre) const { return problem_.cadres[cadre].required && !settled_[cadre]; }
    bool comes_first(std::size_t cadre) const { return is_settled(cadre) || is_required(cadre); }

    /// Settled cadres come first, or the required ones where nobody is settled.
    const AssignmentTerms& terms() const { return terms_; }
    /// Whether some cadres are settled, others required and others neither: `terms` do not say the second of these.
    bool has_three_ranks() const { return has_three_ranks_; }

    BipartiteGraph graph() const;
    /// `costs` by edge.
    CostedGraph with_costs(const std::vector<std::int64_t>& costs) const;

private:
    void settle(const RotationWish& wish);
    void set_terms();

    const RotationProblem& problem_;
    std::vector<bool> settled_;
    std::vector<std::size_t> options_;
    std::vector<std::int64_t> edges_;  ///< by option
    AssignmentTerms terms_;
    bool has_three_ranks_ = false;
};

}  // namespace cadre
