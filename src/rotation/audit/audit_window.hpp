#pragma once

#include "rotation/audit/possible_days.hpp"

#include <cadre/evaluation/options.hpp>
#include <cadre/rotation/audit.hpp>

namespace cadre {

/// The days that an audit looks at.
struct AuditWindow {
    /// Throws `Error` (invalid_argument) for days that are not set or out of order.
    AuditWindow(const EvaluationOptions& options, const AuditSpan& span);

    DayNumber since = 0;  ///< not after `as_of`
    DayNumber as_of = 0;
    DayNumber last_due = 0;  ///< not before `as_of`
};

/// What breaks a rule, or may.
struct Breach {
    std::size_t cadre = 0;
    std::optional<std::size_t> spell;     ///< row of `cadres.appointments`
    std::optional<std::size_t> earlier;   ///< of the same table
    Verdict now = Verdict::undetermined;  ///< on a day until the day judged
    Verdict due = Verdict::undetermined;  ///< begins after it, within the days asked for
    DayRange begins;
    DayRange ends;  ///< excluded

    bool is_possible() const { return now != Verdict::not_met || due != Verdict::not_met; }
    bool is_certain() const { return now == Verdict::met || due == Verdict::met; }
};

/// The breach with `now` and `due` set, given whether the days from `begins` to `ends` are one.
Breach judged(Breach breach, Verdict is, const AuditWindow& window);

}  // namespace cadre
