#pragma once

#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>
#include <cadre/reports/rotation_proposal_text.hpp>
#include <cadre/rotation/rotation_request.hpp>

#include <string>

namespace cadre {

/// A proposal from a roster as plain text: what was considered, the moves as `rotation_proposal_text` tells them, who
/// cannot all move and why, and what is undetermined with the data that would decide. Names people by row only.
/// Thread-safe.
CADRE_EXPORT std::string rotation_draft_text(const RotationDraft& draft, Language language);

/// Rows of `cadres`, keys of posts, rules with their clauses, and goals, by position in the draft's problem.
CADRE_EXPORT RotationNames rotation_names(const RotationDraft& draft);

}  // namespace cadre
