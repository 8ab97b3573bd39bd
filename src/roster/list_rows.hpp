#pragma once

#include "roster/arrow_column.hpp"
#include "roster/bitmap.hpp"

#include <vector>

namespace cadre {

/// A list column taken apart: which rows have a list, where each ends, and the members of all of them.
struct ListRows {
    Bitmap valid;
    std::vector<std::int64_t> offsets;
    ArrowColumn members;
};

/// Members of null lists are left out. Throws `Error` (invalid_arrow, limit_exceeded).
ListRows read_list_rows(const ArrowColumn& lists);

}  // namespace cadre
