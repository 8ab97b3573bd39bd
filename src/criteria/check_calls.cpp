#include "criteria/checker.hpp"
#include "criteria/function_catalogue.hpp"

#include <cadre/schema/suggestion.hpp>
#include <cadre/vocabulary/date.hpp>

#include <utility>

namespace cadre::criteria {
namespace {

std::string expected_count(const CatalogueEntry& entry) {
    if (entry.signature == Signature::date) return "1, 3";
    if (entry.least_arguments == entry.most_arguments) return std::to_string(entry.least_arguments);
    return "≥ " + std::to_string(entry.least_arguments);
}

bool accepts_count(const CatalogueEntry& entry, std::size_t count) {
    if (entry.signature == Signature::date) return count == 1 || count == 3;
    return count >= entry.least_arguments && count <= entry.most_arguments;
}

bool can_aggregate(Function function, const Type& element) {
    switch (function) {
        case Function::count: return true;
        case Function::sum: return is_number(element) || is_duration(element);
        default:
            return is_number(element) || is_duration(element) || element.kind == TypeKind::date ||
                   element.kind == TypeKind::level;
    }
}

}  // namespace

ExpressionPtr Checker::call(const Syntax& syntax) {
    const CatalogueEntry* entry = find_function(syntax.text);
    if (!entry) {
        if (names_.contains(syntax.text) || schema_.table(table_).find(syntax.text)) {
            findings_.error(syntax.offset, {MessageId::not_a_function, {syntax.text}},
                            Message{MessageId::hint_not_a_function, {syntax.text}});
        } else {
            findings_.error(syntax.offset, {MessageId::unknown_function, {syntax.text}},
                            suggestion(syntax.text, available_functions()));
        }
        return nullptr;
    }
    if (refuse_unavailable(*entry, syntax)) return nullptr;
    if (!accepts_count(*entry, syntax.children.size())) {
        const auto given = static_cast<std::int64_t>(syntax.children.size());
        findings_.error(syntax.offset, {MessageId::argument_count, {syntax.text, expected_count(*entry), given}});
        return nullptr;
    }
    return dispatch_call(*entry, syntax);
}

bool Checker::refuse_unavailable(const CatalogueEntry& entry, const Syntax& syntax) {
    switch (entry.signature) {
        case Signature::unavailable:
            findings_.error(syntax.offset, {MessageId::function_unavailable, {syntax.text}},
                            Message{MessageId::hint_available_functions, {}});
            return true;
        case Signature::needs_clock:
            findings_.error(syntax.offset, {MessageId::function_unavailable, {syntax.text}},
                            Message{MessageId::hint_use_as_of, {}});
            return true;
        case Signature::needs_time:
            findings_.error(syntax.offset, {MessageId::no_times, {}}, Message{MessageId::hint_date_form, {}});
            return true;
        default: return false;
    }
}

ExpressionPtr Checker::dispatch_call(const CatalogueEntry& entry, const Syntax& syntax) {
    switch (entry.signature) {
        case Signature::aggregate: return aggregate(entry, syntax);
        case Signature::date: return date_call(syntax);
        case Signature::duration: return duration_call(syntax);
        case Signature::magnitude: return magnitude(syntax);
        default: break;
    }
    auto values = arguments(syntax);
    if (!values) return nullptr;
    ExpressionPtr& first = (*values)[0];
    ExpressionPtr& second = (*values)[1];
    if (entry.signature == Signature::list_element) {
        return require_list(*first) ? contains_element(first, second, syntax.offset) : nullptr;
    }
    const bool dates = entry.signature == Signature::two_dates;
    const TypeKind kind = dates ? TypeKind::date : TypeKind::text;
    const bool valid = require_kind(*first, kind);
    if (!require_kind(*second, kind) || !valid) return nullptr;
    const Type result{dates ? TypeKind::months : TypeKind::boolean};
    return function_node(entry.function, result, std::move(*values), syntax.offset);
}

ExpressionPtr Checker::aggregate(const CatalogueEntry& entry, const Syntax& syntax) {
    if (syntax.children.size() > 1) {
        const ExpressionPtr values = list(syntax);
        return values ? aggregate_of(entry.function, values, syntax.offset) : nullptr;
    }
    const ExpressionPtr value = check(*syntax.children[0]);
    if (!value || !require_list(*value)) return nullptr;
    return aggregate_of(entry.function, value, syntax.offset);
}

ExpressionPtr Checker::aggregate_of(Function function, const ExpressionPtr& list, std::size_t offset) {
    const Type& element = *list->type.element;
    if (!can_aggregate(function, element)) {
        std::optional<Message> hint;
        if (is_row(element)) hint = Message{MessageId::hint_aggregate_field, {std::string(function_name(function))}};
        findings_.error(
            list->offset,
            {MessageId::cannot_aggregate, {std::string(function_name(function)), describe(element, schema_)}},
            std::move(hint));
        return nullptr;
    }
    const Type result = function == Function::count ? Type{TypeKind::integer} : element;
    return function_node(function, result, {list}, offset);
}

ExpressionPtr Checker::date_call(const Syntax& syntax) {
    auto values = arguments(syntax);
    if (!values) return nullptr;
    if (values->size() == 1) {
        const Expression& value = *values->front();
        if (!require_kind(value, TypeKind::text)) return nullptr;
        const auto* text = std::get_if<std::string>(&value.constant);
        if (text) return date_literal(*text, syntax.offset);
        findings_.error(value.offset, {MessageId::literal_needed, {syntax.text}});
        return nullptr;
    }
    std::vector<std::int64_t> constants;
    for (const ExpressionPtr& value : *values) {
        if (!require_kind(*value, TypeKind::integer)) return nullptr;
        if (const auto* constant = std::get_if<std::int64_t>(&value->constant)) constants.push_back(*constant);
    }
    if (constants.size() == 3 && !make_day(constants[0], constants[1], constants[2])) {
        findings_.error(syntax.offset, {MessageId::no_such_day, {}});
        return nullptr;
    }
    return function_node(Function::date, {TypeKind::date}, std::move(*values), syntax.offset);
}

ExpressionPtr Checker::duration_call(const Syntax& syntax) {
    const ExpressionPtr value = check(*syntax.children[0]);
    if (!value || !require_kind(*value, TypeKind::text)) return nullptr;
    if (const auto* text = std::get_if<std::string>(&value->constant)) return duration_literal(*text, syntax.offset);
    findings_.error(value->offset, {MessageId::literal_needed, {syntax.text}});
    return nullptr;
}

ExpressionPtr Checker::magnitude(const Syntax& syntax) {
    ExpressionPtr value = check(*syntax.children[0]);
    if (!value) return nullptr;
    if (!is_number(value->type) && !is_duration(value->type)) {
        findings_.error(value->offset, {MessageId::cannot_aggregate, {syntax.text, describe(value->type, schema_)}});
        return nullptr;
    }
    const Type type = value->type;
    return function_node(Function::abs, type, {std::move(value)}, syntax.offset);
}

ExpressionPtr Checker::function_node(Function function, Type type, std::vector<ExpressionPtr> arguments,
                                     std::size_t offset) const {
    Expression node;
    node.operation = Operation::call;
    node.type = std::move(type);
    node.children = std::move(arguments);
    node.function = function;
    node.offset = offset;
    return std::make_shared<const Expression>(std::move(node));
}

/// The children of a node, each checked; nothing when one of them is wrong.
std::optional<std::vector<ExpressionPtr>> Checker::arguments(const Syntax& syntax) {
    std::vector<ExpressionPtr> values;
    bool valid = true;
    for (const SyntaxPtr& child : syntax.children) {
        values.push_back(check(*child));
        valid = valid && values.back();
    }
    if (!valid) return std::nullopt;
    return values;
}

bool Checker::require_kind(const Expression& value, TypeKind kind) {
    if (value.type.kind == kind) return true;
    std::optional<Message> hint;
    const auto* text = std::get_if<std::string>(&value.constant);
    if (text && kind == TypeKind::date) hint = Message{MessageId::hint_date_literal, {*text}};
    findings_.error(value.offset,
                    {MessageId::argument_type, {describe(Type{kind}, schema_), describe(value.type, schema_)}},
                    std::move(hint));
    return false;
}

}  // namespace cadre::criteria
