#include "criteria/function_catalogue.hpp"
#include "criteria/literal_text.hpp"

#include <cadre/criteria/expression.hpp>

namespace cadre {
namespace {

using criteria::function_name;
using criteria::literal_text;

/// How tightly an operation holds its operands.
enum class Binding { open, disjunction, conjunction, comparison, addition, multiplication, unary, postfix };

struct Infix {
    std::string_view symbol;
    Binding binding;
};

Infix infix(Operation operation) {
    switch (operation) {
        case Operation::add: return {" + ", Binding::addition};
        case Operation::subtract: return {" - ", Binding::addition};
        case Operation::multiply: return {" * ", Binding::multiplication};
        case Operation::divide: return {" / ", Binding::multiplication};
        case Operation::equal: return {" = ", Binding::comparison};
        case Operation::not_equal: return {" != ", Binding::comparison};
        case Operation::less: return {" < ", Binding::comparison};
        case Operation::less_equal: return {" <= ", Binding::comparison};
        case Operation::greater: return {" > ", Binding::comparison};
        case Operation::greater_equal: return {" >= ", Binding::comparison};
        case Operation::conjunction: return {" and ", Binding::conjunction};
        default: return {" or ", Binding::disjunction};
    }
}

class Printer {
public:
    explicit Printer(const Schema& schema) : schema_(schema) {}

    std::string print(const Expression& node) {
        switch (node.operation) {
            case Operation::literal: return literal_text(node, schema_);
            case Operation::none: return "none";
            case Operation::as_of: return "as_of";
            case Operation::parameter: return parameter(node);
            case Operation::variable:
            case Operation::definition:
            case Operation::criterion: return node.name;
            case Operation::attribute: return attribute(node);
            case Operation::to_decimal: return print(*node.children[0]);
            case Operation::negate: return "-" + operand(*node.children[0], Binding::unary);
            case Operation::negation: return "not(" + print(*node.children[0]) + ')';
            case Operation::between: return between(node);
            case Operation::in: return in(node);
            case Operation::conditional: return conditional(node);
            case Operation::some:
            case Operation::every: return quantified(node);
            case Operation::filter:
            case Operation::index: return bracket(node);
            case Operation::project: return operand(*node.children[0], Binding::postfix) + suffix(*node.children[1]);
            case Operation::list: return '[' + joined(node) + ']';
            case Operation::call: return call(node);
            default: return binary(node);
        }
    }

private:
    static Binding binding(const Expression& node) {
        switch (node.operation) {
            case Operation::to_decimal: return binding(*node.children[0]);
            case Operation::conditional:
            case Operation::some:
            case Operation::every: return Binding::open;
            case Operation::between:
            case Operation::in: return Binding::comparison;
            case Operation::negate: return Binding::unary;
            case Operation::literal: return criteria::is_negative(node) ? Binding::unary : Binding::postfix;
            case Operation::add:
            case Operation::subtract:
            case Operation::multiply:
            case Operation::divide:
            case Operation::equal:
            case Operation::not_equal:
            case Operation::less:
            case Operation::less_equal:
            case Operation::greater:
            case Operation::greater_equal:
            case Operation::conjunction:
            case Operation::disjunction: return infix(node.operation).binding;
            default: return Binding::postfix;
        }
    }

    std::string operand(const Expression& node, Binding least) {
        return binding(node) < least ? '(' + print(node) + ')' : print(node);
    }

    std::string joined(const Expression& node) {
        std::string text;
        for (const ExpressionPtr& child : node.children) {
            if (!text.empty()) text += ", ";
            text += print(*child);
        }
        return text;
    }

    static Binding next(Binding binding) { return static_cast<Binding>(static_cast<int>(binding) + 1); }

    /// Chains of `+` and `*` group from the left; comparisons do not chain at all.
    std::string binary(const Expression& node) {
        const Infix operation = infix(node.operation);
        const bool groups_left = operation.binding == Binding::addition || operation.binding == Binding::multiplication;
        std::string text = operand(*node.children[0], groups_left ? operation.binding : next(operation.binding));
        for (std::size_t i = 1; i < node.children.size(); ++i) {
            text += operation.symbol;
            text += operand(*node.children[i], next(operation.binding));
        }
        return text;
    }

