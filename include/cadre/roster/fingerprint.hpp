#pragma once

#include <cadre/export.hpp>
#include <cadre/roster/roster.hpp>

#include <string>

namespace cadre {

/// SHA-256 of what a roster says, in hexadecimal digits: equal for equal contents, however they lie in
/// memory (chunks, offsets, widths, dictionary order), and another one when any cell changes.
///
/// It covers the snapshot, which tables are given, and every cell by the names of its table and attribute;
/// levels count by their code. A column that was not given is equal to one without any value. The import
/// report is no part of it. Reads the whole roster; thread-safe.
CADRE_EXPORT std::string fingerprint(const Roster& roster);

}  // namespace cadre
