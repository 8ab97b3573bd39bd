#pragma once

#include <cadre/export.hpp>
#include <cadre/matching/assignment.hpp>
#include <cadre/matching/costed_graph.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace cadre {

class ExchangeSearch;

/// A left vertex and what it gets instead of what it has: an edge, or none.
struct Reassignment {
    std::int32_t left = 0;
    std::int64_t edge = Assignment::no_edge;

    bool operator==(const Reassignment&) const = default;
};

/// What a changed wish costs: the best assignment with it against the best one.
struct Regret {
    std::int32_t required_lost = 0;  ///< how many fewer required left vertices have an edge
    std::int32_t placed_lost = 0;    ///< how many fewer left vertices have an edge
    std::int64_t cost = 0;  ///< extra cost, as `Assignment::cost` counts it; may be negative if fewer have an edge
    std::vector<Reassignment> moves;  ///< from the best assignment to the best one with the wish, along the chain

    bool operator==(const Regret&) const = default;
};

/// Answers "why not this one there?" for an optimal assignment, exactly, by one augmentation from its prices.
///
///     Regrets regrets(graph, terms, assign(graph, terms));
///     regrets.forcing(edge)->cost;      // what it costs to give the edge to its left vertex
///     regrets.forbidding(left)->moves;  // who moves when this left vertex may not have what it has
///
/// Refers to the graph and the terms, and takes as much memory as the graph. An answer takes time that grows with edges
/// at worst, but mostly looks at few of them; one thread at a time.
class CADRE_EXPORT Regrets {
public:
    /// Throws `Error`: as `assign` does for the terms; invalid_argument for an assignment that `verify` rejects.
    Regrets(const CostedGraph& graph, const AssignmentTerms& terms, const Assignment& assignment);
    Regrets(Regrets&&) noexcept;
    Regrets& operator=(Regrets&&) noexcept;
    ~Regrets();

    /// When the left vertex must have this edge of its; nothing when its right vertex has no places at all. Throws
    /// `Error` (not_found) for no edge.
    std::optional<Regret> forcing(std::int64_t edge);
    /// When the left vertex may not have the edge that it has; nothing when it has none. Throws `Error` (not_found) for
    /// no vertex.
    std::optional<Regret> forbidding(std::int32_t left);

private:
    std::optional<Regret> moving(std::int32_t left, const std::vector<std::int64_t>& options);

    const CostedGraph* graph_;
    const AssignmentTerms* terms_;
    std::unique_ptr<std::vector<std::int64_t>> exits_;
    std::unique_ptr<CostedGraph> transposed_;
    std::unique_ptr<ExchangeSearch> search_;
};

}  // namespace cadre
