#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/evaluation/options.hpp>
#include <cadre/export.hpp>
#include <cadre/planning/plan.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/vocabulary/date.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// How the seats that open within a pool's term stand against those who are ready to take them.
enum class CoverageStatus {
    no_opening,    ///< no seat opens
    covered,       ///< every seat can be filled, and candidates remain
    thin,          ///< every seat can be filled, and no candidate remains
    gap,           ///< not every seat can be filled
    undetermined,  ///< missing data leaves it open
};
/// The name of the status: "no_opening".
CADRE_EXPORT std::string_view to_code(CoverageStatus status);

/// Why the coverage of a pool is undetermined.
enum class CoverageReason {
    decided,        ///< it is not
    missing_data,   ///< of incumbents or candidates
    post_unknown,   ///< a pool for a post that is not known; its openings were not looked for
    seats_unknown,  ///< neither pool nor post says how many, or it says none; likewise
    term_unknown,   ///< a day of the term is missing, or it ends before it begins; likewise
};
CADRE_EXPORT std::string_view to_code(CoverageReason reason);

/// A seat that opens within a term, or may.
struct SeatOpening {
    DayNumber first = 0;   ///< the earliest day
    DayNumber last = 0;    ///< the latest day if it opens at all
    bool certain = false;  ///< it opens, on a day from first to last

    bool operator==(const SeatOpening&) const = default;
};

/// One pool, taken by itself: its candidates may be wanted elsewhere, too.
struct PoolCoverage {
    std::string key;  ///< of the pool
    CoverageStatus status = CoverageStatus::undetermined;
    CoverageReason reason = CoverageReason::decided;
    std::vector<SeatOpening> openings;     ///< by day; the number of seats to fill, the uncertain ones included
    std::int64_t certain_openings = 0;     ///< how many of them are certain
    std::int64_t sure_candidates = 0;      ///< are ready for a seat that opens for certain
    std::int64_t possible_candidates = 0;  ///< may be ready for a seat that may open, the sure ones included
    std::int64_t least_short = 0;          ///< of how many seats at least there is nobody to fill them
    std::int64_t most_short = 0;           ///< at most
};

/// Pools that share candidates who are fewer than the seats to fill: the reason why not all can be covered at once
/// (Hall 1935). No pool and no candidate stands in two of them.
struct SharedGap {
    std::vector<std::size_t> pools;   ///< rows of `pools`, ascending
    std::vector<std::size_t> cadres;  ///< rows of `cadres`, ascending: everyone who is ready for one of the seats
    std::int64_t unknown_cadres = 0;  ///< members beside them of whom it is not known who they are
    std::int64_t seats = 0;

    std::int64_t short_by() const { return seats - static_cast<std::int64_t>(cadres.size()) - unknown_cadres; }
    bool operator==(const SharedGap&) const = default;
};

/// All pools together, where one candidate takes one seat: a maximum matching of seats and candidates.
struct JointCoverage {
    std::int64_t seats = 0;              ///< to fill
    std::int64_t filled = 0;             ///< as many as can be at once
    std::vector<SharedGap> gaps;         ///< by their first pool; together short by `seats - filled`
    std::vector<std::size_t> essential;  ///< rows of `cadres`, ascending: without any one of them fewer can be filled
};

/// Which seats open within the terms of the pools, and who can take them. A plain value.
struct Coverage {
    DayNumber as_of = 0;
    DayNumber law_as_of = 0;
    std::vector<PoolCoverage> pools;  ///< by row of `pools`
    /// At worst: every seat that may open does, and none but those surely ready take one.
    JointCoverage at_worst;
    /// At best: none but the certain seats open, and everyone takes one who may be ready.
    JointCoverage at_best;
    /// Members of whom the pool is not known: each might fill any seat, so that `at_best` may be better by so many.
    std::int64_t unplaced = 0;
    /// Cadres who may hold a post that the roster does not name: their list of appointments is missing or open, or the
    /// post of a spell is. While there is one, no seat without a known incumbent is certain to be vacant.
    std::int64_t unlisted = 0;
    std::vector<PlanFinding> findings;  ///< of `read_plan`

    /// How many seats cannot be filled at once, at least.
    CADRE_EXPORT std::int64_t least_short() const;
    /// At most; nothing where the openings of some pool are not known.
    CADRE_EXPORT std::optional<std::int64_t> most_short() const;
};

/// Finds for every pool of a roster the seats that open from the day judged to the end of its term, and whether those
/// in the pool who are ready by then fill them; of all pools together, how many seats can be filled at once.
///
/// Incumbents of a post are those with an appointment to it on the day; of a committee, the members of its pool who are
/// `incumbent`. One leaves when the appointment ends (one that follows it in the same post prolongs it), or by the
/// earliest of the `departure` policies: `stays` is judged on the first day of the term, unless the term has begun
/// before the day judged. Seats without an incumbent are open on the day judged. A post whose known incumbents are not
/// more than its seats is taken to have no more than these.
///
/// A candidate for a seat is a member of the pool, no incumbent of it, for whom every `entry` policy holds on the day
/// on which the seat opens, or on the first day of the term if the policy says so; all by the law of `law_as_of`. That
/// someone retires before that day is for an entry policy to say.
///
/// Known answers stay what they are however missing data turns out. Takes time that grows with the roster once for
/// every policy, with the members of pools, and with the matching (see `maximum_matching`). Throws `Error`:
/// invalid_rule for policies that cannot be read, and as `read_plan` does. Thread-safe.
///
///     const Coverage coverage = cover(pack, roster, {.as_of = Date(2015, 6, 30)});
///     coverage.pools[0].status;       // gap
///     coverage.at_best.gaps[0].pools  // these share candidates who are too few
CADRE_EXPORT Coverage cover(const Pack& pack, const Roster& roster, const EvaluationOptions& options);

}  // namespace cadre
