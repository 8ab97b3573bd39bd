#include "criteria/checker.hpp"

#include <cadre/messages/texts/criteria.hpp>
#include <cadre/messages/texts/schema.hpp>

#include <utility>

namespace cadre::criteria {
namespace {

Operation operation_of(SyntaxKind kind) {
    switch (kind) {
        case SyntaxKind::equal: return Operation::equal;
        case SyntaxKind::not_equal: return Operation::not_equal;
        case SyntaxKind::less: return Operation::less;
        case SyntaxKind::less_equal: return Operation::less_equal;
        case SyntaxKind::greater: return Operation::greater;
        default: return Operation::greater_equal;
    }
}

bool tests_equality(Operation operation) {
    return operation == Operation::equal || operation == Operation::not_equal;
}

bool is_empty_list(const Syntax& syntax) {
    return syntax.kind == SyntaxKind::list && syntax.children.empty();
}

bool is_unary_test(const Syntax& syntax) {
    return syntax.children.size() == 1 && syntax.kind >= SyntaxKind::equal && syntax.kind <= SyntaxKind::greater_equal;
}

}  // namespace

ExpressionPtr Checker::comparison(const Syntax& syntax) {
    const Syntax& left = *syntax.children[0];
    const Syntax& right = *syntax.children[1];
    const Operation operation = operation_of(syntax.kind);
    if (right.kind == SyntaxKind::none) return compare_none(operation, left, right, syntax.offset);
    if (left.kind == SyntaxKind::none) return compare_none(operation, right, left, syntax.offset);
    if (tests_equality(operation) && is_empty_list(right)) return compare_empty_list(operation, left, syntax.offset);
    if (tests_equality(operation) && is_empty_list(left)) return compare_empty_list(operation, right, syntax.offset);
    ExpressionPtr first = check(left);
    ExpressionPtr second = check(right);
    if (!first || !second) return nullptr;
    return compare(operation, std::move(first), std::move(second), syntax.offset);
}

ExpressionPtr Checker::compare_none(Operation operation, const Syntax& value, const Syntax& none, std::size_t offset) {
    const ExpressionPtr checked = check(value);
    if (!checked) return nullptr;
    const bool is_attribute = checked->operation == Operation::attribute;
    const Attribute* attribute =
        is_attribute ? &schema_.attribute(checked->children[0]->type.domain, checked->attribute) : nullptr;
    if (!tests_equality(operation) || !attribute || !attribute->allows_none) {
        Message hint{texts::hint_none, {}};
        const bool has_level =
            checked->type.kind == TypeKind::level && schema_.scale(checked->type.domain).find("none");
        if (has_level) hint = Message{texts::did_you_mean, {std::string("\"none\"")}};
        findings_.error(none.offset, {texts::none_misplaced, {}}, std::move(hint));
        return nullptr;
    }
    ExpressionPtr fact = make_node(Operation::none, checked->type, {}, none.offset);
    return make_node(operation, {TypeKind::boolean}, {checked, std::move(fact)}, offset);
}

ExpressionPtr Checker::compare_empty_list(Operation operation, const Syntax& list, std::size_t offset) {
    if (is_empty_list(list)) return check(list);
    const ExpressionPtr value = check(list);
    if (!value || !require_list(*value) || !require_equality(*value)) return nullptr;
    ExpressionPtr empty = make_node(Operation::list, value->type, {}, offset);
    return make_node(operation, {TypeKind::boolean}, {value, std::move(empty)}, offset);
}

ExpressionPtr Checker::compare(Operation operation, ExpressionPtr left, ExpressionPtr right, std::size_t offset) {
    if (!typing_.unify(left, right)) return nullptr;
    const bool equality = tests_equality(operation);
    if (equality ? !require_equality(*left) : !require_order(*left)) return nullptr;
    if (equality && left->type.kind == TypeKind::decimal) {
        findings_.warn(offset, {texts::decimal_equality, {}}, Message{texts::hint_decimal_equality, {}});
    }
    return make_node(operation, {TypeKind::boolean}, {std::move(left), std::move(right)}, offset);
}

ExpressionPtr Checker::between(const Syntax& syntax) {
    auto parts = arguments(syntax);
    if (!parts || !typing_.unify_all(*parts) || !require_order(*parts->front())) return nullptr;
    return make_node(Operation::between, {TypeKind::boolean}, std::move(*parts), syntax.offset);
}

ExpressionPtr Checker::range_test(const ExpressionPtr& value, const Syntax& range) {
    auto ends = arguments(range);
    if (!ends) return nullptr;
    std::vector<ExpressionPtr> parts{value, std::move((*ends)[0]), std::move((*ends)[1])};
    if (!typing_.unify_all(parts) || !require_order(*parts[0])) return nullptr;
    const Type boolean{TypeKind::boolean};
    if (!range.open_low && !range.open_high) {
        return make_node(Operation::between, boolean, std::move(parts), range.offset);
    }
    const Operation low = range.open_low ? Operation::greater : Operation::greater_equal;
    const Operation high = range.open_high ? Operation::less : Operation::less_equal;
    return make_node(Operation::conjunction, boolean,
                     {make_node(low, boolean, {parts[0], parts[1]}, range.offset),
                      make_node(high, boolean, {parts[0], parts[2]}, range.offset)},
                     range.offset);
}

ExpressionPtr Checker::in(const Syntax& syntax) {
    ExpressionPtr value = check(*syntax.children[0]);
    if (!value) return nullptr;
    std::vector<ExpressionPtr> tests;
    bool valid = true;
    for (std::size_t i = 1; i < syntax.children.size(); ++i) {
        valid = add_tests(value, *syntax.children[i], tests) && valid;
    }
    if (!valid) return nullptr;
    tests.insert(tests.begin(), std::move(value));
    return make_node(Operation::in, {TypeKind::boolean}, std::move(tests), syntax.offset);
}

bool Checker::add_tests(ExpressionPtr& value, const Syntax& test, std::vector<ExpressionPtr>& tests) {
    if (is_unary_test(test)) return add_test(operation_of(test.kind), value, *test.children[0], tests);
    if (test.kind == SyntaxKind::list && !test.children.empty() &&
        (value->type.kind == TypeKind::list) == (test.children.front()->kind == SyntaxKind::list)) {
        bool valid = true;
        for (const SyntaxPtr& member : test.children) valid = add_tests(value, *member, tests) && valid;
        return valid;
    }
    if (test.kind != SyntaxKind::range) return add_test(Operation::equal, value, test, tests);
    tests.push_back(range_test(value, test));
    return tests.back() != nullptr;
}

bool Checker::add_test(Operation operation, ExpressionPtr& value, const Syntax& operand,
                       std::vector<ExpressionPtr>& tests) {
    ExpressionPtr other = check(operand);
    if (!other) return false;
    const bool is_member = other->type.kind == TypeKind::list && value->type.kind != TypeKind::list;
    // All tests share the value, so it takes its final form before the first of them.
    value = typing_.adapt(value, is_member ? *other->type.element : other->type);
    if (!value) return false;
    if (is_member && operation == Operation::equal) {
        tests.push_back(contains_element(std::move(other), value, operand.offset));
    } else {
        tests.push_back(compare(operation, value, std::move(other), operand.offset));
    }
    return tests.back() != nullptr;
}

ExpressionPtr Checker::contains_element(ExpressionPtr list, ExpressionPtr element, std::size_t offset) {
    if (!fit_element(list, element) || !require_equality(*element)) return nullptr;
    return function_node(Function::list_contains, {TypeKind::boolean}, {std::move(list), std::move(element)}, offset);
}

bool Checker::require_order(const Expression& value) {
    switch (value.type.kind) {
        case TypeKind::integer:
        case TypeKind::decimal:
        case TypeKind::date:
        case TypeKind::months:
        case TypeKind::days:
        case TypeKind::level: return true;
        case TypeKind::text:
            if (value.type.domain < 0) return true;
            break;
        default: break;
    }
    if (value.type.kind == TypeKind::text) {
        findings_.error(value.offset, {texts::codes_without_order, {schema_.scale(value.type.domain).id}});
    } else {
        findings_.error(value.offset, {texts::no_order, {describe(value.type, schema_)}});
    }
    return false;
}

bool Checker::require_equality(const Expression& value) {
    const Type& type = value.type;
    if (is_scalar(type) || (type.kind == TypeKind::list && is_scalar(*type.element))) return true;
    findings_.error(value.offset, {texts::not_comparable, {describe(type, schema_)}},
                    Message{texts::hint_not_comparable, {}});
    return false;
}

}  // namespace cadre::criteria
