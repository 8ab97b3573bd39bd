#include "planning/selection/domains.hpp"

#include <algorithm>
#include <cstdlib>

namespace cadre::selection {

Domains::Domains(const Part& part, const RowsOfOptions& rows_of, Work& work)
    : part_(part), rows_of_(rows_of), work_(work), decisions_(part.scores.size(), open) {
    for (const Row& row : part.rows) {
        Range range{0, 0, 0};
        for (const Term& term : row.terms) {
            (term.coefficient < 0 ? range.least : range.greatest) += term.coefficient;
            range.coefficient = std::max(range.coefficient, std::abs(term.coefficient));
        }
        ranges_.push_back(range);
    }
}

bool Domains::propagate_all() {
    const std::size_t before = mark();
    for (int row = 0; row < part_.row_count(); ++row) {
        if (!propagate_row(row)) return false;
    }
    return propagate(before);
}

bool Domains::decide(int option, bool is_chosen) {
    const std::size_t before = mark();
    set(option, is_chosen);
    return propagate(before);
}

void Domains::take_back(std::size_t mark) {
    while (trail_.size() > mark) {
        const int option = trail_.back();
        trail_.pop_back();
        move(option, decisions_[at(option)] == chosen, -1);
        decisions_[at(option)] = open;
    }
}

void Domains::set(int option, bool is_chosen) {
    decisions_[at(option)] = is_chosen ? chosen : refused;
    trail_.push_back(option);
    move(option, is_chosen, 1);
}

void Domains::move(int option, bool is_chosen, int sign) {
    for (const auto& [row, coefficient] : rows_of_[at(option)]) {
        Range& range = ranges_[at(row)];
        const bool raises_least = (coefficient > 0) == is_chosen;
        const std::int64_t change = is_chosen ? coefficient : -coefficient;
        (raises_least ? range.least : range.greatest) += sign * change;
    }
    work_.spend(static_cast<std::int64_t>(rows_of_[at(option)].size()));
}

bool Domains::propagate(std::size_t from) {
    for (std::size_t next = from; next < trail_.size(); ++next) {
        for (const RowTerm& term : rows_of_[at(trail_[next])]) {
            if (!propagate_row(term.row)) return false;
        }
    }
    return true;
}

bool Domains::propagate_row(int row) {
    const Row& rule = part_.rows[at(row)];
    const Range& range = ranges_[at(row)];
    if (range.least > rule.upper || range.greatest < rule.lower) return false;
    const bool may_decide =
        range.least + range.coefficient > rule.upper || range.greatest - range.coefficient < rule.lower;
    if (!may_decide) return true;
    for (const Term& term : rule.terms) {
        if (decisions_[at(term.option)] != open) continue;
        const std::int64_t weight = std::abs(term.coefficient);
        const bool too_much = range.least + weight > rule.upper;
        const bool too_little = range.greatest - weight < rule.lower;
        if (too_much && too_little) return false;
        // An option that would add too much adds nothing; one that is needed adds its weight.
        if (too_much) set(term.option, term.coefficient < 0);
        if (too_little) set(term.option, term.coefficient > 0);
    }
    work_.spend(static_cast<std::int64_t>(rule.terms.size()));
    return range.least <= rule.upper && range.greatest >= rule.lower;
}

}  // namespace cadre::selection
