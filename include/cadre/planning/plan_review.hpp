#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/evaluation/options.hpp>
#include <cadre/export.hpp>
#include <cadre/planning/plan.hpp>
#include <cadre/planning/review_matters.hpp>
#include <cadre/roster/roster.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// The review before this one.
struct LastReview {
    std::optional<Date> day;         ///< absent: nothing is compared, and all decisions up to the day count
    const Roster* roster = nullptr;  ///< as it was then, with keys; null: this year's, judged on that day
};

/// What a review was compared with.
enum class ComparedWith : std::uint8_t {
    nothing,      ///< the day of the last review was not given
    this_roster,  ///< this year's facts on that day: what has no date of its own counts as it is now
    last_roster,  ///< the roster of that time
};

/// The yearly review of planning pools: what people have to look at. A plain value; nothing in it is an act.
struct PlanReview {
    Date as_of;
    Date law_as_of;
    ComparedWith compared_with = ComparedWith::nothing;
    std::optional<Date> last_day;
    std::vector<std::string> pools;     ///< keys, by row
    std::int64_t members = 0;           ///< certainly in a pool; once a pool
    std::int64_t possible_members = 0;  ///< of whom it is not known whether they are
    std::vector<ReviewPolicy> policies;

    std::vector<ReviewFinding> findings;     ///< by pool, member, policy; those about pools last
    std::vector<PoolAdditions> additions;    ///< of each pool that an entry policy is for
    std::vector<ReadinessChange> readiness;  ///< by pool and member
    std::vector<MemberChange> member_changes;
    std::vector<DecisionDeparture> departures;  ///< by row
    /// Rows of the plan and of decisions that cannot be right, and a table that is needed and not given.
    std::vector<PlanFinding> plan_findings;
    /// Members of either roster that could not be compared, because the pool or the cadre has no key.
    std::int64_t not_compared = 0;
};

/// Reviews the planning pools of a roster by the `[[pool_policy]]` entries of a pack: grounds for removal, entry
/// policies not kept, who may be added, whose readiness changed, who has no development, which reviews are overdue,
/// and which decisions depart from that. The programme III.1.2.2b (01-CTr/TU) asks for it every year.
///
///     const PlanReview review = review_plan(pack, roster, {.as_of = Date(2015, 12, 31)}, {.day = Date(2014, 12, 15)});
///
/// - Added may be who surely meets each entry policy of the pool, is surely in no pool of its post (of a committee:
///   not in this pool), and surely meets no removal policy on `cadres`.
/// - The last review is judged by the law of its day. Pools and cadres of two rosters are the same by their keys.
/// - A member has development who has an entry in `development_actions`, begun or planned, or a training, or an
///   appointment by rotation, that had not ended when the member was added to the pool. Without the table
///   `development_actions` that is undetermined unless a training or rotation is found. An entry without a cadre may be
///   anybody's; one of a cadre who is not in the roster is nobody's, as long as the import report lists all of them.
/// - Decisions are those after the last review up to `as_of`, and those without a day.
///
/// `since` is looked for in the last `most_years_back` years by the law of today. Takes time linear in cadres and
/// members for each policy. Throws `Error`: invalid_rule as `read_pool_policies` does, not_found for a roster without
/// pools, invalid_argument for a last review that is not before `as_of`, and as `evaluate` does. Thread-safe; the
/// result is the same on any number of threads.
CADRE_EXPORT PlanReview review_plan(const Pack& pack, const Roster& roster, const EvaluationOptions& options,
                                    const LastReview& last = {});

/// How far back the day is looked for since which something holds.
inline constexpr int most_years_back = 50;

}  // namespace cadre
