#include "rotation/audit/audit_window.hpp"

#include "evaluation/program.hpp"
#include "evaluation/value_text.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/evaluation.hpp>
#include <cadre/messages/texts/rotation.hpp>

namespace cadre {

AuditWindow::AuditWindow(const EvaluationOptions& options, const AuditSpan& span)
    : since(decision_days(options).as_of), as_of(since), last_due(since) {
    if (span.since) {
        if (span.since->is_special()) throw Error(ErrorCode::invalid_argument, {texts::as_of_not_set, {}});
        since = day_number(*span.since);
    }
    if (since > as_of) {
        throw Error(ErrorCode::invalid_argument,
                    {texts::audit_since_after_as_of, {date_text(since), date_text(as_of)}});
    }
    if (span.due_within.unit != Duration::Unit::months || span.due_within.count < 0) {
        throw Error(ErrorCode::invalid_argument, {texts::audit_due_within, {to_iso(span.due_within)}});
    }
    last_due = add_months(as_of, span.due_within.count).value_or(last_day);
}

Breach judged(Breach breach, Verdict is, const AuditWindow& window) {
    const Verdict lasts = is && before(breach.begins, breach.ends);
    const Verdict begun = by(breach.begins, DayRange::on(window.as_of));
    breach.now = lasts && begun && before(DayRange::on(window.since), breach.ends);
    breach.due = lasts && !begun && by(breach.begins, DayRange::on(window.last_due));
    return breach;
}

}  // namespace cadre
