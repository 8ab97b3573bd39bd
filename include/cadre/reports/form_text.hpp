#pragma once

#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>
#include <cadre/planning/statistical_form.hpp>

#include <string>

namespace cadre {

/// A form as plain text for people; its columns are numbered, and named below. Thread-safe.
CADRE_EXPORT std::string form_text(const StatisticalForm& form, Language language);

}  // namespace cadre
