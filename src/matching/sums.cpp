#include "matching/sums.hpp"

namespace cadre {

void set_sums(const CostedGraph& graph, const AssignmentTerms& terms, Assignment& assignment) {
    assignment.cost = 0;
    assignment.placed = 0;
    assignment.required_placed = 0;
    for (std::size_t left = 0; left < assignment.edges.size(); ++left) {
        const std::int64_t edge = assignment.edges[left];
        if (edge != Assignment::no_edge) {
            assignment.cost += graph.cost(edge);
            ++assignment.placed;
            assignment.required_placed += terms.is_required(static_cast<std::int32_t>(left)) ? 1 : 0;
        } else if (!terms.exit_costs.empty()) {
            assignment.cost += terms.exit_costs[left];
        }
    }
}

}  // namespace cadre
