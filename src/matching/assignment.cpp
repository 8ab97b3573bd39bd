#include <cadre/matching/assignment.hpp>
#include <cadre/matching/maximum_matching.hpp>

#include "matching/auction.hpp"
#include "matching/primal_dual.hpp"
#include "matching/sums.hpp"

#include <optional>
#include <utility>

namespace cadre {
namespace {

/// An auction of more bidders than places never ends, so that only a matching that places everybody allows it.
bool can_place_all(const CostedGraph& graph, const AssignmentTerms& terms) {
    const Capacities capacities{.left = {}, .right = terms.right_capacities};
    return maximum_matching(graph.graph(), capacities).size() == graph.graph().left_count();
}

}  // namespace

Assignment assign(const CostedGraph& graph, const AssignmentTerms& terms) {
    const std::vector<std::int64_t> exits = exit_weights(graph, terms);
    PrimalDual phases(graph, terms, exits);
    if (terms.exit_costs.empty() && can_place_all(graph, terms)) {
        if (std::optional<PricedEdges> priced = Auction(graph, terms).solve()) phases.start_from(std::move(*priced));
    }
    PricedEdges solved = phases.solve();
    Assignment found{.edges = std::move(solved.edges), .prices = std::move(solved.prices)};
    set_sums(graph, terms, found);
    return found;
}

}  // namespace cadre
