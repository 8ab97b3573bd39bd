#pragma once

#include "planning/proposal/proposal_setting.hpp"

#include <vector>

namespace cadre {

/// The options of the pools asked for, pool by pool and by ascending person, and what each pool's part of the proposal
/// says of those who are none.
struct Candidates {
    std::vector<ProposalOption> options;
    std::vector<PoolProposal> pools;
};

/// Finds who surely meets every entry policy that may be for a pool and is not surely under a removal policy. Pools
/// with the same conditions are looked at once, 64 people at a time.
Candidates find_candidates(const ProposalSetting& setting);

}  // namespace cadre
