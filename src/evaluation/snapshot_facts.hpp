#pragma once

#include <cadre/schema/schema.hpp>

namespace cadre {

/// Whether the attribute is a fact of the roster's snapshot date (language.md, section 3): it has no date of its own.
/// Dates, lists of records (which carry theirs), members of lists, keys and timeless attributes are none.
inline bool is_snapshot_fact(const Table& table, const Attribute& attribute) {
    if (table.parent >= 0 || attribute.key || attribute.timeless) return false;
    if (attribute.type.kind == TypeKind::list) return attribute.type.element->kind != TypeKind::record;
    return attribute.type.kind != TypeKind::date;
}

}  // namespace cadre
