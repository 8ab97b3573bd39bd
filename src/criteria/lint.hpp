#pragma once

#include "criteria/findings.hpp"
#include "criteria/pack_entry.hpp"

#include <cadre/criteria/expression.hpp>
#include <cadre/schema/schema.hpp>

#include <memory>

#include <string_view>

namespace cadre::criteria {

/// Warns of what is allowed but seldom meant in one version of a definition or criterion.
void lint_entry(const PackEntry& entry, const EntryVersion& version, const Expression& body, const Schema& schema,
                Findings& findings);

/// Conditions that contradict each other, leave nothing out, or compare a value with itself.
void lint_ranges(const Expression& body, const Schema& schema, Findings& findings);

/// Lists of dated records that are read without a bound by the day judged.
void lint_lists(const Expression& body, const Schema& schema, Findings& findings);

/// Numbers, durations and dates that decide something in a definition, where no citation stands.
void lint_thresholds(const Expression& body, const Schema& schema, Findings& findings);

/// A date that is compared both by `years and months duration` and by adding months: the two differ at the ends of
/// months.
void lint_month_arithmetic(const Expression& body, const Schema& schema, Findings& findings);

/// Versions of a parameter that say the same by the same clause.
void lint_parameter(const Parameter& parameter, const Schema& schema, const Place& place, Diagnostics& diagnostics);

/// The first trait of a person ("sex", "ethnicity", "birth_date") that the expression reads without a clause that asks
/// for it; empty when there is none.
std::string_view trait_without_clause(const Citation& citation, const Expression& body, const Schema& schema);

}  // namespace cadre::criteria
