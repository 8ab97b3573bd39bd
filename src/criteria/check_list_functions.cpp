#include "criteria/checker.hpp"
#include "criteria/function_catalogue.hpp"

#include <cadre/messages/texts/criteria.hpp>

#include <algorithm>
#include <utility>

namespace cadre::criteria {
namespace {

bool can_aggregate(Function function, const Type& element) {
    switch (function) {
        case Function::count: return true;
        case Function::sum: return is_number(element) || is_duration(element);
        case Function::min:
        case Function::max:
            return is_number(element) || is_duration(element) || element.kind == TypeKind::date ||
                   element.kind == TypeKind::level;
        case Function::all:
        case Function::any: return element.kind == TypeKind::boolean;
        default: return is_number(element);
    }
}

const FormalArgument& parameter_at(const CatalogueEntry& entry, std::size_t position) {
    const auto unused = [](const FormalArgument& parameter) { return parameter.accepts == Accepts::nothing; };
    const auto count =
        std::find_if(entry.parameters.begin(), entry.parameters.end(), unused) - entry.parameters.begin();
    return entry.parameters[std::min(position, static_cast<std::size_t>(count) - 1)];
}

}  // namespace

ExpressionPtr Checker::aggregate(const CatalogueEntry& entry, const Syntax& syntax) {
    if (syntax.children.size() > 1) {
        const ExpressionPtr values = list(syntax);
        return values ? aggregate_of(entry, values, syntax.offset) : nullptr;
    }
    if (entry.gives == Gives::boolean) return aggregate_of_conditions(entry, syntax);
    const ExpressionPtr value = check(*syntax.children[0]);
    if (!value || !require_list(*value)) return nullptr;
    return aggregate_of(entry, value, syntax.offset);
}

/// Of `all` and `any` the type of an empty list is known, and one condition is a list of one, as in FEEL.
ExpressionPtr Checker::aggregate_of_conditions(const CatalogueEntry& entry, const Syntax& syntax) {
    const Type conditions = Type::list_of({TypeKind::boolean});
    const Syntax& argument = *syntax.children[0];
    if (argument.kind == SyntaxKind::list && argument.children.empty()) {
        return aggregate_of(entry, make_node(Operation::list, conditions, {}, argument.offset), syntax.offset);
    }
    ExpressionPtr value = check(argument);
    if (!value) return nullptr;
    if (value->type.kind == TypeKind::boolean) value = make_node(Operation::list, conditions, {value}, argument.offset);
    return require_list(*value) ? aggregate_of(entry, value, syntax.offset) : nullptr;
}

ExpressionPtr Checker::aggregate_of(const CatalogueEntry& entry, const ExpressionPtr& list, std::size_t offset) {
    const Type& element = *list->type.element;
    if (!can_aggregate(entry.function, element)) {
        std::optional<Message> hint;
        if (is_row(element)) hint = Message{texts::hint_aggregate_field, {std::string(entry.name)}};
        findings_.error(list->offset, {texts::cannot_aggregate, {std::string(entry.name), describe(element, schema_)}},
                        std::move(hint));
        return nullptr;
    }
    return function_node(entry.function, result_type(entry.gives, list->type), {list}, offset);
}

ExpressionPtr Checker::element_call(const Syntax& syntax) {
    auto values = arguments(syntax);
    if (!values || !require_list(*values->front())) return nullptr;
    return contains_element(std::move((*values)[0]), std::move((*values)[1]), syntax.offset);
}

ExpressionPtr Checker::list_call(const CatalogueEntry& entry, const Syntax& syntax) {
    auto values = arguments(syntax);
    if (!values) return nullptr;
    bool valid = true;
    for (std::size_t i = 0; i < values->size(); ++i) {
        valid = accept_in_list_call(parameter_at(entry, i).accepts, *(*values)[i]) && valid;
    }
    if (!valid || !unify_elements(entry, *values)) return nullptr;
    Type type = result_type(entry.gives, values->front()->type);
    return function_node(entry.function, std::move(type), std::move(*values), syntax.offset);
}

bool Checker::accept_in_list_call(Accepts accepts, const Expression& value) {
    if (accepts == Accepts::list) return require_list(value);
    return accepts != Accepts::integer || require_kind(value, TypeKind::integer);
}

/// Gives all lists one type, and all elements that of the lists' members.
bool Checker::unify_elements(const CatalogueEntry& entry, std::vector<ExpressionPtr>& values) {
    for (int pass = 0; pass < 2; ++pass) {  // the first list may change by what it meets
        for (std::size_t i = 1; i < values.size(); ++i) {
            const Accepts accepts = parameter_at(entry, i).accepts;
            if (accepts == Accepts::list && !typing_.unify(values[0], values[i])) return false;
            if (accepts == Accepts::element && !fit_element(values[0], values[i])) return false;
        }
    }
    return true;
}

/// Brings an element to the type of a list's members.
bool Checker::fit_element(ExpressionPtr& list, ExpressionPtr& element) {
    list = typing_.adapt(list, Type::list_of(element->type));
    if (!list) return false;
    element = typing_.adapt(element, *list->type.element);
    if (!element) return false;
    const Type wanted = *list->type.element;
    if (wanted.kind == TypeKind::decimal && is_number(element->type)) element = typing_.to_decimal(element);
    const bool texts = wanted.kind == TypeKind::text && element->type.kind == TypeKind::text &&
                       (wanted.domain < 0 || element->type.domain < 0);
    if (element->type == wanted || texts) return true;
    findings_.error(element->offset,
                    {texts::element_type, {describe(list->type, schema_), describe(element->type, schema_)}});
    return false;
}

}  // namespace cadre::criteria
