#pragma once

#include "roster/arrow_column.hpp"
#include "roster/text_cache.hpp"

#include <cstdint>
#include <vector>

namespace cadre {

/// Writes the cache entry of every cell of a text or dictionary column into `ids`, counting cells an entry.
/// Throws `Error` (invalid_arrow) on offsets, indices or bytes that cannot be.
void text_entries(const ArrowColumn& column, TextCache& cache, std::vector<std::int32_t>& ids);

}  // namespace cadre
