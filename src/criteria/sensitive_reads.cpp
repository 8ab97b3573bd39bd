#include "criteria/sensitive_reads.hpp"

#include <cadre/messages/texts/criteria.hpp>
#include <cadre/schema/suggestion.hpp>

#include <algorithm>

namespace cadre::criteria {

const std::set<std::string>& SensitiveReads::of(const Expression& node) {
    const auto [known, fresh] = known_.try_emplace(&node);
    if (!fresh) return known->second;
    std::set<std::string> found;
    for (const ExpressionPtr& child : node.children) {
        const std::set<std::string>& inner = of(*child);
        found.insert(inner.begin(), inner.end());
    }
    if (node.operation == Operation::attribute) {
        const int table = node.children[0]->type.domain;
        const Attribute& attribute = schema_.attribute(table, node.attribute);
        if (attribute.sensitive) found.insert(schema_.table(table).id + '.' + attribute.id);
    }
    return known_[&node] = std::move(found);
}

void SensitiveReads::check(const SensitiveDeclaration& declared, const std::vector<ExpressionPtr>& nodes,
                           Diagnostics& diagnostics) {
    std::set<std::string> read;
    for (const ExpressionPtr& node : nodes) {
        if (node) read.insert(of(*node).begin(), of(*node).end());
    }
    const auto report = [&](Message message, std::optional<Message> hint) {
        diagnostics.push_back({Severity::error, declared.place, std::move(message), std::move(hint)});
    };
    for (const std::string& attribute : read) {
        const auto& known = declared.attributes;
        if (std::find(known.begin(), known.end(), attribute) != known.end()) continue;
        report({texts::sensitive_undeclared, {declared.id, attribute}},
               Message{texts::hint_sensitive_undeclared, {attribute}});
    }
    const std::vector<std::string> names(read.begin(), read.end());
    for (const std::string& attribute : declared.attributes) {
        if (read.contains(attribute)) continue;
        report({texts::sensitive_unread, {declared.id, attribute}}, suggestion(attribute, names));
    }
}

}  // namespace cadre::criteria
