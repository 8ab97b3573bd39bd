#pragma once

#include "roster/table_drafts.hpp"
#include "roster/text_pool.hpp"

#include <cadre/roster/import_report.hpp>

namespace cadre {

/// Carries the spells in `cadres.appointments` across the successions of their units (see SpellContinuation), and
/// derives `held_since` where the attribute was not given: the start of the spell, or of the one that it continues.
///
/// Runs on resolved references, before lists are put in order. Without a succession that concerns a spell no
/// cell is copied.
void continue_spells(const Schema& schema, TextPool& texts, TableDrafts& drafts, std::vector<Finding>& findings);

}  // namespace cadre
