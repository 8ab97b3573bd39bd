#pragma once

#include "roster/cell_tally.hpp"
#include "roster/column_make.hpp"
#include "roster/column_reader.hpp"
#include "roster/fixed_width.hpp"

#include <charconv>
#include <string>

namespace cadre {

/// A number as a report shows it.
template <class Number>
std::string shown_number(Number number) {
    char text[64];
    const auto end = std::to_chars(text, text + sizeof(text), number).ptr;
    return {text, end};
}

/// Reads a column of numbers that need no text: which cells are there, which are refused, what blanks mean.
class FixedColumn {
public:
    explicit FixedColumn(ColumnTask& task)
        : task_(task), tally_(task.attribute, task.report), valid_(valid_cells(task.column)), present_(valid_) {}

    std::size_t size() const { return present_.size(); }
    bool is_valid(std::size_t row) const { return valid_.get(row); }

    /// The cell was there, but says nothing that the attribute can hold.
    void refuse(std::size_t row, const std::string& spelling) {
        present_.reset(row);
        tally_.not_understood(static_cast<std::int64_t>(row), spelling);
    }

    /// Refuses the cells whose number `accept` does not take; one quick pass where there is none.
    template <class T, class Accept>
    void refuse_unless(const T* values, Accept accept) {
        bool all = true;
        for (std::size_t row = 0; row < size(); ++row) all &= static_cast<bool>(accept(values[row]));
        for (std::size_t row = 0; !all && row < size(); ++row) {
            if (is_valid(row) && !accept(values[row])) refuse(row, shown_number(values[row]));
        }
    }

    /// Makes the column, reports its cells, and gives blank cells their meaning.
    Column finish(Storage storage, const FixedWidth& values);
    Column finish(Bitmap values);
    template <class T>
    Column finish(Storage storage, std::vector<T> values) {
        const auto memory = std::make_shared<const std::vector<T>>(std::move(values));
        return finish(storage, FixedWidth{memory->data(), memory});
    }

private:
    void count();
    CellStates states();

    ColumnTask& task_;
    CellTally tally_;
    Bitmap valid_;
    Bitmap present_;
};

}  // namespace cadre
