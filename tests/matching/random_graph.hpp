#pragma once

// Small random graphs with capacities, and what trying every set of edges says about them.

#include <cadre/matching/bipartite_graph.hpp>
#include <cadre/matching/capacities.hpp>
#include <cadre/matching/maximum_matching.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace cadre::testing {

struct RandomGraph {
    std::vector<BipartiteEdge> edges;
    std::int32_t left_count;
    std::int32_t right_count;
    Capacities capacities;
    std::vector<bool> required;

    BipartiteGraph graph() const { return {left_count, right_count, edges}; }
};

inline std::int32_t number(std::mt19937_64& random, std::int32_t least, std::int32_t greatest) {
    return least + static_cast<std::int32_t>(random() % static_cast<std::uint64_t>(greatest - least + 1));
}

inline std::vector<std::int32_t> random_capacities(std::mt19937_64& random, std::int32_t count, std::int32_t most) {
    std::vector<std::int32_t> capacities;
    for (std::int32_t i = 0; i < count; ++i) capacities.push_back(number(random, 0, most));
    return capacities;
}

/// At most `most_edges` different edges; capacities of 1, or of 0 to 3.
inline RandomGraph random_graph(std::mt19937_64& random, std::int32_t most_vertices, std::size_t most_edges) {
    RandomGraph made{{}, number(random, 0, most_vertices), number(random, 0, most_vertices), {}, {}};
    for (std::int32_t left = 0; left < made.left_count; ++left) {
        for (std::int32_t right = 0; right < made.right_count; ++right) made.edges.push_back({left, right});
        made.required.push_back(random() % 3 == 0);
    }
    std::shuffle(made.edges.begin(), made.edges.end(), random);
    made.edges.resize(std::min(made.edges.size(), static_cast<std::size_t>(random() % (most_edges + 1))));
    if (random() % 2 == 0) made.capacities.left = random_capacities(random, made.left_count, 3);
    if (random() % 2 == 0) made.capacities.right = random_capacities(random, made.right_count, 3);
    return made;
}

struct Best {
    std::int64_t edges = 0;           ///< most edges of a matching
    std::int64_t required_edges = 0;  ///< most edges that required left vertices can have together
};

/// Tries every set of edges without those of the right vertex `without`.
inline Best brute_force(const RandomGraph& of, std::int32_t without = -1) {
    Best best;
    for (std::uint32_t set = 0; set < (1U << of.edges.size()); ++set) {
        std::vector<std::int32_t> left(static_cast<std::size_t>(of.left_count));
        std::vector<std::int32_t> right(static_cast<std::size_t>(of.right_count));
        Best here;
        bool fits = true;
        for (std::size_t i = 0; i < of.edges.size() && fits; ++i) {
            if ((set >> i & 1U) == 0) continue;
            const BipartiteEdge edge = of.edges[i];
            const auto at_left = static_cast<std::size_t>(edge.left);
            fits = edge.right != without && ++left[at_left] <= of.capacities.of(Side::left, edge.left) &&
                   ++right[static_cast<std::size_t>(edge.right)] <= of.capacities.of(Side::right, edge.right);
            ++here.edges;
            here.required_edges += of.required[at_left] ? 1 : 0;
        }
        if (!fits) continue;
        best.edges = std::max(best.edges, here.edges);
        best.required_edges = std::max(best.required_edges, here.required_edges);
    }
    return best;
}

}  // namespace cadre::testing
