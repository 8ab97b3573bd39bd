#include <cadre/rotation/reciprocity.hpp>

#include <algorithm>
#include <cstdint>

namespace cadre {

Reciprocity reciprocity(const RotationGraph& graph) {
    Share pairs{0, 0};
    Share moves{0, 0};
    for (std::int32_t vertex = 0; vertex < graph.vertex_count(); ++vertex) {
        const auto targets = graph.targets(vertex);
        for (auto first = targets.begin(); first != targets.end();) {
            const std::int32_t other = *first;
            const auto last = std::upper_bound(first, targets.end(), other);
            const std::int64_t there = last - first;
            first = last;
            if (other == vertex) continue;
            const auto back = graph.targets(other);
            const auto [begin, end] = std::equal_range(back.begin(), back.end(), vertex);
            ++pairs.denominator;
            pairs.numerator += begin != end ? 1 : 0;
            moves.denominator += there;
            moves.numerator += std::min<std::int64_t>(there, end - begin);
        }
    }
    if (pairs.denominator == 0) return {};
    return {pairs, moves};
}

}  // namespace cadre
