#include "criteria/checker.hpp"

#include <cadre/messages/texts/criteria.hpp>

#include <limits>
#include <utility>

namespace cadre::criteria {

ExpressionPtr Checker::negate(const Syntax& syntax) {
    const Syntax& operand = *syntax.children[0];
    if (operand.kind == SyntaxKind::number) return number(operand, true);
    const ExpressionPtr value = check(operand);
    if (!value) return nullptr;
    if (!is_number(value->type) && !is_duration(value->type)) {
        findings_.error(value->offset, {texts::cannot_negate, {describe(value->type, schema_)}});
        return nullptr;
    }
    if (value->operation == Operation::literal) {
        const auto* whole = std::get_if<std::int64_t>(&value->constant);
        if (!whole) return make_literal(value->type, -std::get<double>(value->constant), syntax.offset);
        if (*whole != std::numeric_limits<std::int64_t>::min()) {
            return make_literal(value->type, -*whole, syntax.offset);
        }
        findings_.error(syntax.offset, {texts::integer_out_of_range, {}},
                        Message{texts::hint_integer_out_of_range, {}});
        return nullptr;
    }
    return make_node(Operation::negate, value->type, {value}, syntax.offset);
}

ExpressionPtr Checker::arithmetic(const Syntax& syntax) {
    ExpressionPtr left = check(*syntax.children[0]);
    ExpressionPtr right = check(*syntax.children[1]);
    if (!left || !right) return nullptr;
    switch (syntax.kind) {
        case SyntaxKind::add: return sum_or_difference(true, std::move(left), std::move(right), syntax.offset);
        case SyntaxKind::subtract: return sum_or_difference(false, std::move(left), std::move(right), syntax.offset);
        case SyntaxKind::multiply: return product(std::move(left), std::move(right), syntax.offset);
        default: return quotient(std::move(left), std::move(right), syntax.offset);
    }
}

ExpressionPtr Checker::sum_or_difference(bool add, ExpressionPtr left, ExpressionPtr right, std::size_t offset) {
    const Operation operation = add ? Operation::add : Operation::subtract;
    if (is_number(left->type) && is_number(right->type)) {
        typing_.unify(left, right);
        const Type type = left->type;
        return make_node(operation, type, {std::move(left), std::move(right)}, offset);
    }
    if (add && left->type.kind == TypeKind::text && right->type.kind == TypeKind::text) {
        return make_node(operation, {TypeKind::text}, {std::move(left), std::move(right)}, offset);
    }
    // The date comes first, whichever way round the sum is written.
    if (add && is_duration(left->type) && right->type.kind == TypeKind::date) std::swap(left, right);
    const bool from_date = left->type.kind == TypeKind::date;
    Type type = left->type;
    if (from_date && right->type.kind == TypeKind::date && !add) {
        type = {TypeKind::days};
    } else if (is_duration(left->type) && is_duration(right->type)) {
        if (!typing_.unify(left, right)) return nullptr;
    } else if (!from_date || !is_duration(right->type)) {
        return refuse_arithmetic(add ? "+" : "-", *left, *right);
    }
    return make_node(operation, std::move(type), {std::move(left), std::move(right)}, offset);
}

ExpressionPtr Checker::product(ExpressionPtr left, ExpressionPtr right, std::size_t offset) {
    if (is_number(left->type) && is_number(right->type)) {
        typing_.unify(left, right);
    } else {
        // The duration comes first, whichever way round the product is written.
        if (is_duration(right->type)) std::swap(left, right);
        if (!may_scale(left->type, right->type)) return refuse_arithmetic("*", *left, *right);
    }
    const Type type = left->type;
    return make_node(Operation::multiply, type, {std::move(left), std::move(right)}, offset);
}

ExpressionPtr Checker::quotient(ExpressionPtr left, ExpressionPtr right, std::size_t offset) {
    const bool durations = is_duration(left->type) && is_duration(right->type);
    if (durations && !typing_.unify(left, right)) return nullptr;
    if (durations || (is_number(left->type) && is_number(right->type))) {
        return make_node(Operation::divide, {TypeKind::decimal}, {typing_.to_decimal(left), typing_.to_decimal(right)},
                         offset);
    }
    if (!may_scale(left->type, right->type)) return refuse_arithmetic("/", *left, *right);
    if (left->type.kind == TypeKind::months) right = typing_.to_decimal(right);
    const Type type = left->type;
    return make_node(Operation::divide, type, {std::move(left), std::move(right)}, offset);
}

/// Months are cut to whole ones; days would leave a part of a day, which the language does not have.
bool Checker::may_scale(const Type& duration, const Type& number) {
    if (duration.kind == TypeKind::months) return is_number(number);
    return duration.kind == TypeKind::days && number.kind == TypeKind::integer;
}

ExpressionPtr Checker::refuse_arithmetic(std::string_view symbol, const Expression& left, const Expression& right) {
    std::optional<Message> hint;
    const bool days = left.type.kind == TypeKind::days && right.type.kind == TypeKind::decimal;
    if (days && (symbol == "*" || symbol == "/")) hint = Message{texts::hint_whole_days, {}};
    const bool dated = left.type.kind == TypeKind::date || right.type.kind == TypeKind::date;
    if (dated && (is_number(left.type) || is_number(right.type))) hint = Message{texts::hint_add_duration, {}};
    findings_.error(
        right.offset,
        {texts::arithmetic_types, {std::string(symbol), describe(left.type, schema_), describe(right.type, schema_)}},
        std::move(hint));
    return nullptr;
}

ExpressionPtr Checker::logical(Operation operation, const Syntax& syntax) {
    auto operands = arguments(syntax);
    bool valid = operands.has_value();
    std::vector<ExpressionPtr> flat;
    for (ExpressionPtr& operand : operands ? *operands : std::vector<ExpressionPtr>{}) {
        valid = require_boolean(*operand) && valid;
        if (operand->operation == operation && operation != Operation::negation) {
            flat.insert(flat.end(), operand->children.begin(), operand->children.end());
        } else {
            flat.push_back(std::move(operand));
        }
    }
    if (!valid) return nullptr;
    return make_node(operation, {TypeKind::boolean}, std::move(flat), syntax.offset);
}

ExpressionPtr Checker::conditional(const Syntax& syntax) {
    auto parts = arguments(syntax);
    if (!parts || !require_boolean(*(*parts)[0])) return nullptr;
    if (!typing_.unify((*parts)[1], (*parts)[2])) return nullptr;
    const Type type = (*parts)[1]->type;
    return make_node(Operation::conditional, type, std::move(*parts), syntax.offset);
}

bool Checker::require_boolean(const Expression& value) {
    if (value.type.kind == TypeKind::boolean) return true;
    findings_.error(value.offset, {texts::condition_needed, {describe(value.type, schema_)}});
    return false;
}

}  // namespace cadre::criteria
