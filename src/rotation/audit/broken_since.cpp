#include "rotation/audit/broken_since.hpp"

#include "evaluation/over_days/day_evaluator.hpp"
#include "evaluation/program.hpp"

#include <algorithm>

namespace cadre {
namespace {

constexpr int months_back = 50 * 12;

/// What is known of undated facts changes with the snapshot, where they are hidden before it.
DayNumber earliest_day(const Roster& roster, const EvaluationOptions& options) {
    const DayNumber as_of = decision_days(options).as_of;
    const DayNumber earliest = add_months(as_of, -months_back).value_or(first_day);
    const bool hides = options.strict_snapshot && roster.snapshot() && *roster.snapshot() <= as_of;
    return hides ? std::max(earliest, *roster.snapshot()) : earliest;
}

}  // namespace

BrokenSince::BrokenSince(const Pack& pack, const Roster& roster, const EvaluationOptions& options)
    : law_as_of_(decision_days(options).law_as_of),
      earliest_(earliest_day(roster, options)),
      evaluator_(*pack.schema(), roster, decision_days(options).as_of, law_as_of_, options.strict_snapshot) {}

DayRange BrokenSince::of(const Expression& condition, std::size_t cadre, DayNumber day) {
    if (!readers_.reads(condition)) return {};
    evaluator_.judge_row(static_cast<std::int64_t>(cadre));
    over_days::DayEvaluator days(evaluator_, readers_, law_as_of_, {earliest_, day + 1});
    const over_days::VerdictRuns verdicts = days.verdicts(condition);
    const auto& runs = verdicts.runs();
    if (runs.size() < 2 || runs.back().value != Verdict::not_met) return {};
    return runs[runs.size() - 2].value == Verdict::met ? DayRange::on(runs.back().from) : DayRange{};
}

}  // namespace cadre
