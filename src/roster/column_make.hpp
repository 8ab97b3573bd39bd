#pragma once

#include "roster/bitmap.hpp"

#include <cadre/roster/column.hpp>

#include <optional>
#include <utility>
#include <vector>

namespace cadre {

/// The states of a column's cells, beside its values.
struct CellStates {
    Bitmap present;
    std::optional<Bitmap> none;
    std::optional<Bitmap> open;
    std::optional<std::vector<std::int32_t>> upper{};  ///< last days, where a date is partial
};

/// A column over `values`, which `memory` keeps alive.
Column make_view(Storage storage, std::size_t size, const void* values, std::shared_ptr<const void> memory,
                 CellStates states);

/// A column that owns its values.
template <class T>
Column make_column(Storage storage, std::vector<T> values, CellStates states) {
    auto memory = std::make_shared<const std::vector<T>>(std::move(values));
    const std::size_t size = states.present.size();
    const void* data = memory->data();
    return make_view(storage, size, data, std::move(memory), std::move(states));
}

/// A boolean column that owns its bits.
Column make_bits(Bitmap values, CellStates states);

/// The column of an attribute that was not given.
Column make_absent(std::size_t size);

/// A new value for one cell; none: the cell becomes missing.
struct CellEdit {
    std::size_t row = 0;
    std::optional<std::int32_t> value;
};

/// A copy of a column of int32 storage, or of an absent one, with some cells changed.
Column with_cells(const Column& column, const std::vector<CellEdit>& edits);

/// A copy of the column's states with the states of no row changed.
CellStates states_of(const Column& column);

}  // namespace cadre
