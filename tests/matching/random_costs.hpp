#pragma once

// Random graphs with costs, and every assignment of a small one.

#include "matching/random_graph.hpp"

#include <cadre/matching/assignment.hpp>
#include <cadre/matching/costed_graph.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <random>
#include <tuple>
#include <vector>

namespace cadre::testing {

struct CostedCase {
    CostedGraph graph;
    AssignmentTerms terms;
};

/// Costs with many ties or few, some below 0; half of the cases have capacities, a third required vertices, a third
/// exit costs.
inline CostedCase random_case(std::mt19937_64& random, std::int32_t most_vertices, std::size_t most_edges) {
    const RandomGraph made = random_graph(random, most_vertices, most_edges);
    const std::int32_t most = random() % 2 == 0 ? 3 : 1000;
    const std::int32_t least = random() % 2 == 0 ? 0 : -2;
    std::vector<CostedEdge> edges;
    for (const BipartiteEdge& edge : made.edges) edges.push_back({edge.left, edge.right, number(random, least, most)});
    AssignmentTerms terms{.right_capacities = made.capacities.right};
    if (random() % 3 == 0) terms.required = made.required;
    if (random() % 3 == 0) {
        for (std::int32_t i = 0; i < made.left_count; ++i) terms.exit_costs.push_back(number(random, least, most));
    }
    return {CostedGraph(made.left_count, made.right_count, edges), terms};
}

/// A random case with as many right vertices as left ones, in which everybody can be placed.
inline CostedCase full_case(std::mt19937_64& random, std::int32_t count, std::int32_t degree, std::int32_t most_cost) {
    std::vector<CostedEdge> edges;
    for (std::int32_t left = 0; left < count; ++left) {
        edges.push_back({left, (left * 7 + 3) % count, number(random, 0, most_cost)});
        for (std::int32_t i = 1; i < degree; ++i)
            edges.push_back({left, number(random, 0, count - 1), number(random, 0, most_cost)});
    }
    return {CostedGraph(count, count, edges, ParallelEdges::merge), {}};
}

/// Worse assignments are greater: fewer required placed, then (without exit costs) fewer placed, then dearer.
using Worth = std::tuple<std::int32_t, std::int32_t, std::int64_t>;

inline Worth worth(const AssignmentTerms& terms, const Assignment& assignment) {
    return {-assignment.required_placed, terms.exit_costs.empty() ? -assignment.placed : 0, assignment.cost};
}

/// Every assignment that keeps to the capacities, with its sums.
inline std::vector<Assignment> every_assignment(const CostedCase& of) {
    const BipartiteGraph& network = of.graph.graph();
    std::vector<Assignment> found;
    std::vector<std::int32_t> loads(static_cast<std::size_t>(network.right_count()));
    Assignment made;
    const std::function<void(std::int32_t)> extend = [&](std::int32_t left) {
        if (left == network.left_count()) return found.push_back(made);
        const Assignment before = made;
        made.edges.push_back(Assignment::no_edge);
        if (!of.terms.exit_costs.empty()) made.cost += of.terms.exit_costs[static_cast<std::size_t>(left)];
        extend(left + 1);
        for (std::int64_t edge = network.first_edge(left); edge < network.first_edge(left + 1); ++edge) {
            std::int32_t& load = loads[static_cast<std::size_t>(network.right_of(edge))];
            if (load == of.terms.capacity(network.right_of(edge))) continue;
            ++load;
            made = before;
            made.edges.push_back(edge);
            made.cost += of.graph.cost(edge);
            ++made.placed;
            made.required_placed += of.terms.is_required(left) ? 1 : 0;
            extend(left + 1);
            --load;
        }
        made = before;
    };
    extend(0);
    return found;
}

}  // namespace cadre::testing
