#pragma once

#include "evaluation/as_of_readers.hpp"
#include "evaluation/over_days/change_days.hpp"
#include "evaluation/over_days/day_range.hpp"
#include "evaluation/over_days/day_runs.hpp"
#include "evaluation/reference/reference_evaluator.hpp"

#include <cadre/criteria/expression.hpp>

#include <map>
#include <optional>
#include <vector>

namespace cadre::over_days {

/// Judges one row on every day of a range, in which the law does not change, as runs of equal days.
///
/// What does not read the day of judgement is computed once. A comparison of monotone functions of the day is
/// divided until its runs are found; logic and quantifiers join runs. Any other operation has the same value
/// while its operands have, so that the tree-walking evaluator computes it once a stretch of days between
/// their changes: whatever the language may come to have is judged exactly, if not always fast.
///
/// Not thread-safe.
class DayEvaluator {
public:
    /// `evaluator` judges the row and by the law of the range; its day of judgement is moved about.
    DayEvaluator(ReferenceEvaluator& evaluator, AsOfReaders& readers, DayNumber law_as_of, DayRange range)
        : evaluator_(evaluator), readers_(readers), law_as_of_(law_as_of), range_(range) {
        evaluator_.set_days(range.first, law_as_of);
    }

    /// The verdicts of a condition under the present bindings of list members.
    VerdictRuns verdicts(const Expression& e);

private:
    /// One member that a list may have, bound as the tree-walking evaluator binds it, and when it belongs.
    struct DayMember {
        AbstractValue value;
        VerdictRuns belongs;
    };
    /// What a list holds on every day.
    struct DayList {
        std::vector<DayMember> members;
        bool unknown = false;
        bool open = false;
        bool may_be_undefined = false;
        PossibleInteger unknown_count;  ///< of an unknown list
    };

    // day_evaluator.cpp
    VerdictRuns body(const Expression& body);
    VerdictRuns logic(const Expression& e);
    VerdictRuns conditional(const Expression& e);
    VerdictRuns comparison(const Expression& e);
    std::optional<VerdictRuns> compared(Operation operation, const Expression& a, const Expression& b);
    /// The condition judged once a stretch between changes of its operands.
    VerdictRuns between_changes(const Expression& e);
    AbstractValue value_on(DayNumber day, const Expression& e);

    // changes.cpp
    /// Days on which the value may change.
    ChangeDays changes(const Expression& e);
    ChangeDays changes_of_operands(const Expression& e);
    ChangeDays changes_of_filter(const Expression& e);
    ChangeDays changes_of_projection(const Expression& e);

    // day_lists.cpp
    /// The members, where the list is an attribute, perhaps filtered; nothing for other lists that read the day.
    std::optional<DayList> members(const Expression& e);
    std::optional<DayList> filtered(const Expression& e);
    std::optional<VerdictRuns> quantified(const Expression& e);
    std::optional<IntegerRuns> counted(const Expression& e);

    VerdictRuns always(Verdict verdict) const { return {range_.first, verdict}; }

    ReferenceEvaluator& evaluator_;
    AsOfReaders& readers_;
    DayNumber law_as_of_;
    DayRange range_;
    std::map<const Expression*, VerdictRuns> bodies_;  ///< of definitions and criteria
};

}  // namespace cadre::over_days
