#pragma once

#include "evaluation/possible.hpp"

#include <cadre/criteria/expression.hpp>
#include <cadre/evaluation/options.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/schema/schema.hpp>

#include <memory>
#include <vector>

namespace cadre {

/// The days, or the months, that an expression of such a type may denote, for every row of a table; the columnar
/// counterpart of `ReferenceEvaluator::evaluate`. Throws as `evaluate` does.
std::vector<PossibleInteger> evaluate_days(const ExpressionPtr& day, int table, std::shared_ptr<const Schema> schema,
                                           const Roster& roster, const EvaluationOptions& options);

}  // namespace cadre
