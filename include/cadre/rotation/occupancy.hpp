#pragma once

#include <cadre/evaluation/verdict.hpp>
#include <cadre/export.hpp>
#include <cadre/planning/plan.hpp>
#include <cadre/roster/column.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/rotation/rotation_plan.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace cadre {

/// The days between which a day lies that need not be known.
struct DayBounds {
    static constexpr DayNumber always = std::numeric_limits<DayNumber>::min();  ///< before every day
    static constexpr DayNumber never = ongoing_day;                             ///< after every day

    DayNumber earliest = always;
    DayNumber latest = never;

    static DayBounds on(DayNumber day) { return {day, day}; }
    bool operator==(const DayBounds&) const = default;
};

/// One who holds a post over days, or may: by an appointment of the roster or by a move of a plan.
struct Holding {
    std::optional<std::size_t> person;  ///< row of `cadres`; absent: not known
    std::optional<std::size_t> post;    ///< row of `posts`; absent: not known
    DayBounds from;                     ///< the first day
    DayBounds to;                       ///< the first day on which the post is no longer held
    Verdict acting = Verdict::undetermined;
    std::optional<std::size_t> spell;     ///< row of `cadres.appointments`; absent: a move begins it
    std::optional<std::size_t> taken_by;  ///< position of the move that begins it
    std::optional<std::size_t> left_by;   ///< position of the move that ends it, unless it has ended before

    /// Whether the post is held on a day.
    CADRE_EXPORT Verdict on(DayNumber day) const;
};

/// How many hold a post over days on which nothing changes.
struct SeatSpan {
    std::size_t post = 0;    ///< row of `posts`
    DayNumber from = 0;      ///< the first day
    DayNumber to = 0;        ///< the first day after it; `DayBounds::never` where it does not end
    std::int64_t least = 0;  ///< distinct cadres who certainly hold it
    std::int64_t most = 0;   ///< with those who may, of whom the roster says that it may be this post
    bool operator==(const SeatSpan&) const = default;
};

/// Who holds which post on the day before a plan and on each day from then on. A plain value.
struct Occupancy {
    DayNumber before = 0;           ///< the day before the first move that has a day; 1969-12-31: none has
    DayNumber last = 0;             ///< the day of the last move that has one
    std::vector<Holding> holdings;  ///< the roster's by row, then the plan's by move
    std::vector<std::optional<std::int64_t>> seats;  ///< by row of `posts`; absent: not known, or a negative number
    std::vector<SeatSpan> spans;  ///< by post and day, from `before` on; of posts that someone may hold
    /// Cadres who may hold posts that the roster does not name, between both days: their appointments are missing, open
    /// or without a post. They may be in any seat, and are in no span.
    std::int64_t unlisted = 0;
    std::vector<PlanFinding> row_findings;  ///< posts with a negative number of seats

    /// Positions of the holdings of a post on a day, the uncertain ones too. Takes time linear in the holdings.
    CADRE_EXPORT std::vector<std::size_t> holders(std::size_t post, DayNumber day) const;
};

/// Carries the moves of a plan out on the appointments of a roster.
///
///     const Occupancy occupancy = occupancy_of(roster, read_rotation_plan(roster));
///
/// A move ends what its cadre holds of the post that is left, on its day, and begins a holding of the post that is
/// taken, until a later move. Whatever is missing widens the bounds: a move whose cadre is not known may be anyone's,
/// and one without a day may come at any time. Whoever holds a post takes a seat of it, acting or not; one who holds it
/// twice takes one. Takes time n log n in appointments and moves. Throws `Error`: not_found for a row that `cadres` or
/// `posts` does not have, invalid_argument for a day outside the calendar. Thread-safe.
CADRE_EXPORT Occupancy occupancy_of(const Roster& roster, const RotationPlan& plan);

}  // namespace cadre
