#pragma once

#include <cadre/export.hpp>
#include <cadre/planning/plan.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/vocabulary/date.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// A cadre leaves a post, takes another one, or both, on a day. What is absent without a flag is not known.
struct RotationMove {
    std::optional<std::size_t> row;     ///< of `planned_moves`; absent: the move is not from a table
    std::optional<std::size_t> person;  ///< row of `cadres`
    std::optional<std::size_t> from;    ///< row of `posts`: left on the day
    std::optional<std::size_t> to;      ///< row of `posts`: held from the day on
    bool enters = false;                ///< comes from outside: there is no post that is left
    bool leaves = false;                ///< goes without a new post
    std::optional<DayNumber> day;
    std::string kind;        ///< code of an appointment kind; empty: not known
    bool published = false;  ///< must not be changed by a proposal

    bool operator==(const RotationMove&) const = default;
};

/// The moves of a rotation plan. A plain value.
struct RotationPlan {
    std::vector<RotationMove> moves;    ///< in the order of the rows
    std::vector<PlanFinding> findings;  ///< rows that cannot be right; nothing is dropped for one
};

/// Reads the table `planned_moves`.
///
/// Findings: a move without a known cadre, post or day; one from a post to the same post; two moves of one cadre on one
/// day; a move that neither leaves nor takes a post. Throws `Error` (not_found) for a roster without the table.
/// Thread-safe.
CADRE_EXPORT RotationPlan read_rotation_plan(const Roster& roster);

}  // namespace cadre
