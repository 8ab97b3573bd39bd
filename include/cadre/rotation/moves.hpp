#pragma once

#include <cadre/export.hpp>
#include <cadre/planning/plan.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/rotation/grouping.hpp>
#include <cadre/rotation/spell_policy.hpp>
#include <cadre/vocabulary/date.hpp>
#include <cadre/vocabulary/interval.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cadre {

class RotationGraph;
struct RotationPlan;

struct MoveOptions {
    Grouping by = Grouping::unit;
    SpellPolicy spells;
    /// The most days between two spells that make a move, 0 or more; absent: any number.
    std::optional<std::int32_t> longest_gap;
    DateInterval window;  ///< of the day of the move
};

/// A cadre left one vertex for another.
struct Move {
    std::int32_t from = 0;         ///< vertex
    std::int32_t to = 0;           ///< vertex
    DayNumber day = 0;             ///< on which the new spell starts
    std::int32_t cadre = -1;       ///< row of `cadres`; -1: not known
    std::int32_t left = -1;        ///< row of the spell in `cadres.appointments`; -1: the move is from a plan
    std::int32_t taken = -1;       ///< row of the spell in `cadres.appointments`, or of `planned_moves`; -1: of none
    std::int32_t left_unit = -1;   ///< row of `units`; -1: not known
    std::int32_t taken_unit = -1;  ///< row of `units`; -1: not known
    std::int32_t kind = -1;        ///< position in `Moves::kinds`; -1: not known

    bool operator==(const Move&) const = default;
};

/// Moves between the vertices of a grouping. A plain value.
struct Moves {
    Grouping by = Grouping::unit;
    std::vector<std::string> vertices;  ///< what each stands for, see `vertex_keys`
    std::vector<Move> moves;            ///< by `from`, `to`, cadre, time: the numbers of the graph's edges
    std::vector<std::string> kinds;     ///< codes of appointment kinds, in the order in which they occur
    /// Pairs of consecutive spells, or rows of a plan, that may be a move: a vertex, a day, or whether a spell counts
    /// is not known.
    std::int64_t uncertain = 0;
    std::int64_t open_histories = 0;    ///< cadres who have, or may have, spells of an unknown place in the order
    std::vector<PlanFinding> findings;  ///< spells that end before they start, findings of the plan
};

/// Finds the moves in the appointments of all cadres: consecutive spells of one cadre on different vertices.
///
/// Spells stand in the order that `SpellPolicy` says, and may overlap. Where a unit is not given for a spell it is that
/// of its post. A reorganisation is no move: a spell of that kind, which the roster makes of one that crosses the
/// succession of its unit, or one that starts on the day on which the spell before ended for that reason; what is not
/// known of kinds and reasons is taken for another. No move of a cadre whose history is open, or has
/// a spell without a known start, is certain. Takes time that grows with the appointments. Throws `Error`
/// (limit_exceeded) for more appointments than a graph has edges, (not_found) for a vocabulary without posts, units and
/// appointments, (invalid_argument) for a negative longest gap, or a window that ends before it begins. Thread-safe.
///
///     const Moves moves = find_moves(roster, {.by = Grouping::sector});
///     const RotationGraph graph = move_graph(moves);  // its edge i is moves.moves[i]
CADRE_EXPORT Moves find_moves(const Roster& roster, const MoveOptions& options = {});

/// The moves of a plan between different vertices; who enters or leaves makes none. Thread-safe.
CADRE_EXPORT Moves moves_of_plan(const Roster& roster, const RotationPlan& plan, Grouping by = Grouping::post);

/// The graph of moves, whose edge numbers are the positions of the moves.
CADRE_EXPORT RotationGraph move_graph(const Moves& moves);

}  // namespace cadre
