#pragma once

#include <cadre/evaluation/options.hpp>
#include <cadre/evaluation/verdict.hpp>
#include <cadre/export.hpp>
#include <cadre/messages/message.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/vocabulary/date.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// One of several rows that put the same cadre into the same pool.
struct PlanRow {
    std::size_t row = 0;                      ///< of `pool_members`
    Verdict planned = Verdict::undetermined;  ///< whether one is in the pool by this row
};

/// A cadre in a pool.
struct PlanMember {
    std::size_t row = 0;                        ///< of `pool_members`; the first of several rows
    std::optional<std::size_t> pool;            ///< row of `pools`; absent: not known
    std::optional<std::size_t> person;          ///< row of `cadres`; absent: not known, or not in the roster
    Verdict planned = Verdict::undetermined;    ///< in the pool on the day judged
    Verdict incumbent = Verdict::undetermined;  ///< holds the post or a seat already
    /// All rows that put the cadre into the pool on the day, where there are several; the first has them.
    std::vector<PlanRow> rows{};
};

/// A pool on the day judged; its row in `pools` is its position in the plan.
struct PlanPool {
    std::string key;  ///< empty where the row has none
    std::optional<std::size_t> post;
    bool of_committee = false;  ///< it has no post, but seats of its own
    std::optional<std::size_t> unit;
    std::optional<std::int64_t> seats;    ///< the pool's own, else those of its post
    std::optional<DayNumber> term_start;  ///< absent, like the end, of a term that ends before it begins
    std::optional<DayNumber> term_end;    ///< excluded
    std::optional<DayNumber> reviewed;    ///< the last review; absent: not known, or none
    bool never_reviewed = false;
    std::vector<std::size_t> members;  ///< positions in `Plan::members`, those certainly outside left out
};

/// Rows of the plan that cannot be right, or that a person should look at before results are used. Nothing is
/// dropped for one.
struct PlanFinding {
    std::string table;  ///< "pools", "pool_members"
    std::size_t row = 0;
    Message message;  ///< its id is the stable code; it names pool and row, never a person
};

/// The planning pools of a roster with their members. A plain value.
struct Plan {
    std::vector<PlanPool> pools;
    std::vector<PlanMember> members;
    std::vector<std::size_t> unplaced;  ///< positions of members of which the pool is not known: they may be in any
    std::vector<PlanFinding> findings;
};

/// Reads the tables `pools` and `pool_members`. One is in a pool from the day `added` on, unless one's status is
/// "removed" and the day `removed` has come; what of this is missing leaves it undetermined.
///
/// Findings: a pool without a known post, or if it is a committee's, unit; without known seats, its own or the post's,
/// or without a term; a term that ends before it begins, of which neither day counts as known; a member without a known
/// pool or cadre; one who is in the same pool twice; a removal without a day, or before the day added; more votes than
/// voters. Throws `Error` (not_found) for a roster without the table `pools`, and as `evaluate` does. Thread-safe.
CADRE_EXPORT Plan read_plan(const Roster& roster, const EvaluationOptions& options);

}  // namespace cadre
