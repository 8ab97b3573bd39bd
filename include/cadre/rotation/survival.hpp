#pragma once

#include <cadre/export.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace cadre {

/// How long something lasted, or has lasted so far.
struct DwellTime {
    std::int32_t days = 0;
    bool ended = true;  ///< else it lasted at least so long

    bool operator==(const DwellTime&) const = default;
};

/// What is known after the days on which something ended.
struct SurvivalStep {
    std::int32_t days = 0;
    std::int64_t at_risk = 0;  ///< lasted at least so long
    std::int64_t ended = 0;    ///< after exactly so many days
    double share = 1;          ///< estimated to last longer
    double variance = 0;       ///< of that share

    bool operator==(const SurvivalStep&) const = default;
};

/// The share that lasts longer than a number of days: 1 before the first step, then that of the last step reached.
struct SurvivalCurve {
    std::vector<SurvivalStep> steps;  ///< by days
    std::int64_t count = 0;
    std::int64_t censored = 0;  ///< not ended

    /// The fewest days after which at most the share lasts; nothing where so few have not ended yet.
    CADRE_EXPORT std::optional<std::int32_t> days_until(double share) const;
    std::optional<std::int32_t> median_days() const { return days_until(0.5); }
};

/// Kaplan and Meier (1958), "Nonparametric estimation from incomplete observations", with the variance of Greenwood
/// (1926); what is censored on a day on which another ends was at risk. Negative days count as 0. Thread-safe.
///
///     survival(times).median_days();
CADRE_EXPORT SurvivalCurve survival(std::span<const DwellTime> times);

}  // namespace cadre
