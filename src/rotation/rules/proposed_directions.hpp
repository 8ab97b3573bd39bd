#pragma once

#include "roster/roster_column.hpp"
#include "rotation/direction_finder.hpp"

#include <cadre/rotation/move_rules.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>

namespace cadre {

/// In which directions moves go, by the units of both posts.
class ProposedDirections {
public:
    explicit ProposedDirections(const Roster& roster) : finder_(roster), unit_(roster, "posts", "unit") {}

    MoveDirections of(const ProposedMove& move) const { return finder_.find(unit_of(move.from), unit_of(move.to)); }
    /// Whether a move goes in one of the rule's directions; one from outside has none to judge.
    Verdict meets(const DirectionRule& rule, const ProposedMove& move) const;
    /// The row of `units`; -1: not known.
    std::int32_t unit_of(std::optional<std::size_t> post) const;

private:
    DirectionFinder finder_;
    RosterColumn unit_;
};

}  // namespace cadre
