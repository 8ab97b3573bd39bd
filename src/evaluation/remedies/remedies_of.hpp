#pragma once

#include <cadre/evaluation/remedy.hpp>

namespace cadre {

/// As `remedies`, for a criterion that need not be one of the pack.
Remedies remedies_of(const Pack& pack, const Criterion& judged, const Roster& roster, std::size_t row,
                     const EvaluationOptions& options, const RemedyBounds& bounds);

}  // namespace cadre
