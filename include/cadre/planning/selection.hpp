#pragma once

#include <cadre/export.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace cadre {

/// How much one option weighs in a constraint.
struct SelectionTerm {
    int option = 0;  ///< its place in `SelectionProblem::scores`
    std::int64_t coefficient = 1;

    bool operator==(const SelectionTerm&) const = default;
};

/// Holds when lower <= Σ coefficient · [option is chosen] <= upper. Terms of one option add up.
///
/// A pool of two to three members has the coefficient 1 for each of its options and the bounds 2 and 3. "At least a
/// quarter of the members are women" is Σ (4·[woman] − 1)·x >= 0.
struct SelectionConstraint {
    int clause = 0;  ///< the policy that asks for it; several constraints may share one
    std::optional<std::int64_t> lower;
    std::optional<std::int64_t> upper;
    std::vector<SelectionTerm> terms;

    bool operator==(const SelectionConstraint&) const = default;
};

/// Which options to choose so that every constraint holds and the sum of their scores is greatest.
struct SelectionProblem {
    std::vector<std::int64_t> scores;  ///< one an option ("person i in pool p")
    std::vector<SelectionConstraint> constraints;
};

/// What a problem may hold, so that no sum overflows.
struct SelectionLimits {
    static constexpr std::size_t options = std::size_t{1} << 24;
    static constexpr std::size_t constraints = std::size_t{1} << 24;
    static constexpr std::size_t terms = std::size_t{1} << 28;
    static constexpr std::int64_t sum_of_scores = std::int64_t{1} << 44;        ///< of their absolute values
    static constexpr std::int64_t sum_of_coefficients = std::int64_t{1} << 44;  ///< of all constraints together
};

enum class SelectionStatus {
    optimal,     ///< no choice has a greater score
    feasible,    ///< a choice that may be improved upon, up to `bound`
    infeasible,  ///< no choice satisfies all constraints: see `conflict`
    unknown,     ///< neither a choice nor a proof that there is none was found within the work limit
};

/// Clauses that no choice satisfies together.
struct SelectionConflict {
    enum class Proof {
        smallest,  ///< any fewer clauses can be satisfied together
        minimal,   ///< without any one of these clauses the rest can be satisfied together
        none,      ///< the work limit ended the search for a smaller set
    };

    std::vector<int> clauses;  ///< ascending
    Proof proof = Proof::none;
};

struct Selection {
    SelectionStatus status = SelectionStatus::unknown;
    std::vector<int> chosen;                    ///< options, ascending; of `optimal` and `feasible`
    std::int64_t score = 0;                     ///< of what is chosen
    std::int64_t bound = 0;                     ///< no choice has a greater score; not of `infeasible`
    std::optional<SelectionConflict> conflict;  ///< of `infeasible`, unless only a plugged-in solver says so
    bool claimed = false;   ///< `bound` or `infeasible` is the word of a plugged-in solver; the choice was checked
    std::int64_t work = 0;  ///< steps used
};

/// An exact solver of the host's, such as HiGHS. It may leave `score` and `work` alone.
using SelectionSolver = std::function<Selection(const SelectionProblem&)>;

struct SelectionOptions {
    /// Elementary steps (arcs looked at, terms added up), never a time: the answer is the same on any machine. A
    /// hundred million take about a second. 0 or more.
    std::int64_t work_limit = 300'000'000;
    /// Asked where the built-in solver could not prove the best choice or that there is none.
    SelectionSolver solver;
};

/// A constraint that a choice breaks, and the sum of the coefficients chosen.
struct SelectionViolation {
    std::size_t constraint = 0;
    std::int64_t sum = 0;

    bool operator==(const SelectionViolation&) const = default;
};

/// Lists the constraints that the choice breaks, in their order. Throws `Error` for a problem over the limits, an
/// option that does not exist or one that is named twice. Thread-safe; linear in the terms.
CADRE_EXPORT std::vector<SelectionViolation> check_selection(const SelectionProblem& problem,
                                                             const std::vector<int>& chosen);

/// Finds the choice of the greatest score, deterministically and on one thread.
///
/// Parts of the problem that share no constraint are solved apart. Constraints with unit coefficients that form two
/// families of nested or disjoint sets (limits a person on one side, sizes and classes of pools on the other) are a
/// minimum-cost flow and solved exactly. The others are priced (Lagrangian relaxation, Held and Karp 1971), which gives
/// the bound; exchanges of a few options give choices; branch and bound closes the gap as far as the work limit goes.
/// Every choice is checked by `check_selection` before it is returned.
///
/// Throws `Error` for a problem over the limits, for a negative work limit, and when a plugged-in solver's choice
/// breaks a constraint or its claims contradict what is known. Thread-safe.
///
///     SelectionProblem problem;
///     problem.scores = {5, 4, 3};                                            // three candidates
///     problem.constraints.push_back({1, 2, 2, {{0}, {1}, {2}}});             // clause 1: exactly two
///     problem.constraints.push_back({2, 1, std::nullopt, {{2}}});            // clause 2: the third is kept
///     solve_selection(problem).chosen;                                       // {0, 2}
CADRE_EXPORT Selection solve_selection(const SelectionProblem& problem, const SelectionOptions& options = {});

}  // namespace cadre
