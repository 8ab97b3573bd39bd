#pragma once

#include <cadre/export.hpp>
#include <cadre/messages/diagnostic.hpp>
#include <cadre/testing/case_file.hpp>

namespace cadre {

/// Warns of thresholds of the pack's own criteria on which no case sits: `age >= @"P35Y"` is tested by a case in which
/// the age is exactly 35 years. Thresholds inside lists are not looked at. Warns of the pack's own pool policies that
/// no case expects to be met, or not to be met, those on departures aside; and of its rotation policies that no case
/// expects to be violated, or not to be; of those on planned moves, to be met, or not to be. A pack without criteria
/// and policies, or with no case at all, gives at most one warning. Thread-safe.
CADRE_EXPORT Diagnostics lint_cases(const CaseFile& file);

}  // namespace cadre
