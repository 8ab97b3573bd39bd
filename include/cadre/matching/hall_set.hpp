#pragma once

#include <cadre/export.hpp>
#include <cadre/matching/bipartite_graph.hpp>
#include <cadre/matching/capacities.hpp>
#include <cadre/matching/maximum_matching.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace cadre {

class Residual;

/// Why not everybody can be placed: these members compete for these choices, which are fewer places than they need.
struct HallSet {
    Side side = Side::left;             ///< the side of the members; the choices are of the other one
    std::vector<std::int32_t> members;  ///< ascending
    std::vector<std::int32_t> choices;  ///< ascending; all full, and held by members only
    std::int64_t demand = 0;            ///< capacity of the members
    std::int64_t places = 0;            ///< capacity of the choices
    /// Edges of members to vertices that are no choices, each already in use: 0 unless members have capacities over 1.
    std::int64_t beside = 0;

    /// How many of the demand no matching can meet; over 0.
    std::int64_t short_by() const { return demand - places - beside; }
    bool operator==(const HallSet&) const = default;
};

/// The deficient sets of a graph that a maximum matching shows, by alternating reachability (Hall 1935, "On
/// representatives of subsets"; Dulmage and Mendelsohn 1958, "Coverings of bipartite graphs").
///
///     const HallSets reasons(graph, capacities, maximum_matching(graph, capacities));
///     reasons.of(Side::left, unplaced);  // "these 14 cadres compete for these 9 posts"
///
/// Refers to the graph; may be read by several threads.
class CADRE_EXPORT HallSets {
public:
    /// Takes time and memory that grow with the edges. Throws `Error` (invalid_argument) for a matching that is not
    /// one of this graph with these capacities, or not a maximum one.
    HallSets(const BipartiteGraph& graph, const Capacities& capacities, const Matching& matching);
    HallSets(HallSets&&) noexcept;
    HallSets& operator=(HallSets&&) noexcept;
    ~HallSets();

    /// The deficient set around one vertex whose capacity the matching does not use up; nothing when it does. When the
    /// capacities of its side are 1, no part of the set is deficient. Throws `Error` (not_found) for no vertex.
    std::optional<HallSet> of(Side side, std::int32_t vertex) const;

    /// The union over all such vertices of a side: no set of that side is short by more. Empty when there is none.
    HallSet all(Side side) const;

private:
    HallSet reached_from(Side side, const std::vector<std::int32_t>& vertices) const;

    std::unique_ptr<Residual> residual_;
};

}  // namespace cadre
