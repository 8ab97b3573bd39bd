#include "testing/case_rows.hpp"

#include "testing/case_value.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/roster.hpp>
#include <cadre/messages/texts/schema.hpp>
#include <cadre/messages/texts/testing.hpp>
#include <cadre/schema/suggestion.hpp>

#include <utility>

namespace cadre {
namespace {

std::vector<std::string> attribute_names(const Table& table) {
    std::vector<std::string> names;
    for (const Attribute& attribute : table.attributes) names.push_back(attribute.id);
    return names;
}

}  // namespace

std::optional<Roster> CaseRows::read(const Fragment& fragment, const Place& place, CaseTables& tables) {
    const std::size_t before = diagnostics_.size();
    for (const auto& [table, rows] : fragment.tables) {
        std::vector<Record> records;
        for (const Node& node : rows.nodes) records.push_back(read_record(table, records.size(), node));
        tables.emplace_back(schema_->table(table).id, std::move(records));
    }
    if (diagnostics_.size() != before) return std::nullopt;
    return build(place, tables);
}

std::optional<Roster> CaseRows::build(const Place& place, const CaseTables& tables) {
    try {
        RosterBuilder builder(schema_);
        for (const auto& [table, records] : tables) {
            builder.add_table(table);
            for (const Record& record : records) builder.add(table, record);
        }
        Roster roster = builder.build();
        if (!report_dangling(place, roster.import_report())) return roster;
    } catch (const Error& error) {
        report(place, error);
    }
    return std::nullopt;
}

bool CaseRows::report_dangling(const Place& place, const ImportReport& imported) {
    for (const AttributeReport& found : imported.attributes) {
        if (found.dangling == 0) continue;
        const std::int64_t row = found.rows.empty() ? 0 : found.rows.front();
        diagnostics_.push_back({Severity::error,
                                place,
                                {texts::case_dangling, {found.table, found.attribute, row}},
                                Message{texts::hint_case_dangling, {}}});
        return true;
    }
    return false;
}

Record CaseRows::read_record(int index, std::size_t row, const Node& node) {
    const Table& table = schema_->table(index);
    Record record;
    for (const auto& [name, value] : *node.get_if<Node::Members>()) {
        const auto at = table.find(name);
        if (!at) {
            diagnostics_.push_back({Severity::error,
                                    value.place(),
                                    {texts::roster_unknown_attribute, {name, table.id}},
                                    suggestion(name, attribute_names(table))});
            continue;
        }
        auto read = read_value(index, row, table.attributes[static_cast<std::size_t>(*at)], value);
        if (read) record.emplace_back(name, std::move(*read));
    }
    return record;
}

std::optional<Value> CaseRows::read_value(int table, std::size_t row, const Attribute& attribute, const Node& node) {
    const CellPlace place{schema_->table(table).id, row, attribute.id};
    if (attribute.type.kind == TypeKind::list) return read_list(attribute, node);
    auto value = case_value(*schema_, attribute, node);
    if (!value) {
        const MessageId kind = attribute.type.kind == TypeKind::date ? texts::hint_case_date : texts::hint_case_value;
        diagnostics_.push_back({Severity::error,
                                node.place(),
                                {texts::wrong_value_kind, {attribute.id, expected_kind(attribute)}},
                                Message{kind, {}}});
        return std::nullopt;
    }
    check(place, attribute, *value, node);
    return value;
}

std::optional<Value> CaseRows::read_list(const Attribute& attribute, const Node& node) {
    ListValue list;
    const Node* items = &node;
    if (node.is_table()) {
        FieldReader fields(node, attribute.id, diagnostics_);
        fields.allow_only({"open", "items"});
        list.open = fields.flag("open");
        items = node.find("items");
    }
    const auto* members = items != nullptr ? items->get_if<Node::Array>() : nullptr;
    if (members == nullptr) {
        diagnostics_.push_back({Severity::error,
                                node.place(),
                                {texts::wrong_value_kind, {attribute.id, expected_kind(attribute)}},
                                Message{texts::hint_case_list, {}}});
        return std::nullopt;
    }
    const bool of_records = attribute.type.element->kind == TypeKind::record;
    for (const Node& member : *members) {
        if (of_records && !member.is_table()) {
            diagnostics_.push_back({Severity::error,
                                    member.place(),
                                    {texts::wrong_value_kind, {attribute.id, words(texts::kind_records)}},
                                    std::nullopt});
            return std::nullopt;
        }
        const Node record = of_records ? member : Node(Node::Members{{"item", member}}, member.place());
        list.records.push_back(read_record(attribute.child_table, list.records.size(), record));
    }
    return Value(std::move(list));
}

void CaseRows::check(const CellPlace& place, const Attribute& attribute, const Value& value, const Node& node) {
    try {
        values_.read(place, attribute, value);
    } catch (const Error& error) {
        report(node.place(), error);
    }
}

void CaseRows::report(const Place& place, const Error& error) {
    for (Diagnostic finding : error.diagnostics()) {
        finding.place = place;
        diagnostics_.push_back(std::move(finding));
    }
}

}  // namespace cadre
