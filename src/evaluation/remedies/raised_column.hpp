#pragma once

#include "evaluation/remedies/raised_values.hpp"

#include <cadre/roster/column.hpp>
#include <cadre/roster/roster.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace cadre {

using RowWords = std::vector<std::uint64_t>;  ///< bit `row % 64` of word `row / 64`

/// One attribute's column in which every cell that leaves room has got a value.
struct RaisedColumn {
    Column column;
    RowWords raised;                     ///< cells that were lower, or another text
    RowWords missing;                    ///< cells that were missing
    std::optional<RosterTable> members;  ///< of lists: the rows of their members' table
};

/// Raises the cells of a table's column (null: all cells are missing) to `value`. The roster knows the value's text,
/// and its schema has the attribute.
RaisedColumn raised_column(const Schema& schema, const Attribute& attribute, const Column* column, std::size_t rows,
                           const RaisedValue& value, const Roster& roster);

}  // namespace cadre
