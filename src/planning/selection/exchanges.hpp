#pragma once

#include "planning/selection/part.hpp"
#include "planning/selection/work.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace cadre::selection {

/// Makes a choice satisfy its rows, and better it, by chains of changes: one option is chosen or given up, then one
/// that restores a row which that broke, and so on (ejection chains, Glover 1996).
class Exchanges {
public:
    Exchanges(const Part& part, const RowsOfOptions& rows_of, Work& work);

    /// Repairs the choice at little loss in the given scores, one an option; nothing when it does not come to satisfy
    /// all rows.
    std::optional<Choice> repair(const Choice& choice, const std::vector<double>& guide);
    /// Improves a choice that satisfies all rows until no chain that begins with one of the options raises its score.
    Choice improve(const Choice& choice, const std::vector<int>& starts);

private:
    struct Chain {
        std::vector<int> flips;
        std::int64_t excess = 0;  ///< left in all rows
        double gain = 0;          ///< in the scores that guide

        bool is_better_than(const Chain& other) const {
            return excess != other.excess ? excess < other.excess : gain > other.gain;
        }
    };

    struct Touched {
        int row;
        std::int64_t excess_before;
    };

    void start(const Choice& choice);
    void flip(int option);
    std::int64_t excess_of(int row) const;
    std::int64_t excess_after(int row, std::int64_t change) const;
    std::int64_t step(int option, std::int64_t coefficient) const;
    std::int64_t excess_change(int option) const;
    double gain(int option, const std::vector<double>& guide) const;

    bool reduce(int row, const std::vector<double>& guide);
    std::vector<int> candidates(int row, const std::vector<double>& guide) const;
    Chain chain_from(int option, const std::vector<double>& guide);
    int first_broken() const;
    int best_answer(int row, const Chain& chain, const std::vector<double>& guide) const;
    void apply(const Chain& chain);

    const Part& part_;
    const RowsOfOptions& rows_of_;
    Work& work_;
    Choice choice_;
    std::vector<std::int64_t> sums_;
    std::int64_t excess_ = 0;       ///< of all rows: by how much they lie outside of their bounds
    std::vector<Touched> touched_;  ///< by the chain, in its order; a row may recur
};

}  // namespace cadre::selection
