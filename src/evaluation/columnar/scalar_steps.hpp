#pragma once

#include "evaluation/columnar/step.hpp"

#include <cadre/criteria/expression.hpp>

#include <vector>

namespace cadre::columnar {

StepPtr make_negation(int frame, StepId operand);
StepPtr make_conjunction(int frame, std::vector<StepId> operands);
StepPtr make_disjunction(int frame, std::vector<StepId> operands);

/// `=` and the orderings on sets of possible values.
StepPtr make_integer_comparison(int frame, Operation operation, StepId left, StepId right);
StepPtr make_decimal_comparison(int frame, Operation operation, StepId left, StepId right);

/// A comparison of integers with a constant: met where all possible values lie in [lo, hi], not met where
/// none does. "None" counts as outside where `none_is_outside` (equality), else leaves it undetermined.
StepPtr make_integer_range_comparison(int frame, StepId operand, std::int64_t lo, std::int64_t hi,
                                      bool none_is_outside);

StepPtr make_to_decimal(int frame, StepId operand);
/// Negation and `abs` of integers or decimals.
StepPtr make_negate(int frame, TypeKind kind, StepId operand);
StepPtr make_absolute(int frame, TypeKind kind, StepId operand);
/// `+ - * /` on operands of these kinds, dates and durations among them.
StepPtr make_arithmetic(int frame, Operation operation, TypeKind left_kind, StepId left, TypeKind right_kind,
                        StepId right);
StepPtr make_months_between(int frame, StepId from, StepId to);
StepPtr make_part(int frame, Function part, StepId whole);

/// `if`: the branch, or the join of both where the condition is undetermined.
StepPtr make_conditional(int frame, TypeKind kind, StepId condition, StepId then, StepId otherwise);

/// sum, min or max of scalars.
StepPtr make_fold(int frame, TypeKind kind, Function function, std::vector<StepId> operands);
/// The mean of scalars, numbers of this kind.
StepPtr make_mean(int frame, TypeKind kind, std::vector<StepId> operands);

}  // namespace cadre::columnar
