#pragma once

#include <cstdint>
#include <vector>

namespace cadre {

/// Edges of left vertices and prices of right ones, on the way to an assignment.
struct PricedEdges {
    std::vector<std::int64_t> edges;
    std::vector<std::int64_t> prices;
};

}  // namespace cadre
