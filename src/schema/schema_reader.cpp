#include "schema/schema_reader.hpp"

#include "schema/append_reader.hpp"

#include <cadre/messages/texts/schema.hpp>
#include <cadre/schema/suggestion.hpp>

#include <algorithm>

namespace cadre {
namespace {

bool is_id(std::string_view text) {
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto is_part = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_'; };
    return !text.empty() && is_letter(text[0]) && std::all_of(text.begin(), text.end(), is_part);
}

/// Ids joined by dots: "cadres", "cadres.appointments", "cadres.appointments.duties".
bool is_table_id(std::string_view text) {
    for (std::size_t dot = text.find('.'); dot != std::string_view::npos; dot = text.find('.')) {
        if (!is_id(text.substr(0, dot))) return false;
        text.remove_prefix(dot + 1);
    }
    return is_id(text);
}

}  // namespace

void SchemaReader::read_document(const Node& document) {
    FieldReader top(document, "vocabulary", diagnostics_);
    top.allow_only({"vocabulary", "scale", "nominal", "table"});
    if (const Node* head = document.find("vocabulary")) {
        FieldReader fields(*head, "vocabulary", diagnostics_);
        fields.allow_only({"id", "title"});
        fields.text("id");
        fields.localized("title");
    } else {
        top.report(document.place(), {texts::missing_key, {std::string("vocabulary")}});
    }
    for (const Node& node : top.tables("scale")) read_scale(node, true);
    for (const Node& node : top.tables("nominal")) read_scale(node, false);
    for (const Node& node : top.tables("table")) read_table_head(node);
    for (const Node& node : top.tables("table")) read_table_attributes(node);
    for (const Node& node : top.tables("table")) check_table_links(node);
}

void SchemaReader::read_added_attributes(const Node& attributes) {
    const auto* array = attributes.get_if<Node::Array>();
    if (!array) {
        const LocalizedText kind = words(texts::kind_tables);
        diagnostics_.push_back(
            {Severity::error, attributes.place(), {texts::wrong_value_kind, {std::string("attribute"), kind}}, {}});
        return;
    }
    for (const Node& node : *array) {
        FieldReader fields(node, "attribute", diagnostics_);
        const std::string table = fields.text("table");
        if (table.empty()) continue;
        if (const auto index = schema_.find_table(table)) {
            read_attribute(*index, fields, true);
        } else {
            fields.report(fields.place("table"), {texts::unknown_table, {table}}, suggestion(table, table_names()));
        }
    }
    for (const Node& node : *array) {
        const Node* name = node.find("table");
        const auto* table = name != nullptr ? name->get_if<std::string>() : nullptr;
        if (const auto index = table != nullptr ? schema_.find_table(*table) : std::nullopt) {
            check_append(node, *index, schema_, diagnostics_);
        }
    }
}

void SchemaReader::read_table_head(const Node& node) {
    FieldReader fields(node, "table", diagnostics_);
    fields.allow_only({"id", "label", "order_by", "attribute"});
    Table table;
    table.id = fields.text("id");
    table.label = fields.localized("label");
    table.order_by = fields.optional_text("order_by").value_or("");
    if (!accept_id(table.id, fields, schema_.find_table(table.id).has_value(), true)) return;
    schema_.tables_.push_back(std::move(table));
}

void SchemaReader::read_table_attributes(const Node& node) {
    const Node* id = node.find("id");
    const auto* name = id ? id->get_if<std::string>() : nullptr;
    const auto table = name ? schema_.find_table(*name) : std::nullopt;
    if (!table) return;
    FieldReader fields(node, "table", diagnostics_);
    for (const Node& attribute : fields.tables("attribute")) {
        FieldReader of_attribute(attribute, "attribute", diagnostics_);
        read_attribute(*table, of_attribute, false);
    }
}

void SchemaReader::read_attribute(int table, FieldReader& fields, bool added) {
    if (!fields.usable()) return;
    Attribute attribute = read_attribute_head(fields, added);
    if (!accept_id(attribute.id, fields, schema_.table(table).find(attribute.id).has_value())) return;
    const auto type = read_type(table, attribute.id, fields, added);
    if (!type) return;
    attribute.type = *type;
    if (attribute.allows_ongoing && attribute.type.kind != TypeKind::date) {
        fields.report(fields.place("ongoing"), {texts::ongoing_needs_date, {}});
    }
    if (attribute.type.kind == TypeKind::list) link_members(table, attribute);
    check_changes(fields, attribute);
    schema_.tables_[static_cast<std::size_t>(table)].attributes.push_back(std::move(attribute));
}

Attribute SchemaReader::read_attribute_head(FieldReader& fields, bool added) {
    std::vector<std::string_view> keys{"id",        "type",     "of",   "meaning", "key",   "changeable",
                                       "sensitive", "timeless", "none", "ongoing", "append"};
    if (added) keys.insert(keys.begin(), "table");
    fields.allow_only(keys);
    Attribute attribute;
    attribute.id = fields.text("id");
    attribute.meaning = added ? fields.optional_localized("meaning").value_or(LocalizedText{attribute.id, attribute.id})
                              : fields.localized("meaning");
    attribute.key = fields.flag("key");
    attribute.changeable = fields.flag("changeable");
    attribute.sensitive = fields.flag("sensitive");
    attribute.timeless = fields.flag("timeless");
    attribute.allows_none = fields.flag("none");
    attribute.allows_ongoing = fields.flag("ongoing");
    attribute.append = read_append(fields);
    return attribute;
}

/// What time alone changes, and what nothing does, no remedy may propose to change.
void SchemaReader::check_changes(FieldReader& fields, const Attribute& attribute) {
    const bool fixed = attribute.key || attribute.timeless || attribute.type.kind == TypeKind::date ||
                       attribute.type.kind == TypeKind::reference;
    if (attribute.changeable && fixed) {
        fields.report(fields.place("changeable"), {texts::never_changeable, {attribute.id}});
    }
    const bool records = attribute.type.kind == TypeKind::list && attribute.type.element->kind == TypeKind::record;
    if (attribute.append && !(attribute.changeable && records)) {
        fields.report(fields.place("append"), {texts::append_needs_list, {}});
    }
}

void SchemaReader::link_members(int table, Attribute& attribute) {
    const std::string id = schema_.table(table).id + '.' + attribute.id;
    attribute.child_table = add_child(table, id, attribute.meaning);
    if (attribute.type.element->kind == TypeKind::record) {
        attribute.type = Type::list_of({TypeKind::record, attribute.child_table, nullptr});
        return;
    }
    Table& members = schema_.tables_[static_cast<std::size_t>(attribute.child_table)];
    members.attributes.push_back({.id = "item", .type = *attribute.type.element, .meaning = attribute.meaning});
}

int SchemaReader::add_child(int parent, const std::string& id, const LocalizedText& label) {
    auto child = schema_.find_table(id);
    if (!child) {
        schema_.tables_.push_back({.id = id, .label = label});
        child = static_cast<int>(schema_.tables_.size()) - 1;
    }
    schema_.tables_[static_cast<std::size_t>(*child)].parent = parent;
    return *child;
}

void SchemaReader::check_table_links(const Node& node) {
    FieldReader fields(node, "table", diagnostics_);
    const auto* id = node.find("id") ? node.find("id")->get_if<std::string>() : nullptr;
    const auto index = id ? schema_.find_table(*id) : std::nullopt;
    if (!index) return;
    const Table& table = schema_.table(*index);
    if (const std::size_t dot = table.id.rfind('.'); dot != std::string::npos && table.parent < 0) {
        fields.report(fields.place("id"), {texts::orphan_child_table, {table.id}},
                      Message{texts::declare_list, {table.id.substr(0, dot), table.id.substr(dot + 1)}});
    }
    if (!table.order_by.empty() && !table.find(table.order_by)) {
        std::vector<std::string> known;
        for (const Attribute& attribute : table.attributes) known.push_back(attribute.id);
        fields.report(fields.place("order_by"), {texts::unknown_order_key, {table.id, table.order_by}},
                      suggestion(table.order_by, known));
    }
    const Node* attributes = node.find("attribute");
    if (attributes == nullptr || !attributes->is_array()) return;
    for (const Node& attribute : *attributes->get_if<Node::Array>()) {
        check_append(attribute, *index, schema_, diagnostics_);
    }
}

bool SchemaReader::accept_id(const std::string& id, FieldReader& fields, bool taken, bool names_table) {
    if (id.empty()) return false;
    if (taken) {
        fields.report(fields.place("id"), {texts::duplicate_id, {id}});
        return false;
    }
    if (names_table && list_levels(id) > most_list_levels) {
        report_too_deep(fields.place("id"), id.substr(0, id.rfind('.')), fields);
        return false;
    }
    if (names_table ? is_table_id(id) : is_id(id)) return true;
    fields.report(fields.place("id"), {texts::invalid_id, {id}}, Message{texts::write_valid_id, {}});
    return false;
}

std::vector<std::string> SchemaReader::scale_names(bool ordered) const {
    std::vector<std::string> names;
    for (const Scale& scale : schema_.scales()) {
        if (scale.ordered == ordered) names.push_back(scale.id);
    }
    return names;
}

std::vector<std::string> SchemaReader::table_names() const {
    std::vector<std::string> names;
    for (const Table& table : schema_.tables()) names.push_back(table.id);
    return names;
}

}  // namespace cadre
