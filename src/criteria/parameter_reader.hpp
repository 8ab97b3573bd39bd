#pragma once

#include "criteria/pack_document.hpp"

#include <cadre/criteria/expression.hpp>

#include <memory>

namespace cadre::criteria {

/// Reads one `[[parameter]]`; null, and reported, when a value is wrong.
///
/// A value is a TOML boolean, number, date or text, an array of these, or an expression: a text is one if
/// it reads as a literal or a list of literals ('@"P3Y"', '["a", "b"]'), else it is the text itself.
std::shared_ptr<const Parameter> read_parameter(FieldReader& fields, const std::string& id, const PackDocument& pack,
                                                const Schema& schema, Diagnostics& diagnostics);

}  // namespace cadre::criteria
