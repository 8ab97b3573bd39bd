#pragma once

#include <cadre/evaluation/difference.hpp>
#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>

#include <string>

namespace cadre {

/// What changes from one pack to another, as plain text: each criterion with the rows that change and the entries,
/// before and after, that it reads; then the other entries that differ. Thread-safe.
CADRE_EXPORT std::string difference_text(const PackDifference& difference, Language language);

}  // namespace cadre
