#include "planning/selection/conflict.hpp"

#include "planning/selection/components.hpp"
#include "planning/selection/solve_part.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <iterator>
#include <set>
#include <utility>

namespace cadre::selection {
namespace {

constexpr std::size_t few_clauses = 16;

using Clauses = std::set<int>;
using Proof = SelectionConflict::Proof;

struct Trial {
    SelectionStatus status;
    Clauses clauses;  ///< satisfied by a choice, or in conflict
};

/// Clauses of which a choice satisfies every row.
Clauses satisfied_by(const Part& part, const Choice& choice) {
    Clauses satisfied;
    for (const Row& row : part.rows) satisfied.insert(row.clauses.front());
    for (const Row& row : part.rows) {
        if (!holds(row, choice)) satisfied.erase(row.clauses.front());
    }
    return satisfied;
}

/// Whether a choice satisfies the given clauses.
Trial try_clauses(const Part& part, const Clauses& clauses, Work& work) {
    Part chosen{std::vector<std::int64_t>(part.scores.size(), 0), {}};
    for (const Row& row : part.rows) {
        if (clauses.contains(row.clauses.front())) chosen.rows.push_back(row);
    }
    Choice choice(part.scores.size(), 0);
    for (const Component& component : components(chosen)) {
        const PartSolution solution = solve_part(component.part, work);
        if (solution.status == SelectionStatus::infeasible) {
            return {solution.status, {solution.conflict.begin(), solution.conflict.end()}};
        }
        if (solution.status == SelectionStatus::unknown) return {solution.status, {}};
        for (std::size_t i = 0; i < component.options.size(); ++i) {
            choice[at(component.options[i])] = solution.choice[i];
        }
    }
    return {SelectionStatus::feasible, satisfied_by(part, choice)};
}

class ConflictSearch {
public:
    ConflictSearch(const Part& part, Clauses known, Work& work)
        : part_(part), work_(work), conflict_(std::move(known)) {}

    SelectionConflict run() {
        const bool is_minimal = leave_out_one_by_one();
        const bool is_smallest = conflict_.size() == 1 || try_smaller_sets();
        const Proof proof = is_smallest ? Proof::smallest : is_minimal ? Proof::minimal : Proof::none;
        return {{conflict_.begin(), conflict_.end()}, proof};
    }

private:
    Trial attempt(const Clauses& clauses) {
        Work work(work_.left() / 4);
        Trial trial = try_clauses(part_, clauses, work);
        work_.spend(work.used());
        if (trial.status == SelectionStatus::feasible) satisfiable_.push_back(trial.clauses);
        return trial;
    }

    /// Returns whether no clause of what is left could be left out.
    bool leave_out_one_by_one() {
        bool proved = true;
        for (const int clause : Clauses(conflict_)) {
            if (conflict_.size() == 1) break;
            if (!conflict_.contains(clause)) continue;
            Clauses fewer = conflict_;
            fewer.erase(clause);
            Trial trial = attempt(fewer);
            if (trial.status == SelectionStatus::infeasible) conflict_ = std::move(trial.clauses);
            if (trial.status == SelectionStatus::unknown) proved = false;
        }
        return proved;
    }

    /// Returns whether every set of fewer clauses than the conflict's is known to be satisfiable.
    bool try_smaller_sets() {
        const std::vector<int> all = clauses_of(part_.rows);
        if (all.size() > few_clauses) return false;
        bool proved = true;
        for (int size = 1; size < static_cast<int>(conflict_.size()); ++size) {
            for (std::uint32_t mask = 0; mask < (std::uint32_t{1} << all.size()); ++mask) {
                if (std::popcount(mask) != size) continue;
                Clauses clauses = subset(all, mask);
                if (is_satisfiable(clauses)) continue;
                const Trial trial = attempt(clauses);
                if (trial.status == SelectionStatus::unknown) proved = false;
                if (trial.status == SelectionStatus::infeasible) {
                    conflict_ = trial.clauses;
                    return proved;
                }
            }
        }
        return proved;
    }

    static Clauses subset(const std::vector<int>& all, std::uint32_t mask) {
        Clauses clauses;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if ((mask >> i & 1U) != 0) clauses.insert(all[i]);
        }
        return clauses;
    }

    bool is_satisfiable(const Clauses& clauses) const {
        return std::any_of(satisfiable_.begin(), satisfiable_.end(), [&](const Clauses& known) {
            return std::includes(known.begin(), known.end(), clauses.begin(), clauses.end());
        });
    }

    const Part& part_;
    Work& work_;
    Clauses conflict_;
    std::vector<Clauses> satisfiable_;
};

}  // namespace

SelectionConflict smallest_conflict(const Part& part, std::vector<int> known, Work& work) {
    return ConflictSearch(part, {known.begin(), known.end()}, work).run();
}

}  // namespace cadre::selection
