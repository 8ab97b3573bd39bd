#include <cadre/matching/assignment.hpp>

#include "matching/market.hpp"
#include "matching/primal_dual.hpp"
#include "matching/sums.hpp"

#include <optional>
#include <utility>

namespace cadre {

Assignment assign(const CostedGraph& graph, const AssignmentTerms& terms) {
    const std::vector<std::int64_t> exits = exit_weights(graph, terms);
    std::optional<PricedEdges> priced = hold_auctions(graph, terms, exits);
    PrimalDual phases(graph, terms, exits);
    if (priced) phases.start_from(std::move(*priced));
    PricedEdges solved = phases.solve();
    Assignment found{.edges = std::move(solved.edges), .prices = std::move(solved.prices)};
    set_sums(graph, terms, found);
    return found;
}

}  // namespace cadre
