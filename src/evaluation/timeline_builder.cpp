#include "evaluation/timeline_builder.hpp"

#include "evaluation/law_days.hpp"
#include "evaluation/open_gaps.hpp"
#include "evaluation/value_text.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/evaluation.hpp>

#include <set>
#include <utility>

namespace cadre {
namespace {

using over_days::DayRange;

DayRange judged_days(const TimelineOptions& options) {
    if (options.first.is_special() || options.last.is_special()) {
        throw Error(ErrorCode::invalid_argument, {texts::as_of_not_set, {}});
    }
    const DayRange range{day_number(options.first), day_number(options.last)};
    if (range.first >= range.end) {
        throw Error(ErrorCode::invalid_argument,
                    {texts::days_not_ascending, {date_text(range.first), date_text(range.end)}});
    }
    if (range.end - range.first > most_timeline_days) {
        throw Error(ErrorCode::invalid_argument, {texts::days_too_many, {std::int64_t{most_timeline_days}}});
    }
    return range;
}

}  // namespace

TimelineBuilder::TimelineBuilder(const Pack& pack, std::vector<const Criterion*> criteria, const Roster& roster,
                                 std::size_t row, const TimelineOptions& options)
    : pack_(pack),
      criteria_(std::move(criteria)),
      roster_(roster),
      row_(row),
      range_(judged_days(options)),
      strict_snapshot_(options.strict_snapshot) {
    if (options.law_as_of) law_as_of_ = day_number(*options.law_as_of);
}

std::vector<Timeline> TimelineBuilder::build() {
    for (const Criterion* criterion : criteria_) {
        const std::string& table = pack_.schema()->table(criterion->table).id;
        timelines_.push_back(
            {criterion->id, table, row_, range_.first, range_.end, law_as_of_, roster_.snapshot(), {}});
    }
    if (criteria_.empty()) return {};
    const std::size_t rows = evaluator_on(range_.last()).binding().rows(criteria_[0]->table);
    if (row_ >= rows) {
        throw Error(ErrorCode::not_found,
                    {texts::row_out_of_range,
                     {timelines_[0].table, static_cast<std::int64_t>(rows), static_cast<std::int64_t>(row_)}});
    }
    for (const DayRange piece : pieces()) add_piece(piece);
    return std::move(timelines_);
}

std::vector<DayRange> TimelineBuilder::pieces() const {
    std::set<DayNumber> cuts;
    if (!law_as_of_) {
        LawDays law;
        for (const Criterion* criterion : criteria_) law.add(*criterion->condition);
        cuts = law.days();
    }
    if (strict_snapshot_ && roster_.snapshot()) cuts.insert(*roster_.snapshot());
    return over_days::pieces_of(range_, cuts);
}

ReferenceEvaluator& TimelineBuilder::evaluator_on(DayNumber day) {
    const bool hidden = strict_snapshot_ && roster_.snapshot() && day < *roster_.snapshot();
    std::unique_ptr<ReferenceEvaluator>& evaluator = hidden ? before_snapshot_ : evaluator_;
    if (evaluator == nullptr) {
        evaluator = std::make_unique<ReferenceEvaluator>(*pack_.schema(), roster_, day, law_on(day), strict_snapshot_);
        evaluator->judge_row(static_cast<std::int64_t>(row_));
    }
    return *evaluator;
}

void TimelineBuilder::add_piece(DayRange piece) {
    over_days::DayEvaluator days(evaluator_on(piece.first), readers_, law_on(piece.first), piece);
    for (std::size_t i = 0; i < criteria_.size(); ++i) {
        append(timelines_[i], *criteria_[i], days.verdicts(*criteria_[i]->condition), piece);
    }
}

void TimelineBuilder::append(Timeline& timeline, const Criterion& criterion, const over_days::VerdictRuns& runs,
                             DayRange piece) {
    const bool in_force = criterion.in_force.contains(law_on(piece.first));
    std::vector<TimelineSpan>& spans = timeline.spans;
    for (std::size_t i = 0; i < runs.runs().size(); ++i) {
        const auto& run = runs.runs()[i];
        const DayNumber end = i + 1 < runs.runs().size() ? runs.runs()[i + 1].from : piece.end;
        const bool continues = !spans.empty() && spans.back().verdict == run.value &&
                               (spans.back().because != OpenBecause::not_in_force) == in_force;
        if (continues) {
            spans.back().to = end;
            continue;
        }
        const bool open = run.value == Verdict::undetermined;
        spans.push_back({run.from, end, run.value, open ? because(criterion, run.from) : OpenBecause::decided});
    }
}

OpenBecause TimelineBuilder::because(const Criterion& criterion, DayNumber day) {
    if (!criterion.in_force.contains(law_on(day))) return OpenBecause::not_in_force;
    ReferenceEvaluator& evaluator = evaluator_on(day);
    evaluator.set_days(day, law_on(day));
    Gaps gaps;
    collect_open_gaps(evaluator, *criterion.condition, gaps);
    return gaps.missing.empty() ? OpenBecause::other_reason : OpenBecause::missing_data;
}

}  // namespace cadre
