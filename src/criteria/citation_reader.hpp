#pragma once

#include "schema/field_reader.hpp"

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/vocabulary/citation.hpp>

#include <string>

namespace cadre::criteria {

/// Reads `cite` and `mark`: a clause of the pack's own source, "document, clause", or a table of both.
/// A missing citation is reported unless `inherited` is there to stand in.
Citation read_citation(FieldReader& fields, const PackSource& source, const std::string& id,
                       const Citation* inherited = nullptr);

}  // namespace cadre::criteria
