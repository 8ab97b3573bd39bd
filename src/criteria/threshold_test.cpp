#include "criteria/threshold_test.hpp"

#include <cmath>

namespace cadre::criteria {
namespace {

constexpr double exact_integers = 9007199254740992.0;  // 2^53

const Expression& unwrapped(const Expression& e) {
    return e.operation == Operation::to_decimal ? *e.children[0] : e;
}

bool is_constant(const Expression& e) {
    const Operation operation = unwrapped(e).operation;
    return operation == Operation::literal || operation == Operation::parameter;
}

Operation swapped(Operation operation) {
    switch (operation) {
        case Operation::less: return Operation::greater;
        case Operation::less_equal: return Operation::greater_equal;
        case Operation::greater: return Operation::less;
        case Operation::greater_equal: return Operation::less_equal;
        default: return operation;
    }
}

}  // namespace

bool is_order(Operation operation) {
    return operation == Operation::less || operation == Operation::less_equal || operation == Operation::greater ||
           operation == Operation::greater_equal;
}

std::vector<ThresholdTest> threshold_tests(const Expression& condition) {
    const auto& children = condition.children;
    std::vector<ThresholdTest> tests;
    if (condition.operation == Operation::between) {
        const Expression* value = &unwrapped(*children[0]);
        if (is_constant(*children[1])) tests.push_back({value, Operation::greater_equal, &unwrapped(*children[1])});
        if (is_constant(*children[2])) tests.push_back({value, Operation::less_equal, &unwrapped(*children[2])});
    } else if (is_order(condition.operation) || condition.operation == Operation::equal) {
        const Expression& left = unwrapped(*children[0]);
        const Expression& right = unwrapped(*children[1]);
        if (is_constant(right) && !is_constant(left)) tests.push_back({&left, condition.operation, &right});
        if (is_constant(left) && !is_constant(right)) tests.push_back({&right, swapped(condition.operation), &left});
    }
    return tests;
}

std::optional<double> order_of(const Expression& literal, const Schema& schema) {
    if (literal.operation != Operation::literal) return std::nullopt;
    if (const auto* decimal = std::get_if<double>(&literal.constant)) return *decimal;
    const auto* whole = std::get_if<std::int64_t>(&literal.constant);
    if (whole == nullptr || literal.type.kind == TypeKind::text) return std::nullopt;
    if (literal.type.kind == TypeKind::level) {
        return schema.scale(literal.type.domain).codes.at(static_cast<std::size_t>(*whole)).rank;
    }
    const auto number = static_cast<double>(*whole);
    return std::abs(number) < exact_integers ? std::optional(number) : std::nullopt;
}

}  // namespace cadre::criteria
