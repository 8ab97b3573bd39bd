#pragma once

#include "rotation/proposal/goal_stages.hpp"
#include "rotation/proposal/rotation_network.hpp"

#include <cadre/matching/assignment.hpp>
#include <cadre/rotation/rotation_proposal.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace cadre {

/// The plan of an assignment, with its sums and counts; without certificate and shortages.
RotationProposal proposal_of(const RotationNetwork& network, const std::vector<std::int64_t>& edges);

/// The best plan of a network with its certificate, without shortages.
RotationProposal solve_rotation(const RotationNetwork& network);

/// The last stage with the assignment of the proposal in it, or nothing when its prices do not prove it there and in
/// the stages before.
struct ProvenStage {
    CostedGraph graph;
    Assignment assignment;
};
std::optional<ProvenStage> prove_rotation(const RotationNetwork& network, const RotationProposal& proposal);

}  // namespace cadre
