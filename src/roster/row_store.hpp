#pragma once

#include "roster/cell.hpp"
#include "roster/table_drafts.hpp"

#include <cstddef>
#include <vector>

namespace cadre {

/// Rows of one table as they come, a cell an attribute.
class RowStore {
public:
    explicit RowStore(const Table& table) : columns_(table.attributes.size()) {}

    std::size_t rows() const { return rows_; }
    /// Adds a row of missing cells.
    void add_row();
    /// Sets a cell of the last row.
    void set(std::size_t attribute, Cell cell) { columns_[attribute].back() = cell; }
    /// Forgets the rows from `rows` on; never throws.
    void truncate(std::size_t rows);

    RosterTable to_columns(const Table& table) const;

private:
    std::size_t rows_ = 0;
    std::vector<std::vector<Cell>> columns_;
};

}  // namespace cadre
