#pragma once

#include "evaluation/reference/reference_evaluator.hpp"

#include <optional>
#include <vector>

namespace cadre {

/// The tree-walking evaluator's built-ins on lists that have no rule of their own for missing data: their
/// value is undetermined unless the lists are closed and all members are certain and known.
class ListFunctions {
public:
    explicit ListFunctions(ReferenceEvaluator& evaluator) : evaluator_(evaluator) {}

    AbstractValue call(const Expression& e);

private:
    using Values = std::vector<AbstractValue>;

    /// The values of the arguments, lists by their members; nothing unless all is known.
    std::optional<std::vector<Values>> known_arguments(const Expression& e);
    std::optional<Values> known_members(const Type& element, const PossibleList& list);
    bool is_known(const Type& type, const AbstractValue& value);
    bool same(const Type& type, const AbstractValue& a, const AbstractValue& b);

    /// Nothing where the function has no value for them.
    std::optional<AbstractValue> apply(const Expression& e, std::vector<Values>& arguments);
    std::optional<AbstractValue> of_numbers(const Expression& e, const Values& members);
    std::optional<AbstractValue> change(Function function, std::vector<Values>& arguments);
    std::optional<Values> sublist(const std::vector<Values>& arguments);
    Values distinct(const Type& element, const Values& members);
    Values duplicates(const Type& element, const Values& members);
    Values positions_of(const Type& element, const Values& members, const AbstractValue& wanted);

    ReferenceEvaluator& evaluator_;
};

}  // namespace cadre
