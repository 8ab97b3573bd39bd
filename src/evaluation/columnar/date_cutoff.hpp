#pragma once

#include "evaluation/columnar/free_slots.hpp"
#include "evaluation/columnar/range_tests.hpp"
#include "evaluation/reference/reference_evaluator.hpp"

#include <cadre/criteria/expression.hpp>

#include <optional>

namespace cadre::columnar {

/// A monotone test of one date attribute, as ranges of its days.
struct DateCutoff {
    const Expression* attribute = nullptr;  ///< the date attribute of a row variable
    ValueRange<std::int64_t> met{};
    ValueRange<std::int64_t> not_met{};
};

/// Rewrites an ordering such as `years and months duration(birth_date, as_of) >= @"P35Y"` or
/// `from + @"P36M" <= as_of`, whose one side is a monotone function of one date attribute and whose
/// other side is `bound`, to ranges of the attribute. The cut-off day is found by bisection over the
/// calendar with the evaluator's own arithmetic: month arithmetic has no inverse (language.md, section 1).
///
/// Nothing where the side is no such function. `constants` evaluates the parts without row variables.
std::optional<DateCutoff> date_cutoff(const Expression& side, Operation operation, const PossibleInteger& bound,
                                      DayNumber as_of, ReferenceEvaluator& constants, FreeSlots& free);

}  // namespace cadre::columnar
