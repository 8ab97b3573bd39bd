#pragma once

#include "rotation/proposal/rotation_network.hpp"

#include <cadre/rotation/rotation_proposal.hpp>

#include <vector>

namespace cadre {

/// Why cadres have no post in the best plan of a network, and what waivers would change: required and settled ones
/// among themselves, then the others among all.
std::vector<RotationShortage> find_shortages(const RotationNetwork& network, const RotationProposal& proposal);

/// Whether each is one (its members' options are its posts, whose seats members fill), and everybody without a post is
/// in one that fits.
bool are_shortages(const RotationNetwork& network, const RotationProposal& proposal);

}  // namespace cadre
