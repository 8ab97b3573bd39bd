#pragma once

#include "evaluation/as_of_readers.hpp"
#include "evaluation/columnar/free_slots.hpp"
#include "evaluation/reference/reference_evaluator.hpp"
#include "evaluation/remedies/law_piece.hpp"

#include <cadre/criteria/expression.hpp>

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace cadre {

/// What a condition compares one attribute with.
struct AttributeReads {
    /// Constants that the attribute is compared with, as the evaluator holds them: ranks, ids of texts, days, counts, 0
    /// and
    /// 1. Of a date behind arithmetic: the days at which the comparison changes.
    std::set<std::int64_t> integers;
    std::set<double> decimals;
    /// Whether these are all: the attribute is read by no other kind of operation.
    bool complete = true;
};

/// The attributes that a condition reads, each with the values at which its verdict can change.
class CriticalValues {
public:
    /// Of one day. `evaluator` judges by it, and evaluates the parts that read no row.
    CriticalValues(const Expression& condition, ReferenceEvaluator& evaluator, DayNumber as_of, DayNumber law_as_of);
    /// Of every law of some days. What is compared with a bound that moves with the day is not complete.
    CriticalValues(const Expression& condition, ReferenceEvaluator& evaluator, const std::vector<LawPiece>& pieces);

    /// Null where the condition does not read the attribute.
    const AttributeReads* find(int table, int attribute) const;

private:
    void visit(const Expression& e);
    void visit_children(const Expression& e);
    void visit_in(const Expression& e);
    void visit_call(const Expression& e);
    void visit_source(const Expression& source);
    bool compare(const Expression& side, Operation operation, const Expression& bound);
    bool passes(const Expression& e) const;
    bool moves(const Expression& bound);
    void add_to(const Expression& e, const AbstractValue& bound);
    void add_value(AttributeReads& reads, const AbstractValue& bound);
    AttributeReads& reads_of(const Expression& attribute);

    ReferenceEvaluator& evaluator_;
    LawPiece piece_;
    AsOfReaders readers_;
    columnar::FreeSlots free_;
    std::set<const Expression*> visited_;
    std::map<std::pair<int, int>, AttributeReads> reads_;
};

}  // namespace cadre
