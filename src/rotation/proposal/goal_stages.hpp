#pragma once

#include "rotation/proposal/rotation_network.hpp"

#include <cadre/matching/assignment.hpp>
#include <cadre/matching/costed_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace cadre {

/// The goals of a rotation problem in stages of one number an edge, each small enough for `assign`.
class GoalStages {
public:
    /// Refers to the network. Throws `Error` (limit_exceeded) for a goal that does not fit a stage of its own.
    explicit GoalStages(const RotationNetwork& network);

    std::size_t count() const { return stages_.size(); }
    CostedGraph first() const { return network_.with_costs(stages_.front().costs); }
    /// Stage `at` over 0, where what the stage before it does not count as best, by its prices, is dearer than any
    /// sum of the stage's own costs: a dearer edge, a spare seat with a price, and no edge for one who had to get one.
    CostedGraph next(std::size_t at, const CostedGraph& before, const std::vector<std::int64_t>& prices) const;

private:
    /// Costs from 0 to `range`, by edge.
    struct Stage {
        std::vector<std::int64_t> costs;
        std::int64_t range = 0;
    };

    void add(const std::string& id, const std::vector<std::int64_t>& costs);
    bool fits(std::size_t at, std::int64_t range) const;
    bool merge(const Stage& goal);
    std::int64_t penalty(std::int64_t range) const { return size_ * range + 1; }

    const RotationNetwork& network_;
    std::int64_t size_;  ///< the number of cadres
    std::int64_t most_;  ///< the greatest cost and difference of costs of a stage
    std::vector<Stage> stages_;
};

}  // namespace cadre
