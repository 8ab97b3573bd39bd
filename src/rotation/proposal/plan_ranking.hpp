#pragma once

#include "rotation/proposal/rotation_network.hpp"

#include <cadre/rotation/rotation_proposal.hpp>

#include <cstddef>
#include <vector>

namespace cadre {

/// The best `count` plans, the best one first, whatever the number of stages.
///
/// Murty (1968), "An algorithm for ranking all the assignments in order of increasing cost", each part solved afresh;
/// where a plan leaves a cadre out, there is a part for each option of the cadre.
std::vector<RotationProposal> rank_rotations(const RotationNetwork& network, const RotationProposal& best,
                                             std::size_t count);

}  // namespace cadre
