#pragma once

#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>
#include <cadre/planning/proposal.hpp>

#include <string>

namespace cadre {

/// A proposal for people: what was proved, or which clauses are in conflict; pool by pool the proposed members by row
/// with the points of each component, and the present members who are not proposed, with why. Names no person.
/// Thread-safe.
CADRE_EXPORT std::string proposal_text(const Proposal& proposal, Language language);

}  // namespace cadre
