#include "criteria/checker.hpp"

#include <cadre/messages/texts/criteria.hpp>
#include <cadre/schema/suggestion.hpp>
#include <cadre/vocabulary/date.hpp>

#include <utility>

namespace cadre::criteria {
namespace {

std::string expected_count(std::span<const CatalogueEntry> entries) {
    std::string counts;
    for (const CatalogueEntry& entry : entries) {
        if (!counts.empty()) counts += ", ";
        if (entry.most_arguments == CatalogueEntry::any) {
            counts += "≥ " + std::to_string(entry.least_arguments);
        } else {
            counts += std::to_string(entry.least_arguments);
            if (entry.most_arguments > entry.least_arguments) counts += "–" + std::to_string(entry.most_arguments);
        }
    }
    return counts;
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

}  // namespace

Type result_type(Gives gives, const Type& first) {
    switch (gives) {
        case Gives::first_argument: return first;
        case Gives::boolean: return {TypeKind::boolean};
        case Gives::integer: return {TypeKind::integer};
        case Gives::decimal: return {TypeKind::decimal};
        case Gives::text: return {TypeKind::text};
        case Gives::date: return {TypeKind::date};
        case Gives::months: return {TypeKind::months};
        case Gives::element: return *first.element;
        case Gives::positions: return Type::list_of({TypeKind::integer});
        case Gives::flat: return first.element->kind == TypeKind::list ? *first.element : first;
    }
    return first;
}

ExpressionPtr Checker::call(const Syntax& syntax) {
    const auto entries = find_function(syntax.text);
    if (entries.empty()) {
        if (names_.contains(syntax.text) || schema_.table(table_).find(syntax.text)) {
            findings_.error(syntax.offset, {texts::not_a_function, {syntax.text}},
                            Message{texts::hint_not_a_function, {syntax.text}});
        } else {
            findings_.error(syntax.offset, {texts::unknown_function, {syntax.text}},
                            suggestion(syntax.text, available_functions()));
        }
        return nullptr;
    }
    if (refuse_unavailable(entries.front(), syntax)) return nullptr;
    const std::size_t given = syntax.children.size();
    for (const CatalogueEntry& entry : entries) {
        if (entry.takes(given)) return dispatch_call(entry, syntax);
    }
    findings_.error(syntax.offset,
                    {texts::argument_count, {syntax.text, expected_count(entries), static_cast<std::int64_t>(given)}});
    return nullptr;
}

bool Checker::refuse_unavailable(const CatalogueEntry& entry, const Syntax& syntax) {
    switch (entry.signature) {
        case Signature::unavailable:
            findings_.error(syntax.offset, {texts::function_unavailable, {syntax.text}},
                            Message{texts::hint_available_functions, {listed(available_functions())}});
            return true;
        case Signature::needs_clock:
            findings_.error(syntax.offset, {texts::function_unavailable, {syntax.text}},
                            Message{texts::hint_use_as_of, {}});
            return true;
        case Signature::needs_time:
            findings_.error(syntax.offset, {texts::no_times, {}}, Message{texts::hint_date_form, {}});
            return true;
        case Signature::needs_pattern:
            findings_.error(syntax.offset, {texts::no_patterns, {syntax.text}}, Message{texts::hint_no_patterns, {}});
            return true;
        case Signature::needs_order:
            findings_.error(syntax.offset, {texts::function_unavailable, {syntax.text}},
                            Message{texts::hint_list_order, {}});
            return true;
        default: return false;
    }
}

ExpressionPtr Checker::dispatch_call(const CatalogueEntry& entry, const Syntax& syntax) {
    switch (entry.signature) {
        case Signature::aggregate: return aggregate(entry, syntax);
        case Signature::date: return date_call(syntax);
        case Signature::duration: return duration_call(syntax);
        case Signature::list_element: return element_call(syntax);
        case Signature::list: return list_call(entry, syntax);
        case Signature::known: return known_call(entry, syntax);
        case Signature::law: return law_at(syntax);
        case Signature::same: return same_call(syntax);
        case Signature::ranges: return range_call(syntax);
        default: return plain_call(entry, syntax);
    }
}

ExpressionPtr Checker::plain_call(const CatalogueEntry& entry, const Syntax& syntax) {
    auto values = arguments(syntax);
    if (!values) return nullptr;
    bool valid = true;
    for (std::size_t i = 0; i < values->size(); ++i) {
        valid = accept(entry.parameters[i].accepts, (*values)[i], syntax.text) && valid;
    }
    if (!valid) return nullptr;
    unify_numbers(entry, *values);
    if (entry.function == Function::date && refuse_constant_day(*values, syntax.offset)) return nullptr;
    const Type type = result_type(entry.gives, values->front()->type);
    return function_node(entry.function, type, std::move(*values), syntax.offset);
}

/// Whether the argument may stand for such a parameter; a number where a decimal is meant becomes one.
bool Checker::accept(Accepts accepts, ExpressionPtr& value, const std::string& function) {
    switch (accepts) {
        case Accepts::integer: return require_kind(*value, TypeKind::integer);
        case Accepts::text: return require_kind(*value, TypeKind::text);
        case Accepts::date: return require_kind(*value, TypeKind::date);
        case Accepts::scalar: return require_writable(*value);
        case Accepts::texts: return require_texts(*value);
        default: break;
    }
    if (!is_number(value->type) && !(accepts == Accepts::measure && is_duration(value->type))) {
        findings_.error(value->offset, {texts::cannot_aggregate, {function, describe(value->type, schema_)}});
        return false;
    }
    if (accepts == Accepts::decimal) value = typing_.to_decimal(value);
    return true;
}

bool Checker::require_writable(const Expression& value) {
    const TypeKind kind = value.type.kind;
    if (is_scalar(value.type) && kind != TypeKind::level && kind != TypeKind::reference) return true;
    findings_.error(value.offset, {texts::not_writable, {describe(value.type, schema_)}});
    return false;
}

bool Checker::require_texts(const Expression& value) {
    if (!require_list(value)) return false;
    if (value.type.element->kind == TypeKind::text) return true;
    const Type texts = Type::list_of({TypeKind::text});
    findings_.error(value.offset, {texts::argument_type, {describe(texts, schema_), describe(value.type, schema_)}});
    return false;
}

/// Arguments that are any numbers become decimals unless all are integers.
void Checker::unify_numbers(const CatalogueEntry& entry, std::vector<ExpressionPtr>& values) const {
    const auto is_free = [&](std::size_t i) { return entry.parameters[i].accepts == Accepts::number; };
    bool all_integers = true;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (is_free(i) && values[i]->type.kind != TypeKind::integer) all_integers = false;
    }
    for (std::size_t i = 0; i < values.size() && !all_integers; ++i) {
        if (is_free(i)) values[i] = typing_.to_decimal(values[i]);
    }
}

ExpressionPtr Checker::same_call(const Syntax& syntax) {
    auto values = arguments(syntax);
    if (!values) return nullptr;
    return compare(Operation::equal, std::move((*values)[0]), std::move((*values)[1]), syntax.offset);
}

ExpressionPtr Checker::date_call(const Syntax& syntax) {
    ExpressionPtr value = check(*syntax.children[0]);
    if (!value || value->type.kind == TypeKind::date) return value;
    if (!require_kind(*value, TypeKind::text)) return nullptr;
    if (const auto* text = std::get_if<std::string>(&value->constant)) return date_literal(*text, syntax.offset);
    findings_.error(value->offset, {texts::literal_needed, {syntax.text}});
    return nullptr;
}

bool Checker::refuse_constant_day(const std::vector<ExpressionPtr>& parts, std::size_t offset) {
    std::vector<std::int64_t> constants;
    for (const ExpressionPtr& part : parts) {
        if (const auto* constant = std::get_if<std::int64_t>(&part->constant)) constants.push_back(*constant);
    }
    if (constants.size() < 3 || make_day(constants[0], constants[1], constants[2])) return false;
    findings_.error(offset, {texts::no_such_day, {}});
    return true;
}

ExpressionPtr Checker::duration_call(const Syntax& syntax) {
    const ExpressionPtr value = check(*syntax.children[0]);
    if (!value || !require_kind(*value, TypeKind::text)) return nullptr;
    if (const auto* text = std::get_if<std::string>(&value->constant)) return duration_literal(*text, syntax.offset);
    findings_.error(value->offset, {texts::literal_needed, {syntax.text}});
    return nullptr;
}

ExpressionPtr Checker::law_at(const Syntax& syntax) {
    const auto values = arguments(syntax);
    if (!values) return nullptr;
    const Expression& parameter = *(*values)[0];
    const ExpressionPtr& day = (*values)[1];
    if (syntax.children[0]->kind != SyntaxKind::name || parameter.operation != Operation::parameter) {
        findings_.error(syntax.children[0]->offset, {texts::parameter_needed, {syntax.text}},
                        Message{texts::hint_parameter_needed, {}});
        return nullptr;
    }
    if (!require_kind(*day, TypeKind::date)) return nullptr;
    Expression node = parameter;
    node.children = {day};
    node.offset = syntax.offset;
    return std::make_shared<const Expression>(std::move(node));
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
    if (text && kind == TypeKind::date) hint = Message{texts::hint_date_literal, {*text}};
    findings_.error(value.offset,
                    {texts::argument_type, {describe(Type{kind}, schema_), describe(value.type, schema_)}},
                    std::move(hint));
    return false;
}

}  // namespace cadre::criteria
