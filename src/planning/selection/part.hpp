#pragma once

#include <cadre/planning/selection.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cadre::selection {

using Term = SelectionTerm;

/// A constraint in normal form: terms of ascending options, none of them 0, without a common divisor; bounds within
/// what the terms can add up to.
struct Row {
    std::vector<int> clauses;  ///< that it follows from, ascending
    std::int64_t lower = 0;
    std::int64_t upper = 0;
    std::vector<Term> terms;

    /// Whether it bounds the number of chosen options.
    bool is_unit() const;
};

/// A problem, or a part of one that shares no constraint with the rest, with rows in normal form.
struct Part {
    std::vector<std::int64_t> scores;
    std::vector<Row> rows;

    int option_count() const { return static_cast<int>(scores.size()); }
    int row_count() const { return static_cast<int>(rows.size()); }
};

/// One flag an option.
using Choice = std::vector<char>;

std::int64_t score_of(const Part& part, const Choice& choice);
std::int64_t sum_of(const Row& row, const Choice& choice);
bool holds(const Row& row, const Choice& choice);

/// All rows' clauses, ascending.
std::vector<int> clauses_of(const std::vector<Row>& rows);

/// The rows that an option stands in.
struct RowTerm {
    int row;
    std::int64_t coefficient;
};
using RowsOfOptions = std::vector<std::vector<RowTerm>>;

RowsOfOptions rows_of_options(const Part& part);

inline std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

}  // namespace cadre::selection
