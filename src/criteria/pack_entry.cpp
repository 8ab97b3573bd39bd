#include "criteria/pack_entry.hpp"

#include "criteria/citation_reader.hpp"
#include "criteria/lexer.hpp"
#include "criteria/parser.hpp"

#include <cadre/schema/suggestion.hpp>

#include <algorithm>
#include <utility>

namespace cadre::criteria {
namespace {

bool is_snake_case(std::string_view id) {
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    return is_letter(id.front()) && std::all_of(id.begin(), id.end(), [&](char c) {
               return is_letter(c) || (c >= '0' && c <= '9') || c == '_';
           });
}

std::optional<int> read_table(FieldReader& fields, const Schema& schema) {
    const bool named = fields.node().find("on") != nullptr;
    const auto name = fields.optional_text("on");
    if (!name) return named ? std::nullopt : std::optional(schema.find_table("cadres").value_or(0));
    const auto table = schema.find_table(*name);
    if (table && schema.table(*table).parent < 0) return table;
    std::vector<std::string> known;
    for (const Table& candidate : schema.tables()) {
        if (candidate.parent < 0) known.push_back(candidate.id);
    }
    fields.report(fields.place("on"), {table ? MessageId::member_table_judged : MessageId::unknown_table, {*name}},
                  suggestion(*name, known));
    return std::nullopt;
}

void read_head(FieldReader& fields, PackEntry& entry) {
    if (!entry.is_criterion) {
        fields.allow_only({"id", "is", "on", "title"});
        entry.title = fields.optional_localized("title").value_or(LocalizedText{});
        return;
    }
    fields.allow_only({"id", "title", "cite", "mark", "when", "on", "from", "to"});
    entry.title = fields.localized("title");
    entry.citation = read_citation(fields, entry.document->source, entry.id);
    entry.in_force = read_interval(fields);
}

void collect_names(const Syntax& syntax, std::vector<std::string>& names) {
    if (syntax.kind == SyntaxKind::name) names.push_back(syntax.text);
    for (const SyntaxPtr& child : syntax.children) collect_names(*child, names);
}

}  // namespace

std::string read_entry_id(FieldReader& fields) {
    std::string id = fields.text("id");
    if (id.empty()) return id;
    if (!is_snake_case(id)) {
        fields.report(fields.place("id"), {MessageId::invalid_id, {id}}, Message{MessageId::write_valid_id, {}});
        return {};
    }
    if (is_reserved(id)) {
        fields.report(fields.place("id"), {MessageId::reserved_name, {id}});
        return {};
    }
    return id;
}

std::optional<PackEntry> read_entry(const Node& node, bool is_criterion, const PackDocument& document,
                                    const Schema& schema, Diagnostics& diagnostics) {
    FieldReader fields(node, is_criterion ? "criterion" : "definition", diagnostics);
    if (!fields.usable()) return std::nullopt;
    PackEntry entry;
    entry.is_criterion = is_criterion;
    entry.document = &document;
    entry.id = read_entry_id(fields);
    entry.id_place = fields.place("id");
    read_head(fields, entry);
    const std::string_view key = is_criterion ? "when" : "is";
    entry.text = fields.text(key);
    entry.text_place = fields.place(key);
    const auto table = read_table(fields, schema);
    if (!entry.text.empty()) {
        Findings findings(TextOrigin(entry.text, entry.text_place, document.text), diagnostics);
        entry.syntax = parse_syntax(findings);
    }
    if (entry.id.empty() || !table) return std::nullopt;
    entry.table = *table;
    return entry;
}

std::vector<std::string> names_in(const Syntax& syntax) {
    std::vector<std::string> names;
    collect_names(syntax, names);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

}  // namespace cadre::criteria
