#pragma once

#include <cadre/evaluation/verdict_table.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cadre {

/// How many rows have each verdict of the strong Kleene `and` of some columns, for many sets of them at once. Makes no
/// column of a set: block after block of rows is read for all sets while it stands in the nearest cache.
class Conjunctions {
public:
    /// Keeps the columns, which have `rows` rows each.
    Conjunctions(std::vector<const VerdictColumn*> columns, std::size_t rows);

    /// Adds a set of columns by their positions; a doubtful one never makes a verdict "not met".
    void add(const std::vector<std::size_t>& parts, const std::vector<std::size_t>& doubtful);

    /// In the order in which the sets were added. Linear in the sets and the words of a column.
    std::vector<Counts> counts() const;

private:
    /// For each group of columns which of its members are in the set, a bit each.
    using Members = std::vector<std::uint8_t>;
    struct Set {
        Members met;      ///< met where all of these are
        Members allowed;  ///< not met where one of these is
    };

    std::size_t groups() const;

    std::vector<const VerdictColumn*> columns_;
    std::size_t rows_;
    std::vector<Set> sets_;
};

}  // namespace cadre
