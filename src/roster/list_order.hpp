#pragma once

#include "roster/table_drafts.hpp"
#include "roster/text_pool.hpp"

namespace cadre {

/// Puts the members of every list whose table names `order_by` into that order: stable, members whose
/// order key is missing last, partial dates by their first day.
void order_lists(const Schema& schema, const TextPool& texts, TableDrafts& drafts);

}  // namespace cadre
