#include "evaluation/timeline_text.hpp"

#include "evaluation/value_text.hpp"

#include <cadre/messages/texts/evaluation.hpp>

namespace cadre {

std::string timeline_head(const Timeline& timeline, Language language) {
    const auto line = [&](const LocalizedText& text) { return text.in(language) + '\n'; };
    std::string text = line(
        localized(texts::timeline_head, {timeline.table, static_cast<std::int64_t>(timeline.row), timeline.criterion,
                                         date_text(timeline.first), date_text(timeline.last)}));
    text += line(timeline.law_as_of ? localized(texts::timeline_law_fixed, {date_text(*timeline.law_as_of)})
                                    : localized(texts::timeline_law_moving));
    if (timeline.snapshot && timeline.first < *timeline.snapshot) {
        text += line(localized(texts::timeline_before_snapshot, {date_text(*timeline.snapshot)}));
    }
    return text;
}

LocalizedText because_text(OpenBecause because) {
    switch (because) {
        case OpenBecause::missing_data: return localized(texts::because_missing_data);
        case OpenBecause::other_reason: return localized(texts::because_other_reason);
        case OpenBecause::not_in_force: return localized(texts::because_not_in_force);
        default: return {};
    }
}

LocalizedText span_text(const TimelineSpan& span) {
    const LocalizedText verdict = verdict_text(span.verdict);
    if (span.because == OpenBecause::decided) {
        return localized(texts::timeline_span, {date_text(span.from), date_text(span.to), verdict});
    }
    return localized(texts::timeline_span_because,
                     {date_text(span.from), date_text(span.to), verdict, because_text(span.because)});
}

}  // namespace cadre
