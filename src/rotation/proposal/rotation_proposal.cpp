#include <cadre/rotation/rotation_proposal.hpp>

#include "rotation/proposal/shortages.hpp"
#include "rotation/proposal/solved_rotation.hpp"

namespace cadre {

RotationProposal propose_rotation(const RotationProblem& problem) {
    const RotationNetwork network(problem);
    RotationProposal proposal = solve_rotation(network);
    proposal.shortages = find_shortages(network, proposal);
    return proposal;
}

bool verify_rotation(const RotationProblem& problem, const RotationProposal& proposal) {
    const RotationNetwork network(problem);
    const std::optional<ProvenStage> proven = prove_rotation(network, proposal);
    if (!proven) return false;
    RotationProposal counted = proposal_of(network, proven->assignment.edges);
    counted.prices = proposal.prices;
    counted.shortages = proposal.shortages;
    return counted == proposal && are_shortages(network, proposal);
}

}  // namespace cadre
