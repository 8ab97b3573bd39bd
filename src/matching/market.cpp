#include "matching/market.hpp"

#include "matching/at.hpp"
#include "matching/auction.hpp"
#include "matching/right_options.hpp"
#include "matching/shortlists.hpp"
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

/// 1 for each that is not chosen, 0 for each that is.
std::vector<std::int32_t> others(const std::vector<std::int32_t>& chosen) {
    std::vector<std::int32_t> found;
    found.reserve(chosen.size());
    for (const std::int32_t flag : chosen) found.push_back(1 - flag);
    return found;
}

/// Of a graph with edges, where right vertices have one place each.
template <class Cost>
class Market {
public:
    Market(const CostedGraph& graph, std::int64_t least, std::int64_t width)
        : graph_(graph), options_(graph, least), least_(least), width_(width) {}

    /// Left vertices bid for the chosen places; takers are absent where none of them is left over.
    std::optional<PricedEdges> sell_to_lefts(const std::vector<std::int32_t>& places,
                                             const RightOptions<Cost>* takers) const {
        PlacePrices prices = starting_prices(places);
        Shortlists<Cost> bidders(options_, prices);
        std::optional<SoldPlaces> sold = SingleAuction<Cost, Shortlists<Cost>, RightOptions<Cost>>(
                                             std::move(bidders), takers, std::move(prices), width_)
                                             .solve();
        if (!sold) return std::nullopt;
        PricedEdges entered{std::vector<std::int64_t>(sold->places.size(), Assignment::no_edge),
                            std::move(sold->prices)};
        for (std::size_t left = 0; left < sold->places.size(); ++left) {
            if (sold->places[left] >= 0)
                entered.edges[left] = edge_of(static_cast<std::int32_t>(left), sold->places[left]);
        }
        return entered;
    }

    /// Places of the crowd bid for its left vertices: a place is worth what it saves, and who is left over has the
    /// price 0, his exit. Sets edges and prices of the crowd; false when the auction was given up.
    bool sell_to_rights(const Crowd& crowd, std::int64_t exit, PricedEdges& entered) const {
        PlacePrices prices = starting_prices(crowd.lefts);
        RightOptions<Cost> bidders(graph_, least_, crowd.rights);
        bidders.put_in_order(prices);
        const std::optional<SoldPlaces> sold = SingleAuction<Cost, RightOptions<Cost>, LeftOptions<Cost>>(
                                                   std::move(bidders), &options_, std::move(prices), width_)
                                                   .solve();
        if (!sold) return false;
        for (std::int32_t right = 0; right < graph_.graph().right_count(); ++right) {
            const std::int32_t left = sold->places[at(right)];
            if (left < 0) continue;
            const std::int64_t edge = edge_of(left, right);
            entered.edges[at(left)] = edge;
            entered.prices[at(right)] = exit - graph_.cost(edge) - sold->prices[at(left)];
        }
        return true;
    }

    RightOptions<Cost> options_of(const std::vector<std::int32_t>& places) const { return {graph_, least_, places}; }

private:
    PlacePrices starting_prices(const std::vector<std::int32_t>& is_offered) const {
        PlacePrices prices{std::int64_t{std::min(graph_.graph().left_count(), graph_.graph().right_count())} + 1, {}};
        prices.values.reserve(is_offered.size());
        for (const std::int32_t flag : is_offered) prices.values.push_back(flag == 1 ? 0 : forbidding_price);
        return prices;
    }

    std::int64_t edge_of(std::int32_t left, std::int32_t right) const {
        const auto rights = graph_.graph().rights(left);
        const auto found = std::lower_bound(rights.begin(), rights.end(), right);
        return graph_.graph().first_edge(left) + (found - rights.begin());
    }

    const CostedGraph& graph_;
    LeftOptions<Cost> options_;
    std::int64_t least_;
    std::int64_t width_;
};

/// By parts: those who can all be placed bid for places, and where they are too many, the places bid for them.
template <class Cost>
std::optional<PricedEdges> sell_by_parts(const Market<Cost>& market, const Crowd& crowd, std::int64_t exit) {
    const std::vector<std::int32_t> quiet_places = others(crowd.rights);
    std::optional<RightOptions<Cost>> takers = market.options_of(quiet_places);
    std::optional<PricedEdges> entered = market.sell_to_lefts(quiet_places, &*takers);
    takers.reset();  // before the other part is reversed
    const bool is_crowded = std::find(crowd.lefts.begin(), crowd.lefts.end(), 1) != crowd.lefts.end();
    if (entered && is_crowded && !market.sell_to_rights(crowd, exit, *entered)) return std::nullopt;
    return entered;
}

template <class Cost>
std::optional<PricedEdges> hold_single_auctions(const CostedGraph& graph, std::int64_t least, std::int64_t width,
                                                Matching matching, std::int64_t exit) {
    const BipartiteGraph& network = graph.graph();
    const Market<Cost> market(graph, least, width);
    if (matching.size() == network.left_count() && matching.size() == network.right_count())
        return market.sell_to_lefts(std::vector<std::int32_t>(at(network.right_count()), 1), nullptr);
    const Crowd crowd = crowd_of(network, matching);
    matching = {};
    return sell_by_parts(market, crowd, exit);
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
    if (!places_all && !terms.required.empty()) return std::nullopt;
    const auto [least, greatest] = std::minmax_element(graph.costs().begin(), graph.costs().end());
    const std::int64_t width = *greatest - *least;
    if (width <= std::numeric_limits<std::uint32_t>::max())
        return hold_single_auctions<std::uint32_t>(graph, *least, width, std::move(matching), exits.front());
    return hold_single_auctions<std::int64_t>(graph, *least, width, std::move(matching), exits.front());
}

}  // namespace cadre
