#include "criteria/overrides.hpp"

#include <cadre/messages/texts/criteria.hpp>

#include <algorithm>
#include <optional>

namespace cadre::criteria {
namespace {

std::string text_of(const Node& node, std::string_view key) {
    const Node* member = node.find(key);
    const auto* text = member ? member->get_if<std::string>() : nullptr;
    return text ? *text : std::string();
}

Place place_of(const Node& node, std::string_view key) {
    const Node* member = node.find(key);
    return member ? member->place() : node.place();
}

}  // namespace

const PackDocument* extended_by(const PackDocument& document, const std::deque<PackDocument>& documents) {
    if (!document.extends || document.used_ids.empty()) return nullptr;
    const auto found = std::find_if(documents.begin(), documents.end(),
                                    [&](const PackDocument& other) { return other.id == document.used_ids.front(); });
    return found == documents.end() ? nullptr : &*found;
}

Overrides::Overrides(const std::deque<PackDocument>& documents, Diagnostics& diagnostics)
    : documents_(documents), diagnostics_(diagnostics) {
    EntriesById named;
    for (const PackDocument& document : documents) {
        for (const std::string_view kind : {"parameter", "definition", "criterion"}) collect(document, kind, named);
    }
    resolve(named);
    EntriesById taken_over;
    for (const PackDocument* at = &documents.front(); at != nullptr; at = extended_by(*at, documents)) {
        for (const std::string_view kind :
             {"target", "indicator", "deliverable", "pool_policy", "suitability", "rotation_policy"})
            collect(*at, kind, taken_over);
    }
    resolve(taken_over);
}

void Overrides::collect(const PackDocument& document, std::string_view kind, EntriesById& found) {
    const Node* section = document.root.find(kind);
    const auto* nodes = section ? section->get_if<Node::Array>() : nullptr;
    if (!nodes) return;
    for (const Node& node : *nodes) {
        std::string table = text_of(node, "on");
        if (table.empty()) table = "cadres";
        found[text_of(node, "id")].push_back({&document, kind, std::move(table), text_of(node, "overrides"),
                                              place_of(node, "id"), place_of(node, "overrides")});
    }
}

void Overrides::resolve(const EntriesById& found) {
    for (const auto& [id, entries] : found) {
        if (id.empty()) continue;
        for (const Entry& entry : entries) {
            if (!entry.overrides.empty()) replace(id, entry, entries);
        }
        refuse_silent(id, entries);
    }
}

void Overrides::replace(const std::string& id, const Entry& entry, const std::vector<Entry>& others) {
    const std::string& pack = entry.overrides;
    if (!uses(*entry.document, pack)) {
        return report(entry.overrides_place, {texts::override_of_unused_pack, {pack}});
    }
    const auto replaced =
        std::find_if(others.begin(), others.end(), [&](const Entry& other) { return other.document->id == pack; });
    if (replaced == others.end()) {
        return report(entry.overrides_place, {texts::override_without_entry, {pack, id}});
    }
    replaced_.insert({replaced->document, id});
    if (replaced->kind != entry.kind) {
        report(entry.id_place, {texts::override_of_other_kind, {id, pack, std::string(replaced->kind)}});
    } else if (replaced->table != entry.table) {
        report(entry.id_place, {texts::override_on_other_table, {id, pack, replaced->table}});
    }
}

/// Reported where the pack that comes later in the chain of uses has its entry: there it can be put right.
void Overrides::refuse_silent(const std::string& id, const std::vector<Entry>& entries) {
    const Entry* kept = nullptr;
    for (const Entry& entry : entries) {
        if (is_replaced(*entry.document, id)) continue;
        if (kept && kept->document != entry.document) {
            report(kept->id_place, {texts::silent_override, {id, entry.document->id}},
                   Message{texts::hint_silent_override, {entry.document->id}});
            replaced_.insert({entry.document, id});
        } else {
            kept = &entry;
        }
    }
}

bool Overrides::uses(const PackDocument& user, const std::string& id) const {
    return std::any_of(user.used_ids.begin(), user.used_ids.end(), [&](const std::string& used) {
        if (used == id) return true;
        const auto next = std::find_if(documents_.begin(), documents_.end(),
                                       [&](const PackDocument& other) { return other.id == used; });
        return next != documents_.end() && uses(*next, id);
    });
}

void Overrides::report(const Place& place, Message message, std::optional<Message> hint) {
    diagnostics_.push_back({Severity::error, place, std::move(message), std::move(hint)});
}

}  // namespace cadre::criteria
