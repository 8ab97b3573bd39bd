#include <cadre/evaluation/timeline.hpp>

#include "evaluation/named_criterion.hpp"
#include "evaluation/timeline_builder.hpp"
#include "evaluation/timeline_text.hpp"
#include "evaluation/value_text.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/evaluation.hpp>

#include <algorithm>

namespace cadre {

const TimelineSpan& Timeline::on(DayNumber day) const {
    if (day < first || day >= last) {
        throw Error(ErrorCode::invalid_argument,
                    {texts::day_outside_timeline, {date_text(day), date_text(first), date_text(last)}});
    }
    return *std::find_if(spans.begin(), spans.end(), [&](const TimelineSpan& span) { return day < span.to; });
}

std::string Timeline::to_text(Language language) const {
    std::string text = timeline_head(*this, language);
    for (const TimelineSpan& span : spans) text += span_text(span).in(language) + '\n';
    return text;
}

Timeline timeline(const Pack& pack, std::string_view criterion, const Roster& roster, std::size_t row,
                  const TimelineOptions& options) {
    return TimelineBuilder(pack, {&named_criterion(pack, criterion)}, roster, row, options).build()[0];
}

std::vector<Timeline> timelines(const Pack& pack, const Roster& roster, std::size_t row, const TimelineOptions& options,
                                std::string_view table) {
    std::vector<const Criterion*> criteria;
    for (const Criterion& criterion : pack.criteria()) {
        if (pack.schema()->table(criterion.table).id == table) criteria.push_back(&criterion);
    }
    return TimelineBuilder(pack, std::move(criteria), roster, row, options).build();
}

}  // namespace cadre
