#pragma once

#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>
#include <cadre/rotation/option_explanation.hpp>

#include <string>

namespace cadre {

/// Why a cadre gets a post in a draft, or does not, as plain text: the rules that refuse it, the data that is missing,
/// or what another plan costs. Names people by row only. Thread-safe.
///
///     rotation_option_text(explain_option(pack, roster, request, draft, 17, 4), draft, roster, Language::vi);
CADRE_EXPORT std::string rotation_option_text(const OptionExplanation& explanation, const RotationDraft& draft,
                                              const Roster& roster, Language language);

}  // namespace cadre
