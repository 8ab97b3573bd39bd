#pragma once

#include <cadre/model/value.hpp>
#include <cadre/schema/document.hpp>
#include <cadre/schema/schema.hpp>

#include <optional>

namespace cadre {

/// What a document's value says of an attribute that holds no list; nothing for one that no attribute of its type
/// takes.
std::optional<Value> case_value(const Schema& schema, const Attribute& attribute, const Node& node);

}  // namespace cadre
