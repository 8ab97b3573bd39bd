#pragma once

#include <cadre/planning/plan.hpp>
#include <cadre/planning/pool_policy.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>

namespace cadre {

/// The least number of members that a threshold asks for, or the greatest that it allows, where it is on their number
/// divided by `unit`, which is above 0 and below `most_seats`.
std::int64_t turning_point(const Threshold& threshold, std::int64_t unit);

inline constexpr std::int64_t most_seats = 1'000'000'000;

/// How many members the policies on one pool's size allow, and which of them say so.
class PoolSize {
public:
    /// Takes in one policy that is for the pool; those that are not on its size, or on numbers not known, say nothing.
    void add(const PoolPolicy& policy, const PlanPool& pool);

    std::optional<std::int64_t> least() const { return members(least_); }
    std::optional<std::int64_t> most() const { return members(most_); }

    /// Two policies that no number of members can satisfy both.
    std::optional<PlanFinding> contradiction(const PlanPool& pool, std::size_t row) const;

private:
    struct Bound {
        std::int64_t members;
        const PoolPolicy* policy;
    };
    static std::optional<std::int64_t> members(const std::optional<Bound>& bound) {
        return bound ? std::optional(bound->members) : std::nullopt;
    }
    /// The members in `parts` groups keep to a threshold, each group by itself, on its number by `unit`.
    void add(const PoolPolicy& policy, const Threshold& threshold, std::int64_t unit, std::int64_t parts);

    std::optional<Bound> least_;
    std::optional<Bound> most_;
};

}  // namespace cadre
