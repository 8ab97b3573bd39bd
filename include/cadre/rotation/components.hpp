#pragma once

#include <cadre/export.hpp>
#include <cadre/rotation/rotation_graph.hpp>

#include <cstdint>
#include <vector>

namespace cadre {

/// A partition of the vertices of a graph.
struct Components {
    std::int32_t count = 0;
    std::vector<std::int32_t> of;  ///< the component of each vertex, from 0

    /// The vertices of each component, ascending.
    CADRE_EXPORT std::vector<std::vector<std::int32_t>> members() const;
    bool operator==(const Components&) const = default;
};

/// Within which groups people come round: there is a way from each vertex to each other. An edge between two
/// components goes from the lower number to the higher one, so that numbers are a topological order of the
/// condensation. Pearce (2016), "A space-efficient algorithm for finding strongly connected components"; time grows
/// with vertices and edges. Thread-safe.
CADRE_EXPORT Components strong_components(const RotationGraph& graph);

/// Which vertices hang together whatever the direction; numbered by their least vertex. Thread-safe.
CADRE_EXPORT Components weak_components(const RotationGraph& graph);

/// A vertex for each strong component, an edge for each edge between two. Throws `Error` (invalid_argument) for
/// components of another graph. Thread-safe.
CADRE_EXPORT RotationGraph condensation(const RotationGraph& graph, const Components& components);

/// The vertices so that every edge between two strong components goes forwards; those of one component together,
/// ascending. Thread-safe.
CADRE_EXPORT std::vector<std::int32_t> topological_order(const RotationGraph& graph);

/// Vertices without which their weak component falls apart, ascending. Hopcroft and Tarjan (1973), "Efficient
/// algorithms for graph manipulation", on edges in both directions; time grows with vertices and edges. Thread-safe.
CADRE_EXPORT std::vector<std::int32_t> articulation_vertices(const RotationGraph& graph);

}  // namespace cadre
