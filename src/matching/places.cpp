#include "matching/places.hpp"

#include "matching/place_starts.hpp"

#include <algorithm>

namespace cadre {

Places::Places(const BipartiteGraph& graph, const AssignmentTerms& terms)
    : starts_(place_starts(graph, terms.right_capacities)),
      holders_(static_cast<std::size_t>(starts_.back())),
      loads_(at(graph.right_count())) {}

Places::Places(const BipartiteGraph& graph, const AssignmentTerms& terms, const std::vector<std::int64_t>& edges)
    : Places(graph, terms) {
    for (std::size_t left = 0; left < edges.size(); ++left) {
        if (edges[left] != Assignment::no_edge) add(graph.right_of(edges[left]), static_cast<std::int32_t>(left));
    }
}

void Places::remove(std::int32_t right, std::int32_t left) {
    slot_of(right, left) = holders(right).back();
    --loads_[at(right)];
}

std::int32_t& Places::slot_of(std::int32_t right, std::int32_t left) {
    const auto first = holders_.begin() + starts_[at(right)];
    return *std::find(first, first + loads_[at(right)], left);
}

}  // namespace cadre
