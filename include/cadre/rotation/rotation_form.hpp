#pragma once

#include <cadre/evaluation/options.hpp>
#include <cadre/export.hpp>
#include <cadre/planning/statistical_form.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/rotation/spell_policy.hpp>

namespace cadre {

/// Fills the form on results of rotation (Biểu 11-BTCTW) of a period, both days included: `first` to `options.as_of`.
/// Each appointment of the kind `rotation` counts as one person-time in the column of its `Direction`, from the unit of
/// the spell before it; a direction that the form does not have, and coming from outside, stand under "other". Ages, in
/// completed years, and what else the lines ask are those of `as_of`.
///
/// What is not known of the spell, of the one before and of both units makes a cell an interval; an open history counts
/// with the spells that it has. Throws `Error` (invalid_argument) for a period that ends before it starts. Thread-safe.
///
///     rotation_form(roster, Date(2015, 1, 1), {.as_of = Date(2015, 12, 31)}).lines[0].cells[0]->least;
CADRE_EXPORT StatisticalForm rotation_form(const Roster& roster, const Date& first, const EvaluationOptions& options,
                                           const SpellPolicy& policy = {});

}  // namespace cadre
