#include "evaluation/remedies/critical_values.hpp"

#include "evaluation/columnar/date_cutoff.hpp"

#include <algorithm>

namespace cadre {
namespace {

bool is_comparison(Operation operation) {
    return operation >= Operation::equal && operation <= Operation::greater_equal;
}

Operation with_sides_exchanged(Operation operation) {
    switch (operation) {
        case Operation::less: return Operation::greater;
        case Operation::less_equal: return Operation::greater_equal;
        case Operation::greater: return Operation::less;
        case Operation::greater_equal: return Operation::less_equal;
        default: return operation;
    }
}

bool is_fold(const Expression& e) {
    return e.operation == Operation::call && (e.function == Function::min || e.function == Function::max);
}

}  // namespace

CriticalValues::CriticalValues(const Expression& condition, ReferenceEvaluator& evaluator, DayNumber as_of,
                               DayNumber law_as_of)
    : CriticalValues(condition, evaluator, {{{as_of, as_of + 1}, law_as_of}}) {}

CriticalValues::CriticalValues(const Expression& condition, ReferenceEvaluator& evaluator,
                               const std::vector<LawPiece>& pieces)
    : evaluator_(evaluator) {
    for (const LawPiece& piece : pieces) {
        piece_ = piece;
        evaluator_.set_days(piece.days.first, piece.law_as_of);
        visited_.clear();
        visit(condition);
    }
}

const AttributeReads* CriticalValues::find(int table, int attribute) const {
    const auto found = reads_.find({table, attribute});
    return found == reads_.end() ? nullptr : &found->second;
}

AttributeReads& CriticalValues::reads_of(const Expression& attribute) {
    return reads_[{attribute.children[0]->type.domain, attribute.attribute}];
}

void CriticalValues::visit(const Expression& e) {
    if (!visited_.insert(&e).second) return;
    if (is_comparison(e.operation)) {
        if (compare(*e.children[0], e.operation, *e.children[1])) return;
        if (compare(*e.children[1], with_sides_exchanged(e.operation), *e.children[0])) return;
        return visit_children(e);
    }
    switch (e.operation) {
        case Operation::criterion:
            if (e.in_force.contains(piece_.law_as_of)) visit_children(e);
            return;
        case Operation::between:
            if (!compare(*e.children[0], Operation::greater_equal, *e.children[1]) ||
                !compare(*e.children[0], Operation::less_equal, *e.children[2])) {
                visit_children(e);
            }
            return;
        case Operation::in: return visit_in(e);
        case Operation::call: return visit_call(e);
        case Operation::attribute: {
            AttributeReads& reads = reads_of(e);
            if (e.type.kind == TypeKind::boolean) {
                reads.integers.insert({0, 1});
            } else if (e.type.kind != TypeKind::list) {
                reads.complete = false;
            }
            return visit_source(*e.children[0]);
        }
        default: return visit_children(e);
    }
}

void CriticalValues::visit_children(const Expression& e) {
    for (const ExpressionPtr& child : e.children) visit(*child);
}

void CriticalValues::visit_in(const Expression& e) {
    // The tests share the first child and tell what it is compared with.
    for (std::size_t i = 1; i < e.children.size(); ++i) visit(*e.children[i]);
}

void CriticalValues::visit_call(const Expression& e) {
    if (e.function != Function::list_contains) return visit_children(e);
    if (!compare(*e.children[1], Operation::equal, *e.children[0]) &&
        !compare(*e.children[0], Operation::equal, *e.children[1])) {
        visit_children(e);
    }
}

void CriticalValues::visit_source(const Expression& source) {
    if (source.operation != Operation::attribute) return visit(source);
    reads_of(source);
    visit_source(*source.children[0]);
}

/// Adds the critical values of the attributes that `side` gives unchanged, or as a day by monotone arithmetic, where
/// `bound` is the same for all rows. Returns whether these are all of them.
bool CriticalValues::compare(const Expression& side, Operation operation, const Expression& bound) {
    if (!free_.is_constant(bound) || free_.is_constant(side)) return false;
    const AbstractValue value = evaluator_.evaluate(bound);
    if (passes(side)) {
        add_to(side, value);
        return !moves(bound);
    }
    const auto* number = std::get_if<PossibleInteger>(&value);
    if (number == nullptr) return false;
    const auto cutoff = columnar::date_cutoff(side, operation, *number, piece_.days.first, evaluator_, free_);
    if (!cutoff) return false;
    AttributeReads& reads = reads_of(*cutoff->attribute);
    for (const auto& range : {cutoff->met, cutoff->not_met}) {
        if (range.lo <= range.hi) reads.integers.insert({range.lo, range.hi});
    }
    visit_source(*cutoff->attribute->children[0]);
    return true;
}

/// Whether another day of the piece may have another value.
bool CriticalValues::moves(const Expression& bound) {
    return piece_.days.first < piece_.days.last() && readers_.reads(bound);
}

bool CriticalValues::passes(const Expression& e) const {
    const auto child_passes = [&](std::size_t i) { return passes(*e.children[i]); };
    switch (e.operation) {
        case Operation::attribute:
        case Operation::literal:
        case Operation::none: return true;
        case Operation::definition:
        case Operation::to_decimal:
        case Operation::index:
        case Operation::filter: return child_passes(0);
        case Operation::project: return child_passes(1);
        case Operation::conditional: return child_passes(1) && child_passes(2);
        case Operation::call: return is_fold(e) && child_passes(0);
        case Operation::list: {
            bool all = true;
            for (const ExpressionPtr& member : e.children) all = all && passes(*member);
            return all;
        }
        default: return false;
    }
}

void CriticalValues::add_to(const Expression& e, const AbstractValue& bound) {
    switch (e.operation) {
        case Operation::attribute: add_value(reads_of(e), bound); return visit_source(*e.children[0]);
        case Operation::index: add_to(*e.children[0], bound); return visit(*e.children[1]);
        case Operation::filter: add_to(*e.children[0], bound); return visit(*e.children[1]);
        case Operation::project: visit(*e.children[0]); return add_to(*e.children[1], bound);
        case Operation::conditional:
            visit(*e.children[0]);
            add_to(*e.children[1], bound);
            return add_to(*e.children[2], bound);
        default:
            for (const ExpressionPtr& child : e.children) add_to(*child, bound);
    }
}

void CriticalValues::add_value(AttributeReads& reads, const AbstractValue& bound) {
    if (const auto* truth = std::get_if<Verdict>(&bound)) {
        reads.integers.insert({0, 1});
        reads.complete = reads.complete && *truth != Verdict::undetermined;
    } else if (const auto* number = std::get_if<PossibleInteger>(&bound)) {
        if (number->is_single()) reads.integers.insert(number->lo);
    } else if (const auto* decimal = std::get_if<PossibleDecimal>(&bound)) {
        if (decimal->is_single()) reads.decimals.insert(decimal->lo);
    } else if (const auto* list = std::get_if<PossibleList>(&bound)) {
        for (const Member& member : list->members) add_value(reads, member.value);
    }
}

}  // namespace cadre
