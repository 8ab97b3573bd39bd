#pragma once

#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>
#include <cadre/planning/coverage.hpp>

#include <string>

namespace cadre {

/// The coverage of pools as plain text: a table of the pools in which a seat opens or may, then why not all seats can
/// be filled at once, and without whom fewer can. Names pools by key and cadres by number only. Thread-safe.
CADRE_EXPORT std::string coverage_text(const Coverage& coverage, Language language);

}  // namespace cadre
