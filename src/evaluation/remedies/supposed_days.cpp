#include "evaluation/remedies/supposed_days.hpp"

#include "evaluation/over_days/day_evaluator.hpp"

#include <algorithm>

namespace cadre {

std::optional<DayNumber> SupposedDays::first(const Hypothesis& supposed, over_days::DayRange range,
                                             bool or_undetermined) {
    std::optional<DayNumber> found;
    evaluator_.suppose(&supposed);
    for (LawPiece piece : pieces_) {
        piece.days = {std::max(piece.days.first, range.first), std::min(piece.days.end, range.end)};
        if (!found && piece.days.first < piece.days.end) found = first_of_piece(piece, or_undetermined);
    }
    evaluator_.suppose(nullptr);
    return found;
}

std::optional<DayNumber> SupposedDays::first_of_piece(const LawPiece& piece, bool or_undetermined) {
    over_days::DayEvaluator days(evaluator_, readers_, piece.law_as_of, piece.days);
    const over_days::VerdictRuns verdicts = days.verdicts(condition_);
    for (const auto& run : verdicts.runs()) {
        if (run.value == Verdict::met || (or_undetermined && run.value == Verdict::undetermined)) return run.from;
    }
    return std::nullopt;
}

}  // namespace cadre
