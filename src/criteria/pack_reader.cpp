#include "criteria/pack_reader.hpp"

#include "criteria/entry_order.hpp"
#include "criteria/expression_reader.hpp"
#include "criteria/inherited_sections.hpp"
#include "criteria/lint.hpp"
#include "criteria/parameter_reader.hpp"
#include "criteria/typing.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/criteria.hpp>
#include <cadre/messages/texts/schema.hpp>
#include <cadre/vocabulary/sha256.hpp>

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace cadre {

using criteria::NamedEntry;
using criteria::PackDocument;
using criteria::PackEntry;

Pack PackReader::read(criteria::PackText text) {
    PackReader reader;
    reader.read_documents(std::move(text));
    if (reader.contents_->schema) {
        reader.read_entries();
        reader.check_entries();
        reader.check_sensitive_reads();
    }
    reader.sort_findings();
    if (has_errors(reader.diagnostics_)) throw Error(ErrorCode::invalid_rule, std::move(reader.diagnostics_));
    reader.publish();
    Pack pack;
    pack.contents_ = std::move(reader.contents_);
    return pack;
}

void PackReader::read_documents(criteria::PackText text) {
    if (!library_.collect(std::move(text))) return;
    const PackDocument& own = library_.documents().front();
    contents_->id = own.id;
    contents_->title = own.title;
    contents_->source = own.source;
    contents_->text = own.text;
    for (const PackDocument& document : library_.documents()) {
        contents_->digests.push_back({document.id, sha256_hex(document.text->text())});
    }
    overrides_.emplace(library_.documents(), diagnostics_);
    keep_sections();
    read_schema();
}

/// Cases are this pack's own: those of a pack that it extends hold for that pack.
void PackReader::keep_sections() {
    FieldReader own(library_.documents().front().root, "pack", diagnostics_);
    for (const std::string_view key : {"criterion", "fragment", "case"})
        contents_->sections.emplace(key, own.tables(key));
    for (const std::string_view key :
         {"target", "indicator", "deliverable", "pool_policy", "suitability", "rotation_policy"}) {
        own.tables(key);  // reports what is no array of tables
        contents_->sections.emplace(key, criteria::inherited_section(key, library_.documents(), *overrides_));
    }
}

void PackReader::read_schema() {
    const auto& documents = library_.documents();
    const std::string& vocabulary = documents.front().vocabulary;
    for (const PackDocument& document : documents) {
        if (document.vocabulary == vocabulary) continue;
        report(documents.front().uses_place, {texts::vocabularies_differ, {document.id, document.vocabulary}});
    }
    try {
        contents_->schema = load_vocabulary(vocabulary);
    } catch (const Error& error) {
        diagnostics_.insert(diagnostics_.end(), error.diagnostics().begin(), error.diagnostics().end());
        return;
    }
    // Attributes of used packs come first, so that they get the same indices as on their own.
    for (auto document = documents.rbegin(); document != documents.rend(); ++document) {
        const Node* added = document->root.find("attribute");
        if (!added) continue;
        contents_->schema = std::make_shared<const Schema>(contents_->schema->extended(*added, diagnostics_));
    }
}

void PackReader::read_entries() {
    for (const PackDocument& document : library_.documents()) read_parameters(document);
    for (const PackDocument& document : library_.documents()) {
        read_rules(document, "definition", false);
        read_rules(document, "criterion", true);
    }
}

void PackReader::read_parameters(const PackDocument& document) {
    FieldReader top(document.root, "pack", diagnostics_);
    for (const Node& node : top.tables("parameter")) {
        FieldReader fields(node, "parameter", diagnostics_);
        if (!fields.usable()) continue;
        const std::string id = criteria::read_entry_id(fields);
        auto parameter = criteria::read_parameter(fields, id, document, *contents_->schema, diagnostics_);
        if (id.empty() || overrides_->is_replaced(document, id)) continue;
        if (!accept_name(id, fields.place("id"), -1)) continue;
        contents_->names[id] = {NamedEntry::Kind::parameter, -1, parameter, nullptr};
        if (!parameter) continue;
        if (&document == &library_.documents().front()) {
            criteria::lint_parameter(*parameter, *contents_->schema, fields.place("id"), diagnostics_);
        }
        contents_->parameters.push_back(std::move(parameter));
    }
}

void PackReader::read_rules(const PackDocument& document, std::string_view key, bool is_criterion) {
    FieldReader top(document.root, "pack", diagnostics_);
    for (const Node& node : top.tables(key)) {
        auto entry = criteria::read_entry(node, is_criterion, document, *contents_->schema, diagnostics_);
        if (!entry || overrides_->is_replaced(document, entry->id)) continue;
        if (!accept_name(entry->id, entry->id_place, entry->table)) continue;
        const auto kind = is_criterion ? NamedEntry::Kind::criterion : NamedEntry::Kind::definition;
        contents_->names[entry->id] = {kind, entry->table, nullptr, nullptr};
        entries_.push_back(std::move(*entry));
    }
}

/// Parameters (`table` -1) are seen from every table, so no table's attribute may have their name.
bool PackReader::accept_name(const std::string& id, const Place& place, int table) {
    if (contents_->names.contains(id)) {
        report(place, {texts::duplicate_id, {id}});
        return false;
    }
    const auto& tables = contents_->schema->tables();
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const bool concerned = table < 0 ? tables[i].parent < 0 : i == static_cast<std::size_t>(table);
        if (!concerned || !tables[i].find(id)) continue;
        report(place, {texts::name_is_attribute, {id, tables[i].id}}, Message{texts::hint_name_is_attribute, {}});
        return false;
    }
    return true;
}

