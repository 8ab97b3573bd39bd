#include "evaluation/roster_binding.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/evaluation.hpp>

namespace cadre {

namespace {

bool same_codes(const Scale& a, const Scale& b) {
    if (a.id != b.id || a.codes.size() != b.codes.size()) return false;
    for (std::size_t i = 0; i < a.codes.size(); ++i) {
        if (a.codes[i].id != b.codes[i].id || a.codes[i].rank != b.codes[i].rank) return false;
    }
    return true;
}

/// Whether cells of type `b` in its schema can be read as type `a` in another.
bool same_type(const Schema& schema_a, const Type& a, const Schema& schema_b, const Type& b) {
    if (a.kind != b.kind) return false;
    switch (a.kind) {
        case TypeKind::level: return same_codes(schema_a.scale(a.domain), schema_b.scale(b.domain));
        case TypeKind::reference:
        case TypeKind::record: return schema_a.table(a.domain).id == schema_b.table(b.domain).id;
        case TypeKind::list: return same_type(schema_a, *a.element, schema_b, *b.element);
        default: return true;
    }
}

}  // namespace

RosterBinding::RosterBinding(const Schema& schema, const Roster& roster, bool hide_snapshot_facts)
    : schema_(&schema), roster_(&roster), hide_snapshot_facts_(hide_snapshot_facts) {
    for (const Scale& scale : schema.scales()) {
        std::vector<std::int64_t>& ranks = ranks_.emplace_back();
        for (const Code& code : scale.codes) ranks.push_back(code.rank);
    }
    for (std::size_t i = 0; i < schema.tables().size(); ++i) bind_table(static_cast<int>(i));
}

void RosterBinding::bind_table(int table) {
    const Table& wanted = schema_->table(table);
    const Schema& theirs = roster_->schema();
    const auto index = theirs.find_table(wanted.id);
    const RosterTable* given = index ? roster_->table(*index) : nullptr;
    tables_.push_back(given);
    std::vector<const Column*>& columns = columns_.emplace_back(wanted.attributes.size(), nullptr);
    if (given == nullptr) return;
    for (std::size_t i = 0; i < wanted.attributes.size(); ++i) {
        const Attribute& attribute = wanted.attributes[i];
        const auto position = theirs.table(*index).find(attribute.id);
        if (!position || static_cast<std::size_t>(*position) >= given->columns.size()) continue;
        const Column& column = given->columns[static_cast<std::size_t>(*position)];
        if (column.storage == Storage::absent) continue;
        if (!same_type(*schema_, attribute.type, theirs, theirs.attribute(*index, *position).type)) {
            throw Error(ErrorCode::invalid_argument, {texts::attribute_type_differs, {wanted.id, attribute.id}});
        }
        if (!hides(table, static_cast<int>(i))) columns[i] = &column;
    }
}

}  // namespace cadre
