#include "criteria/checker.hpp"

#include <cadre/messages/texts/criteria.hpp>
#include <cadre/messages/texts/schema.hpp>
#include <cadre/schema/suggestion.hpp>

#include <algorithm>

namespace cadre::criteria {

ExpressionPtr Checker::name(const Syntax& syntax) {
    const std::string& name = syntax.text;
    Binding* holder = nullptr;
    int meanings = 0;
    for (Binding& binding : bindings_) {
        const bool is_variable = binding.variable == name;
        if (!is_variable && !(binding.variable.empty() && find_attribute(binding.type, name))) continue;
        holder = &binding;
        ++meanings;
    }
    const ExpressionPtr row = judged_row(syntax.offset);
    const bool of_row = find_attribute(row->type, name) != nullptr;
    const auto entry = names_.find(name);
    const bool of_pack = entry != names_.end() && entry->second.seen_from(table_);
    meanings += of_row || of_pack ? 1 : 0;
    if (meanings > 1) {
        findings_.error(syntax.offset, {texts::ambiguous_name, {name}}, unambiguous_form(name));
        return nullptr;
    }
    if (holder) {
        const ExpressionPtr variable = variable_node(*holder, syntax.offset);
        return holder->variable == name ? variable : attribute_of(variable, syntax);
    }
    if (of_row) return attribute_of(row, syntax);
    if (of_pack) return pack_name(name, entry->second, syntax.offset);
    report_unknown_name(syntax);
    return nullptr;
}

/// How to say which of several meanings is meant.
std::optional<Message> Checker::unambiguous_form(const std::string& name) const {
    const auto filter = std::find_if(bindings_.rbegin(), bindings_.rend(),
                                     [](const Binding& binding) { return binding.variable.empty(); });
    if (filter != bindings_.rend() && find_attribute(filter->type, name)) {
        return Message{texts::hint_write_item, {name}};
    }
    return Message{texts::hint_name_variable, {name}};
}

ExpressionPtr Checker::item(const Syntax& syntax) {
    const auto filter = std::find_if(bindings_.rbegin(), bindings_.rend(),
                                     [](const Binding& binding) { return binding.variable.empty(); });
    if (filter != bindings_.rend()) {
        Expression named = *variable_node(*filter, syntax.offset);
        named.name = "item";
        return std::make_shared<const Expression>(std::move(named));
    }
    findings_.error(syntax.offset, {texts::item_outside_filter, {}}, Message{texts::hint_item_outside_filter, {}});
    return nullptr;
}

/// Null for an entry that is wrong itself: that was reported where it stands.
ExpressionPtr Checker::pack_name(const std::string& name, const NamedEntry& entry, std::size_t offset) {
    if (entry.node) return entry.node;
    if (!entry.parameter) return nullptr;
    Expression node;
    node.operation = Operation::parameter;
    node.type = entry.parameter->type;
    node.parameter = entry.parameter;
    node.name = name;
    node.offset = offset;
    return std::make_shared<const Expression>(std::move(node));
}

ExpressionPtr Checker::path(const Syntax& syntax) {
    const ExpressionPtr value = check(*syntax.children[0]);
    return value ? member(value, syntax) : nullptr;
}

ExpressionPtr Checker::member(const ExpressionPtr& value, const Syntax& syntax) {
    const Type& type = value->type;
    if (is_row(type)) return attribute_of(value, syntax);
    if (!properties_of(type.kind).empty()) return property(value, syntax);
    if (type.kind != TypeKind::list) {
        findings_.error(syntax.text_offset, {texts::no_members, {describe(type, schema_), syntax.text}});
        return nullptr;
    }
    Binding binding{next_slot_++, {}, *type.element};
    const ExpressionPtr part = member(variable_node(binding, syntax.offset), syntax);
    if (!part) return nullptr;
    if (part->type.kind == TypeKind::list && part->type.element->kind == TypeKind::list) {
        findings_.error(syntax.text_offset, {texts::list_of_lists, {syntax.text}},
                        Message{texts::hint_list_of_lists, {}});
        return nullptr;
    }
    Expression node;
    node.operation = Operation::project;
    node.type = Type::list_of(part->type);
    node.children = {value, part};
    node.slot = binding.slot;
    node.offset = syntax.offset;
    return std::make_shared<const Expression>(std::move(node));
}

/// The attribute of the row that the syntax names, bare or after a dot.
ExpressionPtr Checker::attribute_of(const ExpressionPtr& row, const Syntax& syntax) {
    const std::string& name = syntax.text;
    const int table = row->type.domain;
    const auto index = schema_.table(table).find(name);
    if (!index) {
        findings_.error(syntax.text_offset, {texts::unknown_attribute, {schema_.table(table).id, name}},
                        suggestion(name, attribute_names(table)));
        return nullptr;
    }
    const Attribute& attribute = schema_.attribute(table, *index);
    if (attribute.key) {
        findings_.error(syntax.text_offset, {texts::key_not_evaluated, {name}},
                        Message{texts::hint_key_not_evaluated, {}});
        return nullptr;
    }
    Expression node;
    node.operation = Operation::attribute;
    node.type = attribute.type;
    node.children = {row};
    node.attribute = *index;
    node.offset = syntax.offset;
    return std::make_shared<const Expression>(std::move(node));
}

ExpressionPtr Checker::property(const ExpressionPtr& value, const Syntax& syntax) {
    const TypeKind owner = value->type.kind;
    if (const Function* part = find_property(owner, syntax.text)) {
        return function_node(*part, {TypeKind::integer}, {value}, syntax.offset);
    }
    findings_.error(syntax.text_offset, {texts::no_members, {describe(value->type, schema_), syntax.text}},
                    suggestion(syntax.text, properties_of(owner)));
    return nullptr;
}

ExpressionPtr Checker::variable_node(Binding& binding, std::size_t offset) {
    binding.used = true;
    Expression node;
    node.operation = Operation::variable;
    node.type = binding.type;
    node.slot = binding.slot;
    node.name = binding.variable;
    node.offset = offset;
    return std::make_shared<const Expression>(std::move(node));
}

ExpressionPtr Checker::judged_row(std::size_t offset) const {
    Expression node;
    node.operation = Operation::variable;
    node.type = {TypeKind::record, table_, nullptr};
    node.slot = 0;
    node.offset = offset;
    return std::make_shared<const Expression>(std::move(node));
}

const Attribute* Checker::find_attribute(const Type& row, std::string_view name) const {
    if (!is_row(row)) return nullptr;
    const auto index = schema_.table(row.domain).find(name);
    return index ? &schema_.attribute(row.domain, *index) : nullptr;
}

void Checker::report_unknown_name(const Syntax& syntax) {
    const std::string& name = syntax.text;
    const auto entry = names_.find(name);
    if (entry != names_.end()) {
        findings_.error(syntax.offset, {texts::name_of_other_table, {name, schema_.table(entry->second.table).id}});
        return;
    }
    std::optional<Message> hint;
    for (const Binding& binding : bindings_) {
        if (binding.variable.empty() || !find_attribute(binding.type, name)) continue;
        hint = Message{texts::did_you_mean, {binding.variable + '.' + name}};
    }
    if (!hint && !find_function(name).empty()) hint = Message{texts::hint_call_function, {name}};
    if (!hint) hint = suggestion(name, known_names());
    findings_.error(syntax.offset, {texts::unknown_name, {name, schema_.table(table_).id}}, std::move(hint));
}

/// Names that may stand where an unknown one does.
std::vector<std::string> Checker::known_names() const {
    constexpr std::size_t most_names = 2000;  // edit distances to more of them would take too long
    std::vector<std::string> names = attribute_names(table_);
    for (const Binding& binding : bindings_) {
        if (!binding.variable.empty()) names.push_back(binding.variable);
        if (!binding.variable.empty() || !is_row(binding.type)) continue;
        for (std::string& attribute : attribute_names(binding.type.domain)) names.push_back(std::move(attribute));
    }
    for (const auto& [id, entry] : names_) {
        if (names.size() >= most_names) break;
        if (entry.seen_from(table_)) names.push_back(id);
    }
    names.emplace_back("as_of");
    return names;
}

std::vector<std::string> Checker::attribute_names(int table) const {
    std::vector<std::string> names;
    for (const Attribute& attribute : schema_.table(table).attributes) {
        if (!attribute.key) names.push_back(attribute.id);
    }
    return names;
}

}  // namespace cadre::criteria