void PackReader::check_entries() {
    const criteria::EntryOrder order = criteria::order_entries(uses_of_entries());
    // A name inside a filter that means two things looks like a cycle, too; its own finding says more.
    const std::size_t before = diagnostics_.size();
    for (const std::size_t index : order.order) check_entry(entries_[index]);
    const bool ambiguous =
        std::any_of(diagnostics_.begin() + static_cast<std::ptrdiff_t>(before), diagnostics_.end(),
                    [](const Diagnostic& found) { return found.message.id == texts::ambiguous_name; });
    if (ambiguous) return;
    for (const auto& cycle : order.cycles) report_cycle(cycle);
}

std::vector<std::vector<std::size_t>> PackReader::uses_of_entries() const {
    std::unordered_map<std::string_view, std::size_t> positions;
    for (std::size_t i = 0; i < entries_.size(); ++i) positions.emplace(entries_[i].id, i);
    std::vector<std::vector<std::size_t>> uses(entries_.size());
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        for (const std::string& name : criteria::names_in(entries_[i])) {
            const auto used = positions.find(name);
            if (used != positions.end()) uses[i].push_back(used->second);
        }
    }
    return uses;
}

void PackReader::check_entry(const PackEntry& entry) {
    Expression node;
    for (const criteria::EntryVersion& version : entry.versions) {
        if (ExpressionPtr body = check_version(entry, version)) node.children.push_back(std::move(body));
    }
    if (entry.versions.empty() || node.children.size() < entry.versions.size()) return;
    node.operation = entry.is_criterion ? Operation::criterion : Operation::definition;
    node.type = node.children[0]->type;
    node.name = entry.id;
    node.in_force = {entry.versions.front().in_force.from, entry.versions.back().in_force.to};
    if (entry.versions.size() > 1) {
        for (const criteria::EntryVersion& version : entry.versions) node.versions.push_back(version.in_force);
    }
    contents_->names[entry.id].node = std::make_shared<const Expression>(std::move(node));
}

ExpressionPtr PackReader::check_version(const PackEntry& entry, const criteria::EntryVersion& version) {
    if (!version.syntax) return nullptr;
    criteria::Findings findings(criteria::TextOrigin(version.text, version.text_place, entry.document->text),
                                diagnostics_);
    ExpressionPtr body =
        criteria::check_syntax(*version.syntax, {*contents_->schema, contents_->names, entry.table, depths_}, findings);
    if (body && entry.is_criterion && body->type.kind != TypeKind::boolean) {
        findings.error(0, {texts::condition_needed, {criteria::describe(body->type, *contents_->schema)}});
        return nullptr;
    }
    if (body && entry.document == &library_.documents().front()) {
        criteria::lint_entry(entry, version, *body, *contents_->schema, findings);
    }
    return body;
}

void PackReader::check_sensitive_reads() {
    criteria::SensitiveReads reads(*contents_->schema);
    for (const PackEntry& entry : entries_) {
        const ExpressionPtr& node = contents_->names[entry.id].node;
        if (!entry.is_criterion || !node) continue;
        reads.check({entry.id, entry.id_place, entry.reads_sensitive}, {node}, diagnostics_);
    }
}

void PackReader::report_cycle(const std::vector<std::size_t>& cycle) {
    std::string shown;
    for (const std::size_t index : cycle) {
        if (!shown.empty()) shown += " → ";
        shown += entries_[index].id;
    }
    report(entries_[cycle.front()].id_place, {texts::cyclic_definition, {shown}},
           Message{texts::hint_cyclic_definition, {}});
}

/// Lists what was read, in document order, this pack's own before that of the packs that it uses.
void PackReader::publish() {
    for (PackEntry& entry : entries_) {
        const ExpressionPtr& node = contents_->names[entry.id].node;
        if (!entry.is_criterion) {
            contents_->definitions.push_back({entry.id, std::move(entry.title), entry.table, node->children[0]});
            continue;
        }
        Criterion criterion{
            entry.id, std::move(entry.title), entry.versions.back().citation, entry.table, node->in_force, node, {}};
        for (std::size_t i = 0; i < entry.versions.size(); ++i) {
            criteria::EntryVersion& version = entry.versions[i];
            criterion.versions.push_back({version.in_force, std::move(version.citation), node->children[i]});
        }
        contents_->criteria.push_back(std::move(criterion));
    }
    contents_->warnings = std::move(diagnostics_);
}

void PackReader::report(const Place& place, Message message, std::optional<Message> hint) {
    diagnostics_.push_back({Severity::error, place, std::move(message), std::move(hint)});
}

void PackReader::sort_findings() {
    std::stable_sort(diagnostics_.begin(), diagnostics_.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return std::tie(a.place.source, a.place.line, a.place.column) <
               std::tie(b.place.source, b.place.line, b.place.column);
    });
}

}  // namespace cadre
