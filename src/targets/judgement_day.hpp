#pragma once

#include <cadre/evaluation/options.hpp>
#include <cadre/vocabulary/date.hpp>

namespace cadre {

/// Whether a year has begun by the day of judgement.
bool has_begun(int year, const EvaluationOptions& options);

/// The options under which a year that has begun is judged: as_of is its 31 December, or stays where the
/// year is still running.
EvaluationOptions options_of_year(int year, const EvaluationOptions& options);

}  // namespace cadre
