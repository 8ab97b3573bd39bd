#pragma once

#include "evaluation/remedies/critical_values.hpp"

#include <cadre/model/value.hpp>
#include <cadre/schema/schema.hpp>

#include <vector>

namespace cadre {

/// Whether a remedy may propose a value of its own for the attribute.
bool may_be_raised(const Attribute& attribute);

/// Whether values of the kind are ordered, so that they can be raised.
bool is_raised_by_order(TypeKind kind);

/// A value that an attribute may get, as the evaluator holds it.
struct RaisedValue {
    AbstractValue value;
    Value written;  ///< as rules write it
};

/// The values worth trying for an attribute, ascending where they are ordered: those at which the verdict can change.
std::vector<RaisedValue> raised_values(const Attribute& attribute, const AttributeReads& reads,
                                       const ReferenceEvaluator& evaluator);

/// The value of an ordered kind, and all above it.
AbstractValue and_above(const AbstractValue& value);

/// Whether the value `present` of a file leaves room for `raised`: it is lower, or another text, or missing.
bool leaves_room(const Attribute& attribute, const AbstractValue& present, const AbstractValue& raised);

/// Whether the cell's value is not known, or known in part only.
bool is_open_cell(const AbstractValue& value);

}  // namespace cadre
