#pragma once

#include <cadre/rotation/rotation_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace cadre::testing {

/// Edges among at least one vertex; parallel ones and loops occur.
inline std::vector<RotationEdge> random_edges(std::mt19937_64& random, std::int32_t vertex_count, std::size_t count) {
    const auto vertex = [&] { return static_cast<std::int32_t>(random() % static_cast<std::uint64_t>(vertex_count)); };
    std::vector<RotationEdge> edges(count);
    for (RotationEdge& edge : edges) edge = {vertex(), vertex()};
    return edges;
}

/// Which vertex can be reached from which, by Warshall's closure; each reaches itself.
inline std::vector<std::vector<bool>> reachable(const RotationGraph& graph) {
    const auto count = static_cast<std::size_t>(graph.vertex_count());
    std::vector<std::vector<bool>> reach(count, std::vector<bool>(count));
    for (std::size_t i = 0; i < count; ++i) {
        reach[i][i] = true;
        for (const std::int32_t to : graph.targets(static_cast<std::int32_t>(i)))
            reach[i][static_cast<std::size_t>(to)] = true;
    }
    for (std::size_t k = 0; k < count; ++k) {
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t j = 0; j < count && reach[i][k]; ++j) reach[i][j] = reach[i][j] || reach[k][j];
        }
    }
    return reach;
}

}  // namespace cadre::testing
