#pragma once

#include "planning/selection/domains.hpp"
#include "planning/selection/laminar_split.hpp"
#include "planning/selection/network_simplex.hpp"
#include "planning/selection/part.hpp"

#include <cstdint>
#include <vector>

namespace cadre::selection {

/// Multipliers and relaxed scores count in units of 1/1024 of a score, so that bounds are exact.
constexpr int price_bits = 10;
constexpr Wide price_scale = Wide{1} << price_bits;

/// The whole score that a relaxed score allows.
inline std::int64_t whole_score(Wide relaxed) {
    return static_cast<std::int64_t>(relaxed >> price_bits);
}

/// A part with its network rows kept and its other rows priced: Lagrangian relaxation (Held and Karp 1971; Geoffrion
/// 1974). A multiplier above 0 is the price of a unit over the row's upper bound, one below 0 under its lower bound.
class Relaxation {
public:
    Relaxation(const Part& part, Work& work);

    /// The rows that are priced; none: the relaxation is the part itself.
    const std::vector<int>& priced_rows() const { return split_.side; }

    enum class Outcome {
        solved,
        impossible,   ///< no choice satisfies the network's rows and the decisions
        interrupted,  ///< by the work limit
    };
    /// Finds the best choice under the decisions and network rows at the given multipliers, one a priced row.
    Outcome solve(const std::vector<std::int64_t>& multipliers, const Domains& domains);

    /// No choice under the decisions that satisfies all rows has a greater score; after `solved`.
    Wide bound() const { return bound_; }
    const Choice& choice() const { return choice_; }
    /// By how much the bound falls at least when the option is decided against the choice; after `solved`.
    Wide loss(int option) const;
    /// What the option adds to the relaxed score; after any outcome.
    Wide priced_score(int option) const { return priced_scores_[at(option)]; }

    /// Clauses of network rows that suffice for the proof; after `impossible`, without decisions.
    std::vector<int> clauses_of_cut() const;

private:
    void add_family(const Family& family, int root, bool is_left);
    int node_of(int family, int option) const;
    void price(const std::vector<std::int64_t>& multipliers);
    void read_choice(const std::vector<std::int64_t>& multipliers);

    const Part& part_;
    Work& work_;
    LaminarSplit split_;
    NetworkSimplex network_;
    std::vector<int> row_arcs_;  ///< by row of the part, -1 for a priced one
    std::vector<int> arcs_;      ///< by option
    std::vector<Wide> priced_scores_;
    Choice choice_;
    Wide bound_ = 0;
};

}  // namespace cadre::selection
