#pragma once

#include "schema/field_reader.hpp"

#include <cadre/schema/schema.hpp>

#include <optional>

namespace cadre {

/// The `append` of a list attribute, `{ on = "year", with = { status = "rated" } }`; nothing where there is none.
std::optional<Append> read_append(FieldReader& attribute);

/// Reports what the append of a table's attribute names and the members do not have; every table was read before.
void check_append(const Node& attribute, int table, const Schema& schema, Diagnostics& diagnostics);

}  // namespace cadre
