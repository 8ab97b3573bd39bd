#pragma once

#include "planning/selection/exchanges.hpp"
#include "planning/selection/relaxation.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace cadre::selection {

/// Looks for the best choice of a part: bounds from the relaxation at multipliers that subgradient steps improve (Held,
/// Wolfe, Crowder 1974), choices from its repaired solutions, then depth-first branch and bound with fixing by losses.
class Search {
public:
    /// Every row's lower bound must not exceed its upper.
    Search(const Part& part, Work& work);

    /// Searches until the best choice, or that there is none, is proved or the work limit is reached.
    void run();

    const std::optional<Choice>& best() const { return best_; }
    std::int64_t score() const { return score_; }
    /// Whether `best`, or that there is none, is proved.
    bool is_proved() const { return proved_; }
    /// No choice has a greater score.
    std::int64_t bound() const { return bound_; }
    /// Clauses that no choice satisfies together; where it is proved that there is none.
    const std::vector<int>& conflict() const { return conflict_; }

private:
    struct Open {
        std::size_t mark;
        int option;  ///< -1: nothing to decide
        bool is_chosen;
        std::int64_t bound;
    };
    enum class Node { closed, open, interrupted };

    void solve_root();
    void tighten_root();
    void find_any();
    void branch();
    void close_without_choice(std::vector<int> conflict);
    Node examine(int most_steps);
    bool move_multipliers();
    std::int64_t subgradient(std::size_t priced) const;
    Wide target() const;
    bool fix_by_losses();
    Open first_child() const;
    std::vector<std::int64_t> excesses() const;
    void try_choice();
    std::vector<int> cheap_changes(const Choice& choice) const;
    void offer_decided();
    void offer(const Choice& choice);
    bool has_scores() const;

    const Part& part_;
    Work& work_;
    RowsOfOptions rows_of_;
    Relaxation relaxation_;
    Exchanges exchanges_;
    Domains domains_;
    std::vector<std::int64_t> multipliers_;
    double step_scale_ = 1;
    Wide node_bound_;
    std::optional<Choice> best_;
    std::int64_t score_ = -1;  ///< of the best; below every choice's while there is none
    std::int64_t bound_ = 0;
    bool proved_ = false;
    std::vector<int> conflict_;
};

}  // namespace cadre::selection
