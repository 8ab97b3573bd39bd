#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/evaluation/explanation.hpp>
#include <cadre/export.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/rotation/move_rules.hpp>
#include <cadre/rotation/rotation_plan.hpp>
#include <cadre/rotation/rotation_policy.hpp>
#include <cadre/vocabulary/date.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace cadre {

struct PlanCheckOptions {
    MoveRuleOptions law;
    /// So many days one who leaves may still be in the seat beside the one who comes.
    std::uint16_t handover_days = 0;
    /// So many days a seat that a move leaves may stay empty; absent: any number.
    std::optional<std::uint16_t> longest_vacancy = 0;
    /// Whether one who acts in a seat fills it, and does not count among the posts that one holds at once.
    bool acting_fills = true;
    /// Pairs of rows of `posts`, in either order, that one cadre may hold at the same time.
    std::vector<std::pair<std::size_t, std::size_t>> concurrent_posts;
    /// A plan whose published moves have to be in this one, too.
    std::optional<RotationPlan> earlier;
};

/// What a finding is about.
enum class PlanMatter : std::uint8_t {
    empty_plan,
    cadre_unknown,
    post_unknown,
    day_unknown,
    moves_nothing,      ///< the move neither leaves nor takes a post
    same_post,          ///< it takes the post that it leaves
    two_moves_a_day,    ///< `other`: the earlier one of the cadre
    not_held,           ///< the cadre does not hold, on the day before, the post that is left
    already_held,       ///< the cadre holds the post that is taken
    rule,               ///< a rule "move", "direction" or "least_stay"
    not_compatible,     ///< the cadre then holds `post` beside the one that is taken
    published_changed,  ///< a published move of the earlier plan, `other`, is not in this one
    over_filled,        ///< more hold `post` than it has seats
    left_empty,         ///< fewer hold `post` than before the plan, for too long
    seats_unknown,      ///< several may hold `post`, and it is not known how many seats it has
    unlisted_posts,     ///< cadres may hold posts that the roster does not name, so that any seat may be taken
};

enum class PlanCheckStatus : std::uint8_t {
    violated,
    exempt,        ///< violated, but the cadre is exempt from the rule, or deferred
    undetermined,  ///< missing data leaves open whether it is violated
};

/// The names: "over_filled", "undetermined".
CADRE_EXPORT std::string_view to_code(PlanMatter matter);
CADRE_EXPORT std::string_view to_code(PlanCheckStatus status);

/// So many cells are named at most that one finding waits for.
inline constexpr std::size_t most_cells_of_finding = 100;

/// Something for people to review; never an act.
struct PlanCheckFinding {
    PlanMatter matter = PlanMatter::empty_plan;
    PlanCheckStatus status = PlanCheckStatus::violated;
    std::optional<std::size_t> move;   ///< position in the plan
    std::optional<std::size_t> other;  ///< position in the plan; of a changed published move, in the earlier one
    std::optional<std::size_t> rule;   ///< position in `PlanCheck::rules`
    std::optional<std::size_t> post;   ///< row of `posts`
    std::optional<std::size_t> spell;  ///< row of `cadres.appointments`: ends too early
    std::optional<DayNumber> from;     ///< the first day; absent: not known
    std::optional<DayNumber> to;       ///< the first day after it; absent: none is set, or not known
    std::int64_t least = 0;            ///< of a post: how many certainly hold it; of unlisted posts: the cadres
    std::int64_t most = 0;             ///< of a post: how many may hold it
    /// Undetermined: cells that it waits for, in the order of tables and rows, sensitive ones left out. None where a
    /// move that is in no table leaves it open.
    std::vector<MissingField> missing;
};

/// What a check found. A plain value.
struct PlanCheck {
    std::vector<RotationPolicy> rules;       ///< those of `MoveRules`, then those on the least stay
    std::vector<PlanCheckFinding> findings;  ///< by move, then by post and day
    std::vector<PlanFinding> row_findings;   ///< posts with a negative number of seats, which is taken for unknown

    /// Met: nothing stands against the plan. Undetermined: missing data leaves it open.
    CADRE_EXPORT Verdict passes() const;
};

/// Checks the moves of a plan against a roster and the `[[rotation_policy]]` entries of a pack.
///
///     const PlanCheck check = check_plan(pack, roster, read_rotation_plan(roster), {.handover_days = 5});
///
/// - Rules on moves are judged as `MoveRules` does, on the day of each move and by its kind; `MoveRules::explain` tells
///   why.
/// - A least stay is judged for the spell that the move ends, as if it ended on that day; also for one that an earlier
///   move of the plan, `other`, begins. Where a move has a destination and its kind is no reason for an end, any reason
///   but retirement and death may be its.
/// - Seats are counted day by day as `occupancy_of` does, of all posts from the day before the plan on; a post without
///   a known number, or with a negative one, has one seat at least. Posts that no move takes may be over-filled by the
///   roster alone. The seats of an empty plan, which has no day, are not counted. A post with more holders than seats
///   may lose those without being left empty.
/// - The cells that a finding on posts or seats names decide it once they are filled in, if they are fewer than
///   `most_cells_of_finding`; where a number of seats is not known, over-filling is judged from then on.
/// - A plan that passes never has more people in a post than seats on any day but those of a handover, however missing
///   data is filled.
///
/// Takes time n log n in appointments and moves, beside the rules. Throws `Error`: invalid_rule as
/// `read_rotation_policies` does; not_found and invalid_argument as `occupancy_of` does, also for concurrent posts;
/// invalid_argument as `MoveRules` does for kinds.
/// Thread-safe; the result is the same on any number of threads.
CADRE_EXPORT PlanCheck check_plan(const Pack& pack, const Roster& roster, const RotationPlan& plan,
                                  const PlanCheckOptions& options = {});

/// The move as the rules on moves judge it; nothing where it takes no post, or its cadre or day is not known.
CADRE_EXPORT std::optional<ProposedMove> proposed_move(const RotationMove& move);

}  // namespace cadre
