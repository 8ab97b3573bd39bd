// The tree-walking evaluator's arithmetic, comparisons, logic and scalar functions.

#include "evaluation/date_operations.hpp"
#include "evaluation/duration_operations.hpp"
#include "evaluation/reference/list_evaluation.hpp"
#include "evaluation/reference/reference_evaluator.hpp"

#include <algorithm>
#include <string>

namespace cadre {

namespace {

/// `=` with the fact that there is no such thing.
Verdict is_none(const AbstractValue& value) {
    if (const auto* integer = std::get_if<PossibleInteger>(&value)) {
        return operations::equal(*integer, PossibleInteger::none());
    }
    if (const auto* decimal = std::get_if<PossibleDecimal>(&value)) {
        return operations::equal(*decimal, PossibleDecimal::none());
    }
    const auto* rows = std::get_if<PossibleRows>(&value);
    if (rows == nullptr || rows->may_be_undefined) return Verdict::undetermined;
    if (!rows->may_be_none) return Verdict::not_met;
    return rows->rows.empty() && !rows->any ? Verdict::met : Verdict::undetermined;
}

Verdict same_row(const PossibleRows& a, const PossibleRows& b) {
    if (a.is_single() && b.is_single()) return a.rows == b.rows ? Verdict::met : Verdict::not_met;
    if (a.any || b.any || a.may_be_undefined || b.may_be_undefined) return Verdict::undetermined;
    if (a.may_be_none && b.may_be_none) {
        return a.rows.empty() && b.rows.empty() ? Verdict::met : Verdict::undetermined;
    }
    const bool common = std::find_first_of(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end()) != a.rows.end();
    return common ? Verdict::undetermined : Verdict::not_met;
}

}  // namespace

void ReferenceEvaluator::note_arithmetic(const PossibleInteger& a, const PossibleInteger& b,
                                         std::uint8_t result_flags) {
    if (gaps_ == nullptr || (result_flags & PossibleInteger::may_be_undefined) == 0) return;
    if (((a.flags | b.flags) & PossibleInteger::may_be_undefined) != 0) return;
    if (((a.flags | b.flags) & PossibleInteger::may_be_none) != 0) return note(Reason::no_such_thing);
    if (a.lo == ongoing_day || b.lo == ongoing_day) return note(Reason::ongoing);
    if (a.bounded() && b.bounded()) note(Reason::overflow);
}

AbstractValue ReferenceEvaluator::negated(const Expression& e) {
    const AbstractValue value = evaluate(*e.children[0]);
    if (e.type.kind == TypeKind::decimal) return operations::negate(std::get<PossibleDecimal>(value));
    return operations::negate(std::get<PossibleInteger>(value));
}

AbstractValue ReferenceEvaluator::arithmetic(const Expression& e) {
    const Type& left = e.children[0]->type;
    const Type& right = e.children[1]->type;
    const AbstractValue a = evaluate(*e.children[0]);
    const AbstractValue b = evaluate(*e.children[1]);
    if (left.kind == TypeKind::date || right.kind == TypeKind::date) return date_arithmetic(e, a, b);
    if (operations::is_duration_scaling(e)) return duration_scaling(e, a, b);
    if (left.kind == TypeKind::text) return text_sum(std::get<PossibleInteger>(a), std::get<PossibleInteger>(b));
    if (left.kind == TypeKind::decimal) {
        return decimal_arithmetic(e.operation, std::get<PossibleDecimal>(a), std::get<PossibleDecimal>(b));
    }
    return integer_arithmetic(e.operation, std::get<PossibleInteger>(a), std::get<PossibleInteger>(b));
}

AbstractValue ReferenceEvaluator::date_arithmetic(const Expression& e, const AbstractValue& left,
                                                  const AbstractValue& right) {
    const auto& a = std::get<PossibleInteger>(left);
    const auto& b = std::get<PossibleInteger>(right);
    const PossibleInteger result = operations::date_arithmetic(
        e.operation == Operation::subtract, e.children[0]->type.kind, a, e.children[1]->type.kind, b);
    note_arithmetic(a, b, result.flags);
    return result;
}

AbstractValue ReferenceEvaluator::duration_scaling(const Expression& e, const AbstractValue& duration,
                                                   const AbstractValue& number) {
    const auto& length = std::get<PossibleInteger>(duration);
    const bool divides = e.operation == Operation::divide;
    if (const auto* divisor = std::get_if<PossibleInteger>(&number)) {
        const PossibleInteger result = operations::divide_days(length, *divisor);
        if (divisor->has_range() && divisor->lo <= 0 && divisor->hi >= 0) note(Reason::division_by_zero);
        if (length.is_single() && divisor->is_single() && !result.is_single()) note(Reason::no_result);
        return result;
    }
    const auto& factor = std::get<PossibleDecimal>(number);
    if (divides && factor.has_range() && factor.lo <= 0 && factor.hi >= 0) note(Reason::division_by_zero);
    const PossibleInteger result =
        divides ? operations::divide_months(length, factor) : operations::multiply_months(length, factor);
    if (length.is_single() && factor.is_single() && !result.is_single() && factor.lo != 0) note(Reason::overflow);
    return result;
}

AbstractValue ReferenceEvaluator::integer_arithmetic(Operation operation, const PossibleInteger& a,
                                                     const PossibleInteger& b) {
    const PossibleInteger result = operations::arithmetic(operation, a, b);
    note_arithmetic(a, b, result.flags);
    return result;
}

AbstractValue ReferenceEvaluator::decimal_arithmetic(Operation operation, const PossibleDecimal& a,
                                                     const PossibleDecimal& b) {
    if (operation == Operation::divide && b.has_range() && b.lo <= 0 && b.hi >= 0) note(Reason::division_by_zero);
    return operations::arithmetic(operation, a, b);
}

AbstractValue ReferenceEvaluator::text_sum(const PossibleInteger& a, const PossibleInteger& b) {
    if (!a.is_single() || !b.is_single()) {
        return PossibleInteger::anything().with(operations::arithmetic_flags(a.flags | b.flags));
    }
    return PossibleInteger::exactly(texts_.id(std::string(texts_.text(a.lo)).append(texts_.text(b.lo))));
}

Verdict ReferenceEvaluator::equality(const Expression& e) {
    const Expression& left = *e.children[0];
    const Expression& right = *e.children[1];
    if (left.operation == Operation::none) return is_none(evaluate(right));
    if (right.operation == Operation::none) return is_none(evaluate(left));
    return equality(left.type, evaluate(left), evaluate(right));
}

Verdict ReferenceEvaluator::equality(const Type& type, const AbstractValue& a, const AbstractValue& b) {
    switch (type.kind) {
        case TypeKind::boolean: {
            const auto x = std::get<Verdict>(a);
            const auto y = std::get<Verdict>(b);
            return (x && y) || (!x && !y);
        }
        case TypeKind::decimal: return operations::equal(std::get<PossibleDecimal>(a), std::get<PossibleDecimal>(b));
        case TypeKind::list:
            return ListEvaluation(*this).equality(type, std::get<PossibleList>(a), std::get<PossibleList>(b));
        case TypeKind::reference:
        case TypeKind::record: return same_row(std::get<PossibleRows>(a), std::get<PossibleRows>(b));
        default: return operations::equal(std::get<PossibleInteger>(a), std::get<PossibleInteger>(b));
    }
}

Verdict ReferenceEvaluator::text_order(const PossibleInteger& a, Operation operation, const PossibleInteger& b) {
    if (!a.is_single() || !b.is_single()) return Verdict::undetermined;
    const int order = texts_.text(a.lo).compare(texts_.text(b.lo));
    return operations::holds(operation, order < 0, order == 0) ? Verdict::met : Verdict::not_met;
}

Verdict ReferenceEvaluator::order(const Type& type, const AbstractValue& left, Operation operation,
                                  const AbstractValue& right) {
    if (type.kind == TypeKind::decimal) {
        return operations::compare(std::get<PossibleDecimal>(left), operation, std::get<PossibleDecimal>(right));
    }
    const auto& a = std::get<PossibleInteger>(left);
    const auto& b = std::get<PossibleInteger>(right);
    if (!a.is_plain() || !b.is_plain()) {
        if (((a.flags | b.flags) & PossibleInteger::may_be_none) != 0) note(Reason::no_such_thing);
        return Verdict::undetermined;
    }
    return type.kind == TypeKind::text ? text_order(a, operation, b) : operations::compare(a, operation, b);
}

Verdict ReferenceEvaluator::logic(const Expression& e) {
    const auto child = [&](std::size_t i) -> const Expression& { return *e.children[i]; };
    switch (e.operation) {
        case Operation::negation: return !truth(child(0));
        case Operation::conjunction: {
            Verdict all = Verdict::met;
            for (const ExpressionPtr& part : e.children) all = all && truth(*part);
            return all;
        }
        case Operation::disjunction:
        case Operation::in: {
            Verdict any = Verdict::not_met;
            const std::size_t first = e.operation == Operation::in ? 1 : 0;
            for (std::size_t i = first; i < e.children.size(); ++i) any = any || truth(child(i));
            return any;
        }
        case Operation::between: {
            const AbstractValue x = evaluate(child(0));
            return order(child(0).type, x, Operation::greater_equal, evaluate(child(1))) &&
                   order(child(0).type, x, Operation::less_equal, evaluate(child(2)));
        }
        case Operation::equal: return equality(e);
        case Operation::not_equal: return !equality(e);
        default: return order(child(0).type, evaluate(child(0)), e.operation, evaluate(child(1)));
    }
}

AbstractValue ReferenceEvaluator::conditional(const Expression& e) {
    const Verdict condition = truth(*e.children[0]);
    if (condition == Verdict::met) return evaluate(*e.children[1]);
    if (condition == Verdict::not_met) return evaluate(*e.children[2]);
    return join(e.type, evaluate(*e.children[1]), evaluate(*e.children[2]));
}

}  // namespace cadre
