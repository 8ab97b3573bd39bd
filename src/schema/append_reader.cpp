#include "schema/append_reader.hpp"

#include <cadre/messages/texts/schema.hpp>
#include <cadre/schema/suggestion.hpp>

#include <utility>

namespace cadre {
namespace {

std::vector<std::string> names_of(const Table& table) {
    std::vector<std::string> names;
    for (const Attribute& attribute : table.attributes) names.push_back(attribute.id);
    return names;
}

const Attribute* member_attribute(FieldReader& fields, std::string_view key, const Table& members,
                                  const std::string& name) {
    const auto at = members.find(name);
    if (at) return &members.attributes[static_cast<std::size_t>(*at)];
    fields.report(fields.place(key), {texts::append_on_kind, {members.id, name}}, suggestion(name, names_of(members)));
    return nullptr;
}

void check_members(FieldReader& fields, const Append& append, const Schema& schema, const Table& members) {
    if (const Attribute* on = member_attribute(fields, "on", members, append.on)) {
        if (on->type.kind != TypeKind::date && on->type.kind != TypeKind::integer) {
            fields.report(fields.place("on"), {texts::append_on_kind, {members.id, append.on}});
        }
    }
    for (const auto& [name, code] : append.with) {
        const Attribute* attribute = member_attribute(fields, "with", members, name);
        if (attribute == nullptr) continue;
        const bool has_codes = attribute->type.kind == TypeKind::level || attribute->type.kind == TypeKind::text;
        const int scale = attribute->type.domain;
        if (!has_codes || scale < 0 || !schema.scale(scale).find(code)) {
            fields.report(fields.place("with"), {texts::append_with_code, {members.id + '.' + name, code}});
        }
    }
}

}  // namespace

std::optional<Append> read_append(FieldReader& attribute) {
    const Node* node = attribute.node().find("append");
    if (node == nullptr) return std::nullopt;
    FieldReader fields(*node, "append", attribute.diagnostics());
    fields.allow_only({"on", "with"});
    Append append;
    append.on = fields.text("on");
    const Node* with = node->find("with");
    if (with != nullptr) {
        FieldReader codes(*with, "with", attribute.diagnostics());
        const auto* members = with->get_if<Node::Members>();
        for (std::size_t i = 0; members != nullptr && i < members->size(); ++i) {
            const std::string& name = (*members)[i].first;
            append.with.emplace_back(name, codes.text(name));
        }
    }
    return append;
}

void check_append(const Node& attribute, int table, const Schema& schema, Diagnostics& diagnostics) {
    const Node* append = attribute.find("append");
    const Node* id = attribute.find("id");
    const auto* name = id != nullptr ? id->get_if<std::string>() : nullptr;
    const auto at = name != nullptr ? schema.table(table).find(*name) : std::nullopt;
    if (append == nullptr || !at) return;
    const Attribute& declared = schema.attribute(table, *at);
    if (!declared.append || declared.child_table < 0) return;
    FieldReader fields(*append, "append", diagnostics);
    check_members(fields, *declared.append, schema, schema.table(declared.child_table));
}

}  // namespace cadre
