#include "planning/selection/part.hpp"

#include <algorithm>
#include <set>

namespace cadre::selection {

bool Row::is_unit() const {
    return std::all_of(terms.begin(), terms.end(), [](const Term& term) { return term.coefficient == 1; });
}

std::int64_t score_of(const Part& part, const Choice& choice) {
    std::int64_t score = 0;
    for (std::size_t i = 0; i < choice.size(); ++i) {
        if (choice[i] != 0) score += part.scores[i];
    }
    return score;
}

std::int64_t sum_of(const Row& row, const Choice& choice) {
    std::int64_t sum = 0;
    for (const Term& term : row.terms) {
        if (choice[at(term.option)] != 0) sum += term.coefficient;
    }
    return sum;
}

bool holds(const Row& row, const Choice& choice) {
    const std::int64_t sum = sum_of(row, choice);
    return row.lower <= sum && sum <= row.upper;
}

std::vector<int> clauses_of(const std::vector<Row>& rows) {
    std::set<int> clauses;
    for (const Row& row : rows) clauses.insert(row.clauses.begin(), row.clauses.end());
    return {clauses.begin(), clauses.end()};
}

RowsOfOptions rows_of_options(const Part& part) {
    RowsOfOptions rows(part.scores.size());
    for (int row = 0; row < part.row_count(); ++row) {
        for (const Term& term : part.rows[at(row)].terms) rows[at(term.option)].push_back({row, term.coefficient});
    }
    return rows;
}

}  // namespace cadre::selection
