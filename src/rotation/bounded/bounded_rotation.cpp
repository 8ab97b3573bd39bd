#include <cadre/rotation/bounded_rotation.hpp>

#include "rotation/bounded/circuit_packing.hpp"
#include "rotation/proposal/solved_rotation.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/planning.hpp>
#include <cadre/messages/texts/rotation.hpp>

#include <algorithm>

namespace cadre {
namespace {

/// With a seat for each candidate who holds a post.
RotationProblem with_held_seats(const RotationProblem& problem) {
    check_rotation_problem(problem);
    RotationProblem held = problem;
    std::vector<std::int32_t> holders(problem.seats.size());
    for (const RotationCandidate& cadre : problem.cadres) {
        if (cadre.present) ++holders[*cadre.present];
    }
    for (std::size_t post = 0; post < holders.size(); ++post)
        held.seats[post] = std::max(held.seats[post], holders[post]);
    return held;
}

bool is_as_good(const RotationProposal& plan, const RotationProposal& other) {
    return plan.settled_placed == other.settled_placed && plan.required_placed == other.required_placed &&
           plan.placed == other.placed && plan.costs == other.costs;
}

}  // namespace

BoundedRotation propose_bounded_rotation(const RotationProblem& problem, const BoundedRotationOptions& options) {
    if (options.longest == 0) throw Error(ErrorCode::invalid_argument, Message{texts::rotation_longest, {0}});
    if (options.work < 0) throw Error(ErrorCode::invalid_argument, Message{texts::negative_work_limit, {options.work}});
    const RotationProblem held = with_held_seats(problem);
    const RotationNetwork network(held);
    const MoveGains gains(network);
    const Circuits circuits = list_circuits(network, gains, options);
    const CircuitPacking packing = pack_circuits(circuits, held.cadres.size(), options.work);

    std::vector<std::int64_t> edges(held.cadres.size(), Assignment::no_edge);
    for (std::size_t cadre = 0; cadre < edges.size(); ++cadre) {
        if (const auto stay = gains.stay(cadre)) edges[cadre] = *network.edge_of(*stay);
    }
    BoundedRotation found;
    for (const std::size_t at : packing.chosen) {
        const Circuit& circuit = circuits.all[at];
        found.circuits.push_back({!circuit.spare_seat, circuit.options});
        for (const std::size_t option : circuit.options) edges[held.options[option].cadre] = *network.edge_of(option);
    }
    found.plan = proposal_of(network, edges);
    found.unbounded = propose_rotation(held);
    found.proven = (circuits.complete && packing.best) || is_as_good(found.plan, found.unbounded);
    return found;
}

}  // namespace cadre
