#pragma once

#include <cadre/reports/rotation_proposal_text.hpp>

#include <string>
#include <vector>

namespace cadre {

/// Counts, costs, whether the proposal is proven, and a table of its moves.
std::string moves_text(const RotationProblem& problem, const RotationProposal& proposal, const RotationNames& names,
                       Language language);

/// Who gets no post and why, and what waivers would change.
std::string shortages_text(const RotationProblem& problem, const std::vector<RotationShortage>& shortages,
                           const RotationNames& names, Language language);

}  // namespace cadre
