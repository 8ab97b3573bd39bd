#include <cadre/rotation/rotation_regret.hpp>

#include "rotation/proposal/plan_ranking.hpp"
#include "rotation/proposal/solved_rotation.hpp"

#include <cadre/error.hpp>
#include <cadre/matching/k_best.hpp>
#include <cadre/matching/regret.hpp>
#include <cadre/messages/texts/rotation.hpp>

#include <algorithm>
#include <utility>

namespace cadre {
namespace {

ProvenStage proven(const RotationNetwork& network, const RotationProposal& proposal) {
    auto found = prove_rotation(network, proposal);
    if (!found) throw Error(ErrorCode::invalid_argument, Message{texts::rotation_not_proposed, {}});
    return std::move(*found);
}

void check_known(std::size_t position, std::size_t count, MessageId absent) {
    if (position < count) return;
    throw Error(ErrorCode::not_found,
                Message{absent, {static_cast<std::int64_t>(position), static_cast<std::int64_t>(count)}});
}

std::int64_t lost(std::size_t before, std::size_t after) {
    return static_cast<std::int64_t>(before) - static_cast<std::int64_t>(after);
}

RotationRegret difference(const RotationProposal& before, const RotationProposal& after) {
    RotationRegret regret;
    regret.settled_lost = lost(before.settled_placed, after.settled_placed);
    regret.required_lost = lost(before.required_placed, after.required_placed);
    regret.placed_lost = lost(before.placed, after.placed);
    for (std::size_t goal = 0; goal < before.costs.size(); ++goal)
        regret.costs.push_back(after.costs[goal] - before.costs[goal]);
    for (std::size_t cadre = 0; cadre < before.options.size(); ++cadre) {
        if (before.options[cadre] != after.options[cadre]) regret.changes.push_back({cadre, after.options[cadre]});
    }
    return regret;
}

}  // namespace

struct RotationRegrets::State {
    State(const RotationProblem& of, const RotationProposal& found)
        : problem(of), proposal(found), network(of), stage(proven(network, found)) {
        if (found.prices.size() == 1) regrets.emplace(stage.graph, network.terms(), stage.assignment);
    }

    std::vector<std::int64_t> moved(const std::vector<Reassignment>& moves) const {
        std::vector<std::int64_t> edges = stage.assignment.edges;
        for (const Reassignment& move : moves) edges[static_cast<std::size_t>(move.left)] = move.edge;
        return edges;
    }

    /// The best plan under a wish, as edges of the network without one.
    std::vector<std::int64_t> solved(const RotationWish& wish) const {
        RotationProposal best = solve_rotation(RotationNetwork(problem, wish));
        for (const std::size_t option : wish.taken) best.options[problem.options[option].cadre] = option;
        std::vector<std::int64_t> edges;
        for (const auto& option : best.options)
            edges.push_back(option ? *network.edge_of(*option) : Assignment::no_edge);
        return edges;
    }

    const RotationProblem& problem;
    const RotationProposal& proposal;
    RotationNetwork network;
    ProvenStage stage;
    std::optional<Regrets> regrets;  ///< where one stage holds all goals
};

RotationRegrets::RotationRegrets(const RotationProblem& problem, const RotationProposal& proposal)
    : state_(std::make_unique<State>(problem, proposal)) {}

RotationRegrets::RotationRegrets(RotationRegrets&&) noexcept = default;
RotationRegrets& RotationRegrets::operator=(RotationRegrets&&) noexcept = default;
RotationRegrets::~RotationRegrets() = default;

std::optional<RotationRegret> RotationRegrets::why(std::size_t cadre) {
    State& state = *state_;
    check_known(cadre, state.problem.cadres.size(), texts::rotation_no_candidate);
    const auto option = state.proposal.options[cadre];
    if (!option) return std::nullopt;
    const auto edges = state.regrets ? state.moved(state.regrets->forbidding(static_cast<std::int32_t>(cadre))->moves)
                                     : state.solved({.without = {*option}, .taken = {}, .unplaced = {}});
    return difference(state.proposal, proposal_of(state.network, edges));
}

std::optional<RotationRegret> RotationRegrets::why_not(std::size_t option) {
    State& state = *state_;
    check_known(option, state.problem.options.size(), texts::rotation_no_option);
    const auto edge = state.network.edge_of(option);
    if (!edge || state.problem.seats[state.problem.options[option].post] == 0) return std::nullopt;
    const auto edges = state.regrets ? state.moved(state.regrets->forcing(*edge)->moves)
                                     : state.solved({.without = {}, .taken = {option}, .unplaced = {}});
    return difference(state.proposal, proposal_of(state.network, edges));
}

std::vector<RotationProposal> best_rotations(const RotationProblem& problem, const RotationProposal& proposal,
                                             std::size_t count) {
    const RotationNetwork network(problem);
    const ProvenStage stage = proven(network, proposal);
    if (proposal.prices.size() > 1) return rank_rotations(network, proposal, count);
    std::vector<RotationProposal> found;
    for (const Assignment& ranked : k_best(stage.graph, network.terms(), stage.assignment, count))
        found.push_back(proposal_of(network, ranked.edges));
    return found;
}

}  // namespace cadre
