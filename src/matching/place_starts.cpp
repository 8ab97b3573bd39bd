#include "matching/place_starts.hpp"

#include "matching/at.hpp"

#include <algorithm>

namespace cadre {

std::vector<std::int64_t> place_starts(const BipartiteGraph& graph, const std::vector<std::int32_t>& right_capacities) {
    std::vector<std::int64_t> starts(at(graph.right_count()) + 1);
    for (std::int64_t edge = 0; edge < graph.edge_count(); ++edge) ++starts[at(graph.right_of(edge)) + 1];
    for (std::int32_t right = 0; right < graph.right_count(); ++right) {
        const std::int32_t capacity = right_capacities.empty() ? 1 : right_capacities[at(right)];
        std::int64_t& degree = starts[at(right) + 1];
        degree = starts[at(right)] + std::min<std::int64_t>(degree + 1, capacity);
    }
    return starts;
}

}  // namespace cadre
