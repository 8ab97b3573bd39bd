#pragma once

#include <cadre/evaluation/timeline.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace cadre {

/// Where to look for the earliest day, and by which law.
struct EarliestOptions {
    Date first;                     ///< to consider; must be set
    std::optional<Date> horizon;    ///< the first day not to consider; 50 years after `first` when absent
    std::optional<Date> law_as_of;  ///< as in `TimelineOptions`
    bool strict_snapshot = false;
};

/// From when on time alone suffices.
struct Earliest {
    Timeline timeline;               ///< from the first day considered to the horizon
    std::optional<DayNumber> day;    ///< the first day that is met; absent: none before the horizon
    std::optional<DayNumber> until;  ///< the first day after it that is not met any more; absent: met to the horizon
    std::vector<TimelineSpan> undetermined;  ///< before `day` (or the horizon): a day in them may be the earliest

    /// Whether no undetermined day precedes: missing data cannot make it earlier, or the first at all.
    bool certain() const { return undetermined.empty(); }
    CADRE_EXPORT std::string to_text(Language language) const;
};

/// Finds the first day on which one row meets one criterion by the passing of time alone, with all facts as they
/// are recorded, and until when it does.
///
///     const auto found = earliest(pack, "may_be_planned", roster, 17, {.first = Date(2015, 12, 31)});
///
/// Throws as `timeline` does. Thread-safe.
CADRE_EXPORT Earliest earliest(const Pack& pack, std::string_view criterion, const Roster& roster, std::size_t row,
                               const EarliestOptions& options);

}  // namespace cadre
