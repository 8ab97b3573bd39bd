#pragma once

#include <cadre/roster/column.hpp>

#include <cstdint>
#include <vector>

namespace cadre {

/// By member of a list in loaded order (by the first day of `key`): whether it may stand anywhere in the list. That
/// is so where its order key is missing, and where it is a partial date that may fall on or beyond the day of
/// another member. Two members of which neither is so have the same order in every completion.
std::vector<bool> members_anywhere(const Column* key, std::int64_t first, std::int64_t last);

}  // namespace cadre
