#include "criteria/pack_entry.hpp"

#include "criteria/citation_reader.hpp"
#include "criteria/lexer.hpp"
#include "criteria/parser.hpp"
#include "criteria/version_chain.hpp"

#include <cadre/messages/texts/criteria.hpp>
#include <cadre/messages/texts/schema.hpp>
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
    fields.report(fields.place("on"), {table ? texts::member_table_judged : texts::unknown_table, {*name}},
                  suggestion(*name, known));
    return std::nullopt;
}

/// The expression of an entry or of one of its versions, parsed.
EntryVersion read_version(FieldReader& fields, std::string_view key, const PackDocument& document,
                          Diagnostics& diagnostics) {
    EntryVersion version;
    version.text = fields.text(key);
    version.text_place = fields.place(key);
    if (version.text.empty()) return version;
    Findings findings(TextOrigin(version.text, version.text_place, document.text), diagnostics);
    version.syntax = parse_syntax(findings);
    return version;
}

void read_versions(FieldReader& fields, PackEntry& entry, Diagnostics& diagnostics) {
    for (const std::string_view key : {"when", "from", "to"}) {
        if (!fields.node().find(key)) continue;
        fields.report(fields.place(key), {texts::when_beside_versions, {std::string(key)}},
                      Message{texts::hint_when_beside_versions, {}});
    }
    std::optional<Citation> shared;
    if (fields.node().find("cite")) shared = read_citation(fields, entry.document->source, entry.id);
    const Node::Array& nodes = fields.tables("versions");
    if (nodes.empty()) fields.report(fields.place("versions"), {texts::empty_value, {std::string("versions")}});
    for (const Node& node : nodes) {
        FieldReader of_version(node, "versions", diagnostics);
        if (!of_version.usable()) continue;
        of_version.allow_only({"from", "to", "when", "cite", "mark"});
        EntryVersion version = read_version(of_version, "when", *entry.document, diagnostics);
        version.citation = read_citation(of_version, entry.document->source, entry.id, shared ? &*shared : nullptr);
        version.in_force = read_interval(of_version);
        entry.versions.push_back(std::move(version));
    }
    std::stable_sort(entry.versions.begin(), entry.versions.end(), [](const EntryVersion& a, const EntryVersion& b) {
        return starts_before(a.in_force, b.in_force);
    });
    for (std::size_t i = 1; i < entry.versions.size(); ++i) {
        const EntryVersion& after = entry.versions[i];
        follows(entry.versions[i - 1].in_force, after.in_force, entry.id, after.text_place, texts::criterion_gap,
                diagnostics);
    }
}

void read_criterion(FieldReader& fields, PackEntry& entry, Diagnostics& diagnostics) {
    fields.allow_only(
        {"id", "title", "cite", "mark", "when", "on", "from", "to", "versions", "overrides", "reads_sensitive"});
    entry.title = fields.localized("title");
    entry.reads_sensitive = fields.texts("reads_sensitive");
    if (fields.node().find("versions")) return read_versions(fields, entry, diagnostics);
    EntryVersion version = read_version(fields, "when", *entry.document, diagnostics);
    version.citation = read_citation(fields, entry.document->source, entry.id);
    version.in_force = read_interval(fields);
    entry.versions.push_back(std::move(version));
}

void read_definition(FieldReader& fields, PackEntry& entry, Diagnostics& diagnostics) {
    fields.allow_only({"id", "is", "on", "title", "overrides"});
    entry.title = fields.optional_localized("title").value_or(LocalizedText{});
    entry.versions.push_back(read_version(fields, "is", *entry.document, diagnostics));
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
        fields.report(fields.place("id"), {texts::invalid_id, {id}}, Message{texts::write_valid_id, {}});
        return {};
    }
    if (is_reserved(id)) {
        fields.report(fields.place("id"), {texts::reserved_name, {id}});
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
    if (is_criterion) {
        read_criterion(fields, entry, diagnostics);
    } else {
        read_definition(fields, entry, diagnostics);
    }
    const auto table = read_table(fields, schema);
    if (entry.id.empty() || !table) return std::nullopt;
    entry.table = *table;
    return entry;
}

std::vector<std::string> names_in(const PackEntry& entry) {
    std::vector<std::string> names;
    for (const EntryVersion& version : entry.versions) {
        if (version.syntax) collect_names(*version.syntax, names);
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

}  // namespace cadre::criteria
