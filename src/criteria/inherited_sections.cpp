#include "criteria/inherited_sections.hpp"

namespace cadre::criteria {
namespace {

/// With a citation that does not lean on its own pack's `source`.
Node with_document(const Node& entry, const PackSource& source) {
    const auto* members = entry.get_if<Node::Members>();
    if (!members) return entry;
    Node::Members copied = *members;
    for (auto& [key, value] : copied) {
        const auto* clause = value.get_if<std::string>();
        if (key != "cite" || !clause || clause->find(", ") != std::string::npos) continue;
        Node::Members citation;
        citation.emplace_back("document", Node(source.document, value.place()));
        citation.emplace_back("clause", Node(*clause, value.place()));
        value = Node(std::move(citation), value.place());
    }
    return Node(std::move(copied), entry.place());
}

bool is_replaced(const Node& entry, const PackDocument& document, const Overrides& overrides) {
    const Node* id = entry.find("id");
    const auto* text = id ? id->get_if<std::string>() : nullptr;
    return text && overrides.is_replaced(document, *text);
}

}  // namespace

std::vector<Node> inherited_section(std::string_view key, const std::deque<PackDocument>& documents,
                                    const Overrides& overrides) {
    std::vector<Node> entries;
    for (const PackDocument* at = &documents.front(); at != nullptr; at = extended_by(*at, documents)) {
        const Node* section = at->root.find(key);
        const auto* nodes = section ? section->get_if<Node::Array>() : nullptr;
        if (!nodes) continue;
        for (const Node& node : *nodes) {
            if (is_replaced(node, *at, overrides)) continue;
            entries.push_back(at == &documents.front() ? node : with_document(node, at->source));
        }
    }
    return entries;
}

}  // namespace cadre::criteria
