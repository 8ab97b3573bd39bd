#pragma once

#include "roster/table_drafts.hpp"
#include "roster/text_pool.hpp"

#include <cadre/roster/import_report.hpp>

namespace cadre {

/// Reports units and successions whose dates contradict one another, and spells that outlast their unit. Runs after
/// `continue_spells`, which leaves only spells that nothing continues.
void find_unit_conflicts(const Schema& schema, const TextPool& texts, const TableDrafts& drafts,
                         std::vector<Finding>& findings);

}  // namespace cadre
