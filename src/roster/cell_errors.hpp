#pragma once

#include <cadre/error.hpp>
#include <cadre/model/value.hpp>
#include <cadre/schema/schema.hpp>

#include <cstdint>
#include <string_view>

namespace cadre {

/// Where a value stands; no text that could tell whose it is.
struct CellPlace {
    std::string_view table;
    std::size_t row;
    std::string_view attribute;
};

/// What an attribute of this type takes, for people: "a date".
LocalizedText expected_kind(const Attribute& attribute);
/// What a value is, for people: "a number".
LocalizedText kind_of(const Value& value);

Error wrong_kind(const CellPlace& place, const Attribute& attribute, const Value& value);
Error unknown_code(const CellPlace& place, const Scale& scale, std::string_view text);
Error cell_error(const CellPlace& place, MessageId id);
Error unknown_name(MessageId id, std::string_view name, std::string_view table, const std::vector<std::string>& known);

}  // namespace cadre
