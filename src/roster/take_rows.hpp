#pragma once

#include "roster/table_drafts.hpp"

#include <cstdint>
#include <vector>

namespace cadre {

/// Row numbers of a table, in the order in which they are wanted.
using RowOrder = std::vector<std::int64_t>;

/// Makes the draft of `table` hold the rows of `order`; the members of its lists go with them.
void take_rows(const Schema& schema, TableDrafts& drafts, int table, const RowOrder& order);

}  // namespace cadre
