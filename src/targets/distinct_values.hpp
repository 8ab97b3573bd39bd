#pragma once

#include "targets/row_classes.hpp"

#include <cadre/roster/column.hpp>

#include <cstddef>
#include <vector>

namespace cadre {

/// How many distinct values the rows that count have, at least and at most. A missing value may be any,
/// also one that another row has; "none" is no value. A null column has no known value.
Bounds distinct_bounds(const RowClasses& classes, const Column* values);

/// Rows that certainly count and whose value is missing; the first `most` of them.
std::vector<RowToVerify> unnamed_rows(const RowClasses& classes, const Column* values, std::size_t most);
/// How many they are in all.
std::int64_t count_unnamed(const RowClasses& classes, const Column* values);

}  // namespace cadre
