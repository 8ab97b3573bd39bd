#pragma once

#include "roster/column_make.hpp"

#include <cadre/roster/roster.hpp>

#include <optional>
#include <vector>

namespace cadre {

/// The tables of a roster being assembled, by schema index. Until `resolve_references` a reference
/// column holds the text id of the key that it names instead of a row.
using TableDrafts = std::vector<std::optional<RosterTable>>;

/// A draft with every attribute absent.
RosterTable absent_table(const Table& table, std::size_t rows);

}  // namespace cadre
