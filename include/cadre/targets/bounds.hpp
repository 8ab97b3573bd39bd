#pragma once

#include <cadre/evaluation/verdict.hpp>
#include <cadre/export.hpp>
#include <cadre/targets/threshold.hpp>
#include <cadre/targets/years.hpp>
#include <cadre/vocabulary/share.hpp>

#include <cstdint>
#include <optional>

namespace cadre {

/// How many rows have each pair of verdicts (in the population, meets the condition). Rows that are
/// certainly outside the population are not counted.
struct ClassCounts {
    std::int64_t met = 0;            ///< in the population, meets
    std::int64_t not_met = 0;        ///< in the population, does not meet
    std::int64_t undetermined = 0;   ///< in the population, undetermined
    std::int64_t maybe_met = 0;      ///< perhaps in the population, meets
    std::int64_t maybe_not_met = 0;  ///< perhaps in the population, does not meet
    std::int64_t maybe_undetermined = 0;

    /// Rows that certainly belong to the population.
    std::int64_t certain() const { return met + not_met + undetermined; }
    /// Rows that may belong to the population or may not.
    std::int64_t possible() const { return maybe_met + maybe_not_met + maybe_undetermined; }
    bool operator==(const ClassCounts&) const = default;
};

/// The least and the greatest share or count over all ways in which the undetermined verdicts may turn
/// out, a population without rows set aside; absent when the population is certainly empty. A count is
/// a share with the denominator 1.
struct Bounds {
    std::optional<Share> least;
    std::optional<Share> greatest;

    bool operator==(const Bounds&) const = default;
};

CADRE_EXPORT Bounds bounds(const ClassCounts& counts, Threshold::Measure measure);

/// `met` or `not_met` where every way in which the verdicts may turn out says so. The share of a
/// population that may be empty is undetermined.
CADRE_EXPORT Verdict judge(const ClassCounts& counts, const Threshold& threshold);

/// The same for a number of which only the bounds are known.
CADRE_EXPORT Verdict judge_bounds(const Bounds& found, const Threshold& threshold);

/// Whether a number keeps to the trend, given its bounds in the year before and now.
CADRE_EXPORT Verdict judge_trend(const Bounds& earlier, const Bounds& now, Trend trend);

/// By how many rows a target is missed, undetermined rows not counting in its favour. For a target that
/// asks for more: how many further rows must meet. For one that asks for less: how many must no longer
/// meet. 0 when it is surely met.
struct Shortfall {
    /// When exactly the rows that are certainly in the population belong to it.
    std::int64_t certain = 0;
    /// When the rows that may belong to it do so in the least favourable way.
    std::int64_t worst = 0;

    bool operator==(const Shortfall&) const = default;
};

/// Absent for a share when no row is certainly in the population.
CADRE_EXPORT std::optional<Shortfall> shortfall(const ClassCounts& counts, const Threshold& threshold);

/// The same for a number of which only the bounds are known.
CADRE_EXPORT Shortfall bounds_shortfall(const Bounds& found, const Threshold& threshold);

/// How far each undetermined row may move the score of the target (language.md §6), as a part of one
/// whole row: by its pair of verdicts. Rows of weight 0 cannot matter.
struct Swings {
    Share undetermined;
    Share maybe_met;
    Share maybe_not_met;
    Share maybe_undetermined;
};

CADRE_EXPORT Swings swings(const Threshold& threshold);

}  // namespace cadre
