#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/evaluation/options.hpp>
#include <cadre/export.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/targets/assessment.hpp>

namespace cadre {

/// Judges the targets of a pack on a roster: exact bounds, verdicts, what is lacking, and which rows and
/// cells are worth verifying first. The result depends on pack, roster and the two dates alone.
///
///     Assessment assessment = assess(load_pack("hanoi-2011"), roster, {.as_of = Date(2015, 12, 31)});
///
/// A target of every year is judged on 31 December of each year, or on as_of within the year that is
/// still running; the law is that of `law_as_of` where it is given, else that of the day of judgement.
///
/// Bounds are exact given the verdicts of the rows, and always enclose the truth. Throws `Error`:
/// invalid_rule for targets that cannot be read, and what `evaluate` throws. Thread-safe.
CADRE_EXPORT Assessment assess(const Pack& pack, const Roster& roster, const EvaluationOptions& options);

}  // namespace cadre
