#pragma once

#include "planning/policy_verdicts.hpp"
#include "planning/proposal/suitability_points.hpp"

#include <cadre/planning/proposal.hpp>

#include <vector>

namespace cadre {

/// What a proposal is made from.
struct ProposalSetting {
    const Pack& pack;
    const Roster& roster;
    const ProposalOptions& options;
    const std::vector<PoolPolicy>& policies;
    const Plan& plan;
    const PolicyVerdicts& verdicts;
    const std::vector<SuitabilityComponent>& components;
    const SuitabilityPoints& suitability;
    std::vector<std::size_t> pools;  ///< those asked for, ascending
};

/// "Person in pool".
struct ProposalOption {
    std::size_t pool = 0;
    std::size_t person = 0;
    std::optional<std::size_t> member;  ///< position in `Plan::members` of a present member
    std::int64_t points = 0;
};

}  // namespace cadre
