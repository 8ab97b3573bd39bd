#pragma once

#include "evaluation/remedies/choice.hpp"
#include "evaluation/remedies/critical_values.hpp"
#include "evaluation/remedies/raised_values.hpp"
#include "evaluation/value_text.hpp"

#include <vector>

namespace cadre {

/// Finds how the cells of a row may be changed, for one condition.
class ChangeChoices {
public:
    /// Both outlive this object.
    ChangeChoices(ReferenceEvaluator& evaluator, const CriticalValues& critical, DayNumber as_of)
        : evaluator_(evaluator), critical_(critical), as_of_(as_of), words_(evaluator.binding(), evaluator.texts()) {}

    /// One choice for each changeable attribute that the condition reads and that leaves room, in the schema's order.
    std::vector<Choice> of_row(int table, std::int64_t row) const;

private:
    Choice of_scalar(const CellIndex& cell, const AttributeReads& reads) const;
    Change described(const CellIndex& cell, const AbstractValue& present, const RaisedValue& raised) const;

    ReferenceEvaluator& evaluator_;
    const CriticalValues& critical_;
    DayNumber as_of_;
    ValueText words_;
};

}  // namespace cadre