    std::string parameter(const Expression& node) {
        return node.children.empty() ? node.name : "at(" + node.name + ", " + print(*node.children[0]) + ')';
    }

    const std::string& attribute_name(const Expression& node) const {
        return schema_.attribute(node.children[0]->type.domain, node.attribute).id;
    }

    std::string attribute(const Expression& node) {
        const Expression& row = *node.children[0];
        if (row.operation != Operation::variable) return operand(row, Binding::postfix) + '.' + attribute_name(node);
        // A row without a name is the judged one, or a filter's item whose attribute was written bare.
        return row.name.empty() ? attribute_name(node) : row.name + '.' + attribute_name(node);
    }

    /// The path from a list's member to a projected value.
    std::string suffix(const Expression& value) const {
        if (value.operation == Operation::variable) return {};
        if (value.operation == Operation::project) return suffix(*value.children[0]) + suffix(*value.children[1]);
        const std::string part = value.operation == Operation::attribute ? attribute_name(value)
                                                                         : std::string(function_name(value.function));
        return suffix(*value.children[0]) + '.' + part;
    }

    std::string between(const Expression& node) {
        return operand(*node.children[0], Binding::addition) + " between " +
               operand(*node.children[1], Binding::addition) + " and " + operand(*node.children[2], Binding::addition);
    }

    std::string in(const Expression& node) {
        const std::string value = operand(*node.children[0], Binding::addition) + " in ";
        std::string tests = test(*node.children[1]);
        if (node.children.size() == 2 && stands_bare(*node.children[1], tests)) return value + tests;
        for (std::size_t i = 2; i < node.children.size(); ++i) tests += ", " + test(*node.children[i]);
        return value + '(' + tests + ')';
    }

    /// A parenthesis after `in` holds tests, so an operand that starts with one needs another around it.
    static bool stands_bare(const Expression& node, const std::string& test) {
        const bool is_range = node.operation == Operation::between || node.operation == Operation::conjunction;
        return is_range || !test.starts_with('(');
    }

    std::string test(const Expression& node) {
        switch (node.operation) {
            case Operation::equal: return operand(*node.children[1], Binding::addition);
            case Operation::call: return element_test(*node.children[0]);
            case Operation::between: return '[' + ends(*node.children[1], *node.children[2]) + ']';
            case Operation::conjunction: {
                const Expression& low = *node.children[0];
                const Expression& high = *node.children[1];
                const char* const open = low.operation == Operation::greater ? "(" : "[";
                const char* const close = high.operation == Operation::less ? ")" : "]";
                return open + ends(*low.children[1], *high.children[1]) + close;
            }
            default: {
                const std::string_view symbol = infix(node.operation).symbol;
                return std::string(symbol.substr(1)) + operand(*node.children[1], Binding::addition);
            }
        }
    }

    /// A list literal that stands alone after `in` would be a test for each of its members.
    std::string element_test(const Expression& list) {
        const bool is_literal = list.operation == Operation::list && !list.children.empty();
        return (is_literal ? "= " : "") + operand(list, Binding::addition);
    }

    std::string ends(const Expression& low, const Expression& high) {
        return operand(low, Binding::addition) + ".." + operand(high, Binding::addition);
    }

    std::string conditional(const Expression& node) {
        return "if " + print(*node.children[0]) + " then " + print(*node.children[1]) + " else " +
               print(*node.children[2]);
    }

    std::string quantified(const Expression& node) {
        return (node.operation == Operation::some ? "some " : "every ") + node.name + " in " +
               operand(*node.children[0], Binding::addition) + " satisfies " + print(*node.children[1]);
    }

    std::string bracket(const Expression& node) {
        return operand(*node.children[0], Binding::postfix) + '[' + print(*node.children[1]) + ']';
    }

    std::string call(const Expression& node) {
        if (criteria::is_property(node.function)) {
            return operand(*node.children[0], Binding::postfix) + '.' + std::string(function_name(node.function));
        }
        const Expression& first = *node.children[0];
        const bool spread =
            criteria::is_aggregate(node.function) && first.operation == Operation::list && first.children.size() > 1;
        return std::string(function_name(node.function)) + '(' + joined(spread ? first : node) + ')';
    }

    const Schema& schema_;
};

}  // namespace

std::string to_text(const Expression& expression, const Schema& schema) {
    return Printer(schema).print(expression);
}

}  // namespace cadre
