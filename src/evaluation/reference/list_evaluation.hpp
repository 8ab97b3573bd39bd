#pragma once

#include "evaluation/reference/reference_evaluator.hpp"

namespace cadre {

/// The tree-walking evaluator's list operations.
class ListEvaluation {
public:
    explicit ListEvaluation(ReferenceEvaluator& evaluator) : evaluator_(evaluator) {}

    AbstractValue literal(const Expression& e);
    AbstractValue filter(const Expression& e);
    AbstractValue project(const Expression& e);
    Verdict quantified(const Expression& e);
    Verdict contains(const Expression& e);
    Verdict all_or_any(const Expression& e);
    AbstractValue distinct_values(const Expression& e);
    AbstractValue index(const Expression& e);
    /// count, sum, min, max, mean of one list.
    AbstractValue aggregate(const Expression& e);
    Verdict equality(const Type& type, const PossibleList& a, const PossibleList& b);

private:
    PossibleList list(const Expression& e) { return std::get<PossibleList>(evaluator_.evaluate(e)); }
    AbstractValue index_from_start(const Type& element, const PossibleList& list, std::int64_t position);
    template <class T>
    AbstractValue fold(Function function, const PossibleList& list);
    template <class T>
    AbstractValue mean(const PossibleList& list);

    ReferenceEvaluator& evaluator_;
};

}  // namespace cadre
