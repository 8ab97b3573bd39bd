#pragma once

#include <cadre/evaluation/evaluate.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// On which days, by which criteria and by which law to count.
struct ForecastOptions {
    std::vector<Date> days;
    std::vector<std::string> criteria;  ///< ids; empty: all
    std::optional<Date> law_as_of;      ///< the day whose law applies to all; absent: the law moves with the day
    bool strict_snapshot = false;       ///< as in `EvaluationOptions`
    int threads = 1;                    ///< 0: all of the machine's; never changes a result
};

/// How many rows meet one criterion on one day.
struct ForecastCount {
    std::string criterion;
    DayNumber day = 0;
    Counts counts;                 ///< no row where the criterion is not in force
    bool in_force = true;          ///< by the law of the day
    bool before_snapshot = false;  ///< the day lies before that of the undated facts
};

/// The counts of criteria on a list of days: facts stay as they are recorded, and what is ongoing stays ongoing.
struct Forecast {
    std::optional<DayNumber> law_as_of;  ///< absent: the law moved with the day
    std::optional<DayNumber> snapshot;   ///< the day of undated facts
    std::vector<ForecastCount> counts;   ///< by day as given, then by criterion in the order of the pack
};

/// Counts, on each of a list of days, the rows that meet each criterion; the same answer as `evaluate` on each day.
/// What does not read the day is computed once.
///
///     forecast(pack, roster, {.days = month_ends, .criteria = {"may_retire"}});
///
/// Throws `Error`: not_found for an unknown criterion (with a suggestion), invalid_argument for a day that is not
/// set and as `evaluate` does. Thread-safe.
CADRE_EXPORT Forecast forecast(const Program& program, const Roster& roster, const ForecastOptions& options);
CADRE_EXPORT Forecast forecast(const Pack& pack, const Roster& roster, const ForecastOptions& options);

}  // namespace cadre
