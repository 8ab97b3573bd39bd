#include <cadre/error.hpp>
#include <cadre/matching/certificate.hpp>
#include <cadre/matching/regret.hpp>
#include <cadre/messages/texts/matching.hpp>

#include "matching/exchange_search.hpp"

namespace cadre {
namespace {

void check_number(std::int64_t number, std::int64_t count, MessageId absent) {
    if (number < 0 || number >= count) throw Error(ErrorCode::not_found, Message{absent, {number, count}});
}

/// Of one left vertex to the counts and the cost.
struct Contribution {
    std::int32_t placed;
    std::int32_t required;
    std::int64_t cost;
};

}  // namespace

Regrets::Regrets(const CostedGraph& graph, const AssignmentTerms& terms, const Assignment& assignment)
    : graph_(&graph), terms_(&terms) {
    if (!verify(graph, terms, assignment))
        throw Error(ErrorCode::invalid_argument, Message{texts::matching_not_optimal, {}});
    exits_ = std::make_unique<std::vector<std::int64_t>>(exit_weights(graph, terms));
    transposed_ = std::make_unique<CostedGraph>(graph.transposed());
    search_ = std::make_unique<ExchangeSearch>(graph, *transposed_, terms, *exits_,
                                               PricedEdges{assignment.edges, assignment.prices});
}

Regrets::Regrets(Regrets&&) noexcept = default;
Regrets& Regrets::operator=(Regrets&&) noexcept = default;
Regrets::~Regrets() = default;

std::optional<Regret> Regrets::forcing(std::int64_t edge) {
    const BipartiteGraph& network = graph_->graph();
    check_number(edge, network.edge_count(), texts::matching_no_edge);
    const std::int32_t left = network.left_of(edge);
    if (search_->state().edges[static_cast<std::size_t>(left)] == edge) return Regret{};
    if (terms_->capacity(network.right_of(edge)) == 0) return std::nullopt;
    return moving(left, {edge});
}

std::optional<Regret> Regrets::forbidding(std::int32_t left) {
    const BipartiteGraph& network = graph_->graph();
    check_number(left, network.left_count(), texts::matching_no_vertex);
    const std::int64_t own = search_->state().edges[static_cast<std::size_t>(left)];
    if (own == Assignment::no_edge) return std::nullopt;
    std::vector<std::int64_t> options{Assignment::no_edge};
    for (std::int64_t edge = network.first_edge(left); edge < network.first_edge(left + 1); ++edge) {
        if (edge != own) options.push_back(edge);
    }
    return moving(left, options);
}

std::optional<Regret> Regrets::moving(std::int32_t left, const std::vector<std::int64_t>& options) {
    if (!search_->find(left, options, 0)) return std::nullopt;
    const auto contribution = [this](std::int32_t of, std::int64_t edge) {
        const auto at = static_cast<std::size_t>(of);
        if (edge != Assignment::no_edge) return Contribution{1, terms_->is_required(of) ? 1 : 0, graph_->cost(edge)};
        return Contribution{0, 0, terms_->exit_costs.empty() ? 0 : terms_->exit_costs[at]};
    };
    Regret found{.moves = search_->moves()};
    for (const Reassignment& move : found.moves) {
        const Contribution before =
            contribution(move.left, search_->state().edges[static_cast<std::size_t>(move.left)]);
        const Contribution after = contribution(move.left, move.edge);
        found.placed_lost += before.placed - after.placed;
        found.required_lost += before.required - after.required;
        found.cost += after.cost - before.cost;
    }
    return found;
}

}  // namespace cadre
