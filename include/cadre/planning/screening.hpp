#pragma once

#include <cadre/evaluation/verdict_table.hpp>
#include <cadre/planning/plan.hpp>
#include <cadre/planning/pool_policy.hpp>
#include <cadre/planning/sex_counts.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// An entry policy on the day on which it judges.
struct EntryCriterion {
    std::string policy;
    LocalizedText title;
    Citation citation;
    std::optional<DayNumber> day;                   ///< absent: the first day of a term, and it is not known
    std::shared_ptr<const VerdictColumn> verdicts;  ///< a row a cadre; never null
    Counts counts;
    SexCounts excluded;  ///< who does not meet it
};

/// Who may enter a pool.
struct PoolScreening {
    std::vector<std::size_t> criteria;  ///< positions in `Screening::criteria`: those that are for the pool
    std::vector<std::size_t> doubtful;  ///< those of which it is not known whether they are for the pool
    Counts all;
    Counts members;    ///< of those certainly in the pool
    Counts newcomers;  ///< of those certainly not in it
};

/// All cadres against the entry policies of all pools. A plain value; a pool stands at its row of `pools`.
struct Screening {
    std::string pack;
    DayNumber as_of = 0;
    DayNumber law_as_of = 0;
    Plan plan;
    std::vector<EntryCriterion> criteria;
    std::vector<PoolScreening> pools;
    int table = -1;          ///< `cadres` in the pack's schema
    std::size_t cadres = 0;  ///< how many rows it has

    /// Whether a cadre may enter a pool: met where every entry policy is, not met where one fails. Linear in the
    /// policies of the pool.
    CADRE_EXPORT Verdict may_enter(std::size_t pool, std::size_t cadre) const;
    /// The same of all cadres. Linear in the policies of the pool and the words of a column.
    CADRE_EXPORT VerdictColumn who_may_enter(std::size_t pool) const;
};

/// Judges every cadre by every entry policy that is law, once a day, and puts the answers together pool by pool. A pool
/// without entry policies is open to all.
///
///     Screening found = screen(load_pack("national-2021-planning"), roster, {.as_of = Date(2022, 6, 30)});
///     found.may_enter(3, 17);  // whether the cadre of row 17 may enter the pool of row 3
///
/// Costs little more than `evaluate` of the distinct policies and days: a pool adds a count over bitmaps where its set
/// of policies is new, and keeps no column. Throws as `read_plan` and `read_pool_policies` do. Thread-safe.
CADRE_EXPORT Screening screen(const Pack& pack, const Roster& roster, const EvaluationOptions& options);

}  // namespace cadre
