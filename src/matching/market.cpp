#include "matching/market.hpp"

#include "matching/at.hpp"
#include "matching/auction.hpp"
#include "matching/single_auction.hpp"

#include <cadre/matching/maximum_matching.hpp>

#include <algorithm>
#include <limits>
#include <utility>

namespace cadre {
namespace {

bool are_single_places(const AssignmentTerms& terms) {
    const auto is_single = [](std::int32_t capacity) { return capacity == 1; };
    return std::all_of(terms.right_capacities.begin(), terms.right_capacities.end(), is_single);
}

/// 1 for each vertex that alternating paths reach from left vertices that a maximum matching does not place: too many
/// left vertices for too few right ones, all of which are filled.
struct Crowd {
    std::vector<std::int32_t> lefts;
    std::vector<std::int32_t> rights;
};

Crowd crowd_of(const BipartiteGraph& network, const Matching& matching) {
    Crowd crowd{std::vector<std::int32_t>(at(network.left_count())),
                std::vector<std::int32_t>(at(network.right_count()))};
    std::vector<std::int32_t> holders(at(network.right_count()));
    const std::vector<std::int32_t> partners = right_partners(network, matching);
    std::vector<std::int32_t> open;
    for (std::int32_t left = 0; left < network.left_count(); ++left) {
        if (partners[at(left)] >= 0) {
            holders[at(partners[at(left)])] = left;
        } else {
            open.push_back(left);
            crowd.lefts[at(left)] = 1;
        }
    }
    while (!open.empty()) {
        const std::int32_t left = open.back();
        open.pop_back();
        for (const std::int32_t right : network.rights(left)) {
            if (matching.right_loads[at(right)] == 0 || crowd.rights[at(right)] == 1) continue;
            crowd.rights[at(right)] = 1;
            crowd.lefts[at(holders[at(right)])] = 1;
            open.push_back(holders[at(right)]);
        }
    }
    return crowd;
}

/// Sets the edges and prices of the crowd's part to those of an auction in which its places bid for left vertices: a
/// place is worth what it saves, and who is left over has the price 0, his exit.
void enter_bids_of_places(const CostedGraph& graph, const CostedGraph& transposed, const PricedEdges& sold,
                          std::int64_t exit, PricedEdges& entered) {
    const BipartiteGraph& network = graph.graph();
    for (std::int32_t right = 0; right < network.right_count(); ++right) {
        const std::int64_t bought = sold.edges[at(right)];
        if (bought == Assignment::no_edge) continue;
        const std::int32_t left = transposed.graph().right_of(bought);
        const auto rights = network.rights(left);
        const auto found = std::lower_bound(rights.begin(), rights.end(), right);
        entered.edges[at(left)] = network.first_edge(left) + (found - rights.begin());
        entered.prices[at(right)] = exit - transposed.cost(bought) - sold.prices[at(left)];
    }
}

std::optional<PricedEdges> hold_single_auction(const CostedGraph& graph, const std::vector<std::int32_t>& has_place,
                                               const CostedGraph* transposed) {
    const auto [least, greatest] = std::minmax_element(graph.costs().begin(), graph.costs().end());
    if (*greatest - *least <= std::numeric_limits<std::uint32_t>::max()) {
        return SingleAuction<std::uint32_t>(graph, has_place, transposed).solve();
    }
    return SingleAuction<std::int64_t>(graph, has_place, transposed).solve();
}

}  // namespace

std::optional<PricedEdges> hold_auctions(const CostedGraph& graph, const AssignmentTerms& terms,
                                         const std::vector<std::int64_t>& exits) {
    if (!terms.exit_costs.empty() || graph.graph().edge_count() == 0) return std::nullopt;
    const BipartiteGraph& network = graph.graph();
    Matching matching = maximum_matching(network, {.left = {}, .right = terms.right_capacities});
    const bool places_all = matching.size() == network.left_count();
    if (!are_single_places(terms)) {
        if (!places_all) return std::nullopt;
        return Auction(graph, terms.right_capacities).solve();
    }
    if (places_all && matching.size() == network.right_count()) return hold_single_auction(graph, {}, nullptr);
    if (!places_all && !terms.required.empty()) return std::nullopt;

    const CostedGraph transposed = graph.transposed();
    const Crowd crowd = crowd_of(network, matching);
    matching = {};
    std::vector<std::int32_t> quiet_places(crowd.rights.size());
    for (std::int32_t right = 0; right < network.right_count(); ++right)
        quiet_places[at(right)] = crowd.rights[at(right)] == 1 ? 0 : terms.capacity(right);
    std::optional<PricedEdges> entered = hold_single_auction(graph, quiet_places, &transposed);
    if (!entered || places_all) return entered;
    const std::optional<PricedEdges> sold = hold_single_auction(transposed, crowd.lefts, &graph);
    if (!sold) return std::nullopt;
    enter_bids_of_places(graph, transposed, *sold, exits.front(), *entered);
    return entered;
}

}  // namespace cadre
