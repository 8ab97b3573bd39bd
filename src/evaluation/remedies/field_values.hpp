#pragma once

#include "evaluation/remedies/critical_values.hpp"

#include <vector>

namespace cadre {

/// A missing cell with one value of each kind that a condition tells apart.
struct FieldValues {
    CellIndex cell;
    std::vector<Hypothesis> values;  ///< of a list with a member that the roster does not have, also its cells
    bool complete = true;            ///< whether any other value would do the same as one of these
};

/// The values worth trying for a missing cell or a partial date.
class FieldDomain {
public:
    /// Both outlive this object.
    FieldDomain(ReferenceEvaluator& evaluator, const CriticalValues& critical, DayNumber as_of)
        : evaluator_(evaluator), critical_(critical), as_of_(as_of) {}

    FieldValues of(const CellIndex& cell) const;

private:
    std::vector<AbstractValue> values(const CellIndex& cell, const Attribute& attribute, const AttributeReads& reads,
                                      bool& complete) const;
    std::vector<AbstractValue> texts(const Attribute& attribute, const AttributeReads& reads) const;
    std::vector<AbstractValue> dates(const CellIndex& cell, const Attribute& attribute,
                                     const AttributeReads& reads) const;
    std::vector<AbstractValue> rows(const Attribute& attribute, bool& complete) const;
    void add_members(FieldValues& field) const;

    ReferenceEvaluator& evaluator_;
    const CriticalValues& critical_;
    DayNumber as_of_;
};

}  // namespace cadre
