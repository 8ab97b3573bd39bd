#include "criteria/typing.hpp"

#include "schema/field_reader.hpp"

#include <cadre/messages/texts/criteria.hpp>
#include <cadre/schema/suggestion.hpp>

#include <utility>

namespace cadre::criteria {
namespace {

MessageId type_word(TypeKind kind) {
    switch (kind) {
        case TypeKind::boolean: return texts::type_boolean;
        case TypeKind::integer: return texts::type_integer;
        case TypeKind::decimal: return texts::type_decimal;
        case TypeKind::text: return texts::type_text;
        case TypeKind::date: return texts::type_date;
        case TypeKind::months: return texts::type_months;
        case TypeKind::days: return texts::type_days;
        case TypeKind::level: return texts::type_level;
        case TypeKind::reference: return texts::type_reference;
        case TypeKind::record: return texts::type_record;
        case TypeKind::list: return texts::type_list;
    }
    return texts::type_record;
}

bool is_plain_text(const Type& type) {
    return type.kind == TypeKind::text && type.domain < 0;
}

/// Whether literal texts of the value may stand for codes of the target.
bool may_adapt(const Type& type, const Type& target) {
    if (type.kind == TypeKind::list && target.kind == TypeKind::list) return may_adapt(*type.element, *target.element);
    const bool coded = target.kind == TypeKind::level || (target.kind == TypeKind::text && target.domain >= 0);
    return coded && is_plain_text(type);
}

/// Free text may hold a code; the codes of two lists can never be equal.
bool texts_meet(const Type& a, const Type& b) {
    if (a.kind == TypeKind::list && b.kind == TypeKind::list) return texts_meet(*a.element, *b.element);
    return a.kind == TypeKind::text && b.kind == TypeKind::text && (a.domain < 0 || b.domain < 0);
}

LocalizedText filled(MessageId id, const LocalizedText& argument) {
    const Message message{id, {argument}};
    return {message.text(Language::vi), message.text(Language::en)};
}

}  // namespace

LocalizedText describe(const Type& type, const Schema& schema) {
    const MessageId word = type_word(type.kind);
    switch (type.kind) {
        case TypeKind::level: {
            const std::string& id = schema.scale(type.domain).id;
            return filled(word, {id, id});
        }
        case TypeKind::reference:
        case TypeKind::record: {
            const std::string& id = schema.table(type.domain).id;
            return filled(word, {id, id});
        }
        case TypeKind::list: return filled(word, describe(*type.element, schema));
        default: return words(word);
    }
}

ExpressionPtr make_node(Operation operation, Type type, std::vector<ExpressionPtr> children, std::size_t offset) {
    Expression node;
    node.operation = operation;
    node.type = std::move(type);
    node.children = std::move(children);
    node.offset = offset;
    return std::make_shared<const Expression>(std::move(node));
}

ExpressionPtr make_literal(Type type, Constant constant, std::size_t offset) {
    Expression node;
    node.type = std::move(type);
    node.constant = std::move(constant);
    node.offset = offset;
    return std::make_shared<const Expression>(std::move(node));
}

bool Typing::unify(ExpressionPtr& left, ExpressionPtr& right) {
    left = adapt(left, right->type);
    if (!left) return false;
    right = adapt(right, left->type);
    if (!right) return false;
    const Type& a = left->type;
    const Type& b = right->type;
    if (a == b || texts_meet(a, b)) return true;
    if (is_number(a) && is_number(b)) {
        left = to_decimal(left);
        right = to_decimal(right);
        return true;
    }
    report_mismatch(*left, *right);
    return false;
}

bool Typing::unify_all(std::vector<ExpressionPtr>& values) {
    for (std::size_t i = 1; i < values.size(); ++i) {
        if (!unify(values[0], values[i])) return false;
    }
    for (std::size_t i = 1; i < values.size(); ++i) {
        if (!unify(values[0], values[i])) return false;
    }
    return true;
}

ExpressionPtr Typing::adapt(const ExpressionPtr& value, const Type& target) {
    if (!may_adapt(value->type, target)) return value;
    switch (value->operation) {
        case Operation::literal: return read_code(*value, target);
        case Operation::list: return adapt_children(value, target, 0);
        case Operation::conditional: return adapt_children(value, target, 1);
        case Operation::parameter: return adapt_parameter(value, target);
        default: return value;
    }
}

ExpressionPtr Typing::to_decimal(const ExpressionPtr& value) const {
    if (value->type.kind == TypeKind::decimal) return value;
    return make_node(Operation::to_decimal, {TypeKind::decimal}, {value}, value->offset);
}

ExpressionPtr Typing::adapt_children(const ExpressionPtr& value, const Type& target, std::size_t first) {
    const Type& child_target = value->operation == Operation::list ? *target.element : target;
    std::vector<ExpressionPtr> children = value->children;
    bool adapted = true;
    for (std::size_t i = first; i < children.size(); ++i) {
        children[i] = adapt(children[i], child_target);
        if (!children[i]) return nullptr;
        adapted = adapted && children[i]->type == child_target;
    }
    if (!adapted) return value;
    return make_node(value->operation, target, std::move(children), value->offset);
}

ExpressionPtr Typing::adapt_parameter(const ExpressionPtr& value, const Type& target) {
    auto parameter = std::make_shared<Parameter>(*value->parameter);
    parameter->type = target;
    for (ParameterVersion& version : parameter->versions) {
        // The finding belongs to the place of use: the value is right until it meets this scale.
        Expression moved = *version.value;
        moved.offset = value->offset;
        for (ExpressionPtr& child : moved.children) {
            child = make_literal(child->type, child->constant, value->offset);
        }
        version.value = adapt(std::make_shared<const Expression>(std::move(moved)), target);
        if (!version.value) return nullptr;
    }
    Expression node = *value;
    node.type = target;
    node.parameter = std::move(parameter);
    return std::make_shared<const Expression>(std::move(node));
}

ExpressionPtr Typing::read_code(const Expression& value, const Type& target) {
    const std::string& code = std::get<std::string>(value.constant);
    const Scale& scale = schema_.scale(target.domain);
    const auto position = scale.find(code);
    if (!position) {
        std::vector<std::string> known;
        for (const Code& entry : scale.codes) known.push_back(entry.id);
        const MessageId message = scale.ordered ? texts::unknown_level : texts::unknown_code;
        findings_.error(value.offset, {message, {scale.id, code}}, suggestion(code, known));
        return nullptr;
    }
    if (target.kind == TypeKind::text) return make_literal(target, code, value.offset);
    return make_literal(target, std::int64_t{*position}, value.offset);
}

void Typing::report_mismatch(const Expression& left, const Expression& right) {
    const Type& a = left.type;
    const Type& b = right.type;
    if (is_duration(a) && is_duration(b)) {
        findings_.error(right.offset, {texts::months_against_days, {}}, Message{texts::hint_months_against_days, {}});
        return;
    }
    std::optional<Message> hint;
    for (const auto& [value, other] : {std::pair{&left, &b}, std::pair{&right, &a}}) {
        if (value->operation != Operation::literal || !is_plain_text(value->type)) continue;
        const std::string& text = std::get<std::string>(value->constant);
        if (other->kind == TypeKind::date) hint = Message{texts::hint_date_literal, {text}};
        if (is_duration(*other)) hint = Message{texts::hint_duration_literal, {text}};
        if (is_number(*other)) hint = Message{texts::hint_number_literal, {}};
        if (other->kind == TypeKind::reference) hint = Message{texts::hint_reference_path, {}};
    }
    findings_.error(right.offset, {texts::types_differ, {describe(a, schema_), describe(b, schema_)}}, std::move(hint));
}

}  // namespace cadre::criteria
