#include "criteria/pack_document.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/criteria.hpp>
#include <cadre/messages/texts/schema.hpp>

#include <utility>

namespace cadre::criteria {
namespace {

PackSource read_source(const Node& node, Diagnostics& diagnostics) {
    FieldReader fields(node, "source", diagnostics);
    fields.allow_only({"document", "issuer", "date"});
    PackSource source;
    source.document = fields.text("document");
    source.issuer = fields.optional_text("issuer").value_or("");
    source.date = read_day(fields, "date");
    return source;
}

void read_head(const Node& node, PackDocument& pack, Diagnostics& diagnostics) {
    FieldReader fields(node, "pack", diagnostics);
    fields.allow_only({"id", "title", "source", "use", "extends", "vocabulary"});
    pack.id = fields.text("id");
    pack.title = fields.localized("title");
    if (const Node* source = node.find("source")) pack.source = read_source(*source, diagnostics);
    pack.uses = fields.texts("use");
    if (auto extended = fields.optional_text("extends")) {
        pack.extends = true;
        pack.uses.insert(pack.uses.begin(), std::move(*extended));
    }
    pack.uses_place = fields.place(pack.extends ? "extends" : "use");
    if (auto vocabulary = fields.optional_text("vocabulary")) pack.vocabulary = std::move(*vocabulary);
}

}  // namespace

std::optional<PackDocument> read_pack_document(std::string text, const std::string& source, Diagnostics& diagnostics) {
    PackDocument pack;
    try {
        pack.root = parse_document(text, source);
    } catch (const Error& error) {
        diagnostics.insert(diagnostics.end(), error.diagnostics().begin(), error.diagnostics().end());
        return std::nullopt;
    }
    pack.text = std::make_shared<const DocumentText>(std::move(text), source);
    FieldReader top(pack.root, "pack", diagnostics);
    top.allow_only({"pack", "attribute", "parameter", "definition", "criterion", "target", "indicator", "deliverable",
                    "pool_policy", "suitability", "rotation_policy", "fragment", "case"});
    if (const Node* head = pack.root.find("pack")) {
        read_head(*head, pack, diagnostics);
    } else {
        top.report({source, 1, 1}, {texts::missing_key, {std::string("pack")}}, Message{texts::hint_pack_head, {}});
    }
    return pack;
}

std::size_t count_entries(const Node& document) {
    std::size_t count = 0;
    for (const auto& [section, node] : *document.get_if<Node::Members>()) {
        const auto* entries = node.get_if<Node::Array>();
        if (entries == nullptr) continue;
        count += entries->size();
        for (const Node& entry : *entries) {
            for (const std::string_view key : {"values", "versions"}) {
                const Node* versions = entry.find(key);
                if (versions != nullptr && versions->is_array()) count += versions->get_if<Node::Array>()->size();
            }
        }
    }
    return count;
}

std::optional<DayNumber> read_day(FieldReader& fields, std::string_view key) {
    const Node* found = fields.node().find(key);
    if (!found) return std::nullopt;
    if (const auto* date = found->get_if<CivilDate>()) {
        if (const auto day = make_day(date->year, date->month, date->day)) return day;
    }
    fields.report(found->place(), {texts::wrong_value_kind, {std::string(key), words(texts::kind_date)}},
                  Message{texts::write_plain_date, {}});
    return std::nullopt;
}

DateInterval read_interval(FieldReader& fields) {
    const DateInterval interval{read_day(fields, "from"), read_day(fields, "to")};
    if (interval.from && interval.to && *interval.from >= *interval.to) {
        fields.report(fields.place("to"), {texts::interval_empty, {to_iso(*interval.from), to_iso(*interval.to)}},
                      Message{texts::hint_interval_half_open, {}});
    }
    return interval;
}

}  // namespace cadre::criteria
