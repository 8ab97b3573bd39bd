#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/evaluation/verdict.hpp>
#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/vocabulary/date.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// The days of a timeline, and by which law they are judged.
struct TimelineOptions {
    Date first;                     ///< must be set
    Date last;                      ///< excluded; after `first`, by 400 years at most
    std::optional<Date> law_as_of;  ///< the day whose law applies to all; absent: the law moves with the day judged
    bool strict_snapshot = false;   ///< as in `EvaluationOptions`, on the days before the roster's snapshot
};

/// The longest stretch of days that a timeline covers: 400 years.
inline constexpr int most_timeline_days = 146'097;

/// Why the days of a span are undetermined.
enum class OpenBecause {
    decided,       ///< they are not
    missing_data,  ///< cells are missing, or dates partial
    other_reason,  ///< an empty list, a division by zero, no law in force, …
    not_in_force,  ///< the criterion is not in force
};

/// Days in a row with one verdict.
struct TimelineSpan {
    DayNumber from = 0;
    DayNumber to = 0;  ///< excluded
    Verdict verdict = Verdict::undetermined;
    OpenBecause because = OpenBecause::decided;  ///< on the first day; `explain` tells all of any day

    bool operator==(const TimelineSpan&) const = default;
};

/// The verdicts of one criterion on one row as time passes: facts stay as they are recorded, and what is ongoing
/// stays ongoing. A plain value.
struct Timeline {
    std::string criterion;
    std::string table;
    std::size_t row = 0;
    DayNumber first = 0;
    DayNumber last = 0;                  ///< excluded
    std::optional<DayNumber> law_as_of;  ///< absent: the law moved with the day judged
    std::optional<DayNumber> snapshot;   ///< the day of undated facts; earlier days are judged by facts of a later one
    std::vector<TimelineSpan> spans;     ///< in order, without gaps; neighbours differ

    /// The span of a day. Throws `Error` (invalid_argument) outside of the timeline.
    CADRE_EXPORT const TimelineSpan& on(DayNumber day) const;
    CADRE_EXPORT std::string to_text(Language language) const;
};

/// Judges one row by one criterion on every day from `first` to before `last`; the same answer as `evaluate` on
/// each of the days.
///
///     timeline(pack, "may_be_planned", roster, 17, {.first = Date(2015, 1, 1), .last = Date(2045, 1, 1)});
///
/// Throws `Error`: not_found for an unknown criterion (with a suggestion) or row, invalid_argument for wrong days
/// and as `evaluate` does. Takes time with the changes of the verdict, not with the days, for conditions that
/// compare durations and dates with the day of judgement. Thread-safe.
CADRE_EXPORT Timeline timeline(const Pack& pack, std::string_view criterion, const Roster& roster, std::size_t row,
                               const TimelineOptions& options);

/// The timelines of all criteria on one table, in the order of the pack; what they share is computed once.
CADRE_EXPORT std::vector<Timeline> timelines(const Pack& pack, const Roster& roster, std::size_t row,
                                             const TimelineOptions& options, std::string_view table = "cadres");

}  // namespace cadre
