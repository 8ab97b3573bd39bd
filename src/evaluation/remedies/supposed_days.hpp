#pragma once

#include "evaluation/as_of_readers.hpp"
#include "evaluation/over_days/day_range.hpp"
#include "evaluation/reference/reference_evaluator.hpp"
#include "evaluation/remedies/law_piece.hpp"

#include <cadre/criteria/expression.hpp>

#include <optional>
#include <vector>

namespace cadre {

/// Judges the judged row by one condition as days pass, with cells supposed to be other than the roster's.
///
/// Not thread-safe; leaves nothing supposed, and the evaluator on one of the days.
class SupposedDays {
public:
    /// Evaluator and condition outlive this object; `pieces` are those of all days that may be asked for.
    SupposedDays(ReferenceEvaluator& evaluator, const Expression& condition, std::vector<LawPiece> pieces)
        : evaluator_(evaluator), condition_(condition), pieces_(std::move(pieces)) {}

    /// The first day of the range on which the condition is met; nothing where there is none.
    std::optional<DayNumber> first_met(const Hypothesis& supposed, over_days::DayRange range) {
        return first(supposed, range, false);
    }
    /// The first day on which it is met or undetermined.
    std::optional<DayNumber> first_possible(const Hypothesis& supposed, over_days::DayRange range) {
        return first(supposed, range, true);
    }

private:
    std::optional<DayNumber> first(const Hypothesis& supposed, over_days::DayRange range, bool or_undetermined);
    std::optional<DayNumber> first_of_piece(const LawPiece& piece, bool or_undetermined);

    ReferenceEvaluator& evaluator_;
    const Expression& condition_;
    std::vector<LawPiece> pieces_;
    AsOfReaders readers_;
};

}  // namespace cadre
