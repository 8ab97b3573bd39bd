#include "rotation/proposal/solved_rotation.hpp"

#include "matching/sums.hpp"

#include <cadre/matching/certificate.hpp>

#include <utility>

namespace cadre {
namespace {

/// The edges of the options by cadre; nothing when one is no edge of its cadre.
std::optional<std::vector<std::int64_t>> edges_of(const RotationNetwork& network, const RotationProposal& proposal) {
    const RotationProblem& problem = network.problem();
    if (proposal.options.size() != problem.cadres.size()) return std::nullopt;
    std::vector<std::int64_t> edges(problem.cadres.size(), Assignment::no_edge);
    for (std::size_t cadre = 0; cadre < edges.size(); ++cadre) {
        const auto& option = proposal.options[cadre];
        if (!option) continue;
        if (*option >= problem.options.size() || problem.options[*option].cadre != cadre) return std::nullopt;
        const auto edge = network.edge_of(*option);
        if (!edge) return std::nullopt;
        edges[cadre] = *edge;
    }
    return edges;
}

}  // namespace

RotationProposal proposal_of(const RotationNetwork& network, const std::vector<std::int64_t>& edges) {
    const RotationProblem& problem = network.problem();
    RotationProposal proposal;
    proposal.options.resize(edges.size());
    proposal.costs.resize(problem.goals.size());
    for (std::size_t cadre = 0; cadre < edges.size(); ++cadre) {
        if (edges[cadre] == Assignment::no_edge) continue;
        const std::size_t option = network.options()[static_cast<std::size_t>(edges[cadre])];
        proposal.options[cadre] = option;
        ++proposal.placed;
        proposal.settled_placed += network.is_settled(cadre) ? 1 : 0;
        proposal.required_placed += problem.cadres[cadre].required && !problem.stays(problem.options[option]) ? 1 : 0;
        for (std::size_t goal = 0; goal < problem.goals.size(); ++goal)
            proposal.costs[goal] += problem.goals[goal].costs[option];
    }
    return proposal;
}

RotationProposal solve_rotation(const RotationNetwork& network) {
    const GoalStages stages(network);
    CostedGraph graph = stages.first();
    Assignment assignment = assign(graph, network.terms());
    std::vector<std::vector<std::int64_t>> prices{assignment.prices};
    for (std::size_t stage = 1; stage < stages.count(); ++stage) {
        graph = stages.next(stage, graph, prices.back());
        assignment = assign(graph, network.terms());
        prices.push_back(assignment.prices);
    }
    RotationProposal proposal = proposal_of(network, assignment.edges);
    proposal.prices = std::move(prices);
    return proposal;
}

std::optional<ProvenStage> prove_rotation(const RotationNetwork& network, const RotationProposal& proposal) {
    const GoalStages stages(network);
    const auto edges = edges_of(network, proposal);
    if (!edges || proposal.prices.size() != stages.count()) return std::nullopt;
    CostedGraph graph = stages.first();
    for (std::size_t stage = 0;; ++stage) {
        Assignment made{.edges = *edges, .prices = proposal.prices[stage]};
        set_sums(graph, network.terms(), made);
        if (!verify(graph, network.terms(), made)) return std::nullopt;
        if (stage + 1 == stages.count()) return ProvenStage{std::move(graph), std::move(made)};
        graph = stages.next(stage + 1, graph, made.prices);
    }
}

}  // namespace cadre
