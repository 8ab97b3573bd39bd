#include "planning/selection/normal_form.hpp"

#include "planning/selection/divide.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace cadre::selection {
namespace {

std::vector<Term> merged(std::vector<Term> terms) {
    std::sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) { return a.option < b.option; });
    std::vector<Term> result;
    for (const Term& term : terms) {
        if (!result.empty() && result.back().option == term.option) {
            result.back().coefficient += term.coefficient;
        } else {
            result.push_back(term);
        }
    }
    std::erase_if(result, [](const Term& term) { return term.coefficient == 0; });
    return result;
}

/// What the terms add up to at least and at most.
std::pair<std::int64_t, std::int64_t> range_of(const std::vector<Term>& terms) {
    std::int64_t least = 0;
    std::int64_t greatest = 0;
    for (const Term& term : terms) (term.coefficient < 0 ? least : greatest) += term.coefficient;
    return {least, greatest};
}

void divide(Row& row) {
    std::int64_t divisor = 0;
    for (const Term& term : row.terms) divisor = std::gcd(divisor, term.coefficient);
    if (divisor <= 1) return;
    for (Term& term : row.terms) term.coefficient /= divisor;
    row.lower = ceil_divide(row.lower, divisor);
    row.upper = floor_divide(row.upper, divisor);
}

/// A row that only takes away bounds the number of its options, too.
void make_positive(Row& row) {
    const bool negative =
        std::all_of(row.terms.begin(), row.terms.end(), [](const Term& t) { return t.coefficient < 0; });
    if (!negative) return;
    for (Term& term : row.terms) term.coefficient = -term.coefficient;
    row.lower = -std::exchange(row.upper, -row.lower);
}

}  // namespace

NormalForm normal_form(const SelectionProblem& problem) {
    NormalForm result{{problem.scores, {}}, std::nullopt};
    for (const SelectionConstraint& constraint : problem.constraints) {
        Row row{{constraint.clause}, 0, 0, merged(constraint.terms)};
        const auto [least, greatest] = range_of(row.terms);
        if (constraint.lower.value_or(least) <= least && constraint.upper.value_or(greatest) >= greatest) continue;
        // One beyond the range says the same as any number further out.
        row.lower = std::clamp(constraint.lower.value_or(least), least, greatest + 1);
        row.upper = std::clamp(constraint.upper.value_or(greatest), least - 1, greatest);
        const bool reachable = row.lower <= greatest && row.upper >= least;
        make_positive(row);
        divide(row);
        if (!reachable || row.lower > row.upper) {
            result.broken_clause = constraint.clause;
            return result;
        }
        result.part.rows.push_back(std::move(row));
    }
    return result;
}

}  // namespace cadre::selection
