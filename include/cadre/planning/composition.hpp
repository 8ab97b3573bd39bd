#pragma once

#include <cadre/planning/plan.hpp>
#include <cadre/planning/pool_policy.hpp>
#include <cadre/planning/sex_counts.hpp>
#include <cadre/targets/bounds.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// Ages from `from` to under `to`; absent: no bound.
struct AgeBand {
    std::optional<Duration> from;
    std::optional<Duration> to;
};

/// What the members of one pool, or the people of all pools, say of one policy.
struct ClauseResult {
    std::string policy;
    std::string rule;  ///< "share", as packs write it
    LocalizedText title;
    Citation citation;
    std::optional<std::size_t> pool;  ///< row of `pools`; absent: the distinct people of the whole plan
    std::optional<AgeBand> band;      ///< of a rule on bands of ages
    Verdict applies = Verdict::met;   ///< whether the policy is for the pool; undetermined: `verdict` is not "not met"
    Verdict verdict = Verdict::undetermined;
    /// Members, each cadre counted once: who is in the pool, who meets. Of a rule on how many members there are, all
    /// meet; of a ratio to the incumbents, the incumbents do; of a review, the one pool is counted.
    ClassCounts counts;
    /// Of the number or share that the threshold is on; where every member has to meet, the share of those who do.
    Bounds measured;
    std::optional<Threshold> threshold;  ///< absent where every member, or the pool, has to meet
    std::optional<Shortfall> shortfall;  ///< how many members are short, or too many
    std::vector<std::size_t> failing;    ///< rows of `pool_members`: certainly members who do not meet
    std::vector<std::size_t> open;       ///< rows whose membership or answer is undetermined, `Plan::unplaced` aside
    SexCounts excluded;                  ///< who of those who may be members does not meet, where every member has to
};

/// The planning pools of a roster against the pool policies of a pack. A plain value.
struct Composition {
    std::string pack;
    DayNumber as_of = 0;
    DayNumber law_as_of = 0;
    Plan plan;
    std::vector<ClauseResult> clauses;  ///< those of the whole plan first, then pool by pool; policies in order
    /// Development actions of whom it is not known whose they are; pools whose policies on size contradict one another;
    /// policies on one share, or on how many pools a person stands in, that do.
    std::vector<PlanFinding> findings;
};

/// Judges every pool by every policy that is law and is for it, those on removal and departure aside. A member of whom
/// the pool is not known may be in any; one of whom the cadre is not known may be anybody, a member already counted
/// among them.
///
///     Composition found = compose(load_pack("national-2021-planning"), roster, {.as_of = Date(2022, 6, 30)});
///
/// A verdict is known only if no missing cell could change it. Bounds are exact given the verdicts on members whose
/// cadre is known. A post is higher by `posts.rank` within a sector, across sectors by `post_equivalences` on the day.
/// A development action counts until it is over.
///
/// Time grows with pools times policies times members, those without a known pool counting in each. Throws as
/// `read_plan` and `read_pool_policies` do. Thread-safe.
CADRE_EXPORT Composition compose(const Pack& pack, const Roster& roster, const EvaluationOptions& options);

}  // namespace cadre
