#pragma once

#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>
#include <cadre/reports/rotation_proposal_text.hpp>
#include <cadre/rotation/rotation_regret.hpp>

#include <cstddef>
#include <optional>
#include <string>

namespace cadre {

// Both tell what another plan loses and gains against a proposal, goal by goal, and who else would have another post.
// They name people by row only and throw `Error` (invalid_argument) for names that are fewer than what they name.

/// The answer of `RotationRegrets::why_not` as plain text. Thread-safe.
///
///     why_not_text(problem, proposal, option, regrets.why_not(option), Language::en);
CADRE_EXPORT std::string why_not_text(const RotationProblem& problem, const RotationProposal& proposal,
                                      std::size_t option, const std::optional<RotationRegret>& regret,
                                      Language language, const RotationNames& names = {});

/// The answer of `RotationRegrets::why` as plain text. Thread-safe.
CADRE_EXPORT std::string why_text(const RotationProblem& problem, const RotationProposal& proposal, std::size_t cadre,
                                  const std::optional<RotationRegret>& regret, Language language,
                                  const RotationNames& names = {});

}  // namespace cadre
