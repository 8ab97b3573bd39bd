#include "evaluation/earliest_of.hpp"

#include "evaluation/named_criterion.hpp"
#include "evaluation/timeline_builder.hpp"
#include "evaluation/timeline_text.hpp"
#include "evaluation/value_text.hpp"

#include <cadre/messages/texts/evaluation.hpp>

#include <algorithm>

namespace cadre {
namespace {

constexpr int default_horizon_months = 50 * 12;

TimelineOptions days_to_horizon(const EarliestOptions& options) {
    TimelineOptions days{options.first, {}, options.law_as_of, options.strict_snapshot};
    if (options.horizon) {
        days.last = *options.horizon;
    } else if (!options.first.is_special()) {
        days.last = date_of(add_months(day_number(options.first), default_horizon_months).value_or(last_day));
    }
    return days;
}

}  // namespace

Earliest earliest(const Pack& pack, std::string_view criterion, const Roster& roster, std::size_t row,
                  const EarliestOptions& options) {
    return earliest_of(pack, named_criterion(pack, criterion), roster, row, options);
}

Earliest earliest_of(const Pack& pack, const Criterion& judged, const Roster& roster, std::size_t row,
                     const EarliestOptions& options) {
    Earliest found{TimelineBuilder(pack, {&judged}, roster, row, days_to_horizon(options)).build()[0], {}, {}, {}};
    const auto& spans = found.timeline.spans;
    const auto met =
        std::find_if(spans.begin(), spans.end(), [](const TimelineSpan& span) { return span.verdict == Verdict::met; });
    std::copy_if(spans.begin(), met, std::back_inserter(found.undetermined), [](const TimelineSpan& span) {
        return span.verdict == Verdict::undetermined && span.because != OpenBecause::not_in_force;
    });
    if (met == spans.end()) return found;
    found.day = met->from;
    if (met->to < found.timeline.last) found.until = met->to;
    return found;
}

std::string Earliest::to_text(Language language) const {
    std::string text = timeline_head(timeline, language);
    const LocalizedText horizon = date_text(timeline.last);
    const auto line = [&](MessageId id, std::vector<Argument> arguments) {
        text += localized(id, std::move(arguments)).in(language) + '\n';
    };
    if (day && until) {
        line(texts::earliest_day, {date_text(*day), date_text(*until)});
    } else if (day) {
        line(texts::earliest_day_on, {date_text(*day), horizon});
    } else {
        line(certain() ? texts::earliest_never : texts::earliest_unknown, {horizon});
    }
    for (const TimelineSpan& span : undetermined) {
        line(day ? texts::earliest_maybe : texts::earliest_maybe_at_all,
             {date_text(span.from), date_text(span.to), because_text(span.because)});
    }
    return text;
}

}  // namespace cadre
