#pragma once

#include "roster/arrow_column.hpp"
#include "roster/bitmap.hpp"

#include <cstddef>
#include <memory>

namespace cadre {

/// Values of fixed width, one after the other.
struct FixedWidth {
    const void* values = nullptr;
    std::shared_ptr<const void> memory;
};

/// The producer's own memory where the column is one aligned run of it; else a copy.
FixedWidth fixed_width_values(const ArrowColumn& column, std::size_t width);

/// The bits of a boolean column.
Bitmap boolean_values(const ArrowColumn& column);

/// The cells that are not null.
Bitmap valid_cells(const ArrowColumn& column);

}  // namespace cadre
