#pragma once

#include "evaluation/as_of_readers.hpp"
#include "evaluation/reference/reference_evaluator.hpp"
#include "rotation/audit/audit_window.hpp"

#include <cadre/criteria/expression.hpp>

#include <cstddef>

namespace cadre {

/// Tells since when cadres break a condition: all days are judged by the law of the audit and by the facts as they are
/// recorded.
class BrokenSince {
public:
    BrokenSince(const Pack& pack, const Roster& roster, const EvaluationOptions& options);

    /// The first of the days in a row up to this one on which a cadre surely breaks the condition, when the day before
    /// it was surely kept; any day, when it is not known, or further back than 50 years.
    DayRange of(const Expression& condition, std::size_t cadre, DayNumber day);

private:
    DayNumber law_as_of_;
    DayNumber earliest_;  ///< day to look at
    ReferenceEvaluator evaluator_;
    AsOfReaders readers_;
};

}  // namespace cadre
