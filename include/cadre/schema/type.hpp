#pragma once

#include <cstdint>
#include <memory>

namespace cadre {

enum class TypeKind : std::uint8_t {
    boolean,
    integer,  ///< 64-bit
    decimal,  ///< double
    text,     ///< free text, or one code of a nominal list
    date,
    months,     ///< years-and-months duration
    days,       ///< days duration
    level,      ///< level of an ordered scale
    reference,  ///< a row of another table
    record,     ///< a member of a list of records
    list,
};

/// The static type of an attribute or expression, relative to one schema.
struct Type {
    TypeKind kind = TypeKind::boolean;
    /// Scale index (level; text with declared codes), table index (reference, record), else -1.
    int domain = -1;
    /// Element type of a list; null otherwise.
    std::shared_ptr<const Type> element;

    static Type list_of(Type element) { return {TypeKind::list, -1, std::make_shared<const Type>(std::move(element))}; }
    bool operator==(const Type& other) const {
        if (kind != other.kind || domain != other.domain) return false;
        return kind != TypeKind::list || *element == *other.element;
    }
};

}  // namespace cadre
