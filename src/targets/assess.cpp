#include <cadre/targets/assess.hpp>

#include "targets/judgement_day.hpp"
#include "targets/target_assessor.hpp"

#include <map>
#include <utility>

namespace cadre {
namespace {

std::vector<std::size_t> positions(const std::vector<Target>& targets, bool yearly) {
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < targets.size(); ++at) {
        if (targets[at].years.has_value() == yearly) found.push_back(at);
    }
    return found;
}

/// Judges the targets of a pack, each on its day or days.
class AssessmentRun {
public:
    AssessmentRun(const Pack& pack, const Roster& roster, const EvaluationOptions& options)
        : pack_(pack),
          roster_(roster),
          options_(options),
          targets_(read_targets(pack)),
          once_(pack, targets_, positions(targets_, false)),
          yearly_(pack, targets_, positions(targets_, true)) {}

    std::vector<TargetAssessment> run() {
        TargetAssessor on_the_day(pack_, roster_, once_, options_);
        std::vector<TargetAssessment> results;
        for (std::size_t at = 0; at < targets_.size(); ++at) {
            if (targets_[at].years) {
                add_years(results, at);
            } else {
                results.push_back(on_the_day.assess(targets_[at], at));
            }
        }
        return results;
    }

private:
    void add_years(std::vector<TargetAssessment>& results, std::size_t at) {
        const YearSpan years = *targets_[at].years;
        for (int year = years.from; year <= years.to; ++year) {
            TargetAssessment result = assess_year(at, year);
            if (result.target.trend && result.undecided == Undecided::decided) {
                const TargetAssessment* before = year > years.from ? &results.back() : nullptr;
                compare_years(result, before);
            }
            results.push_back(std::move(result));
        }
    }

    TargetAssessment assess_year(std::size_t at, int year) {
        TargetAssessment result;
        if (has_begun(year, options_)) {
            result = assessor_of(year).assess(targets_[at], at);
        } else {
            result.target = targets_[at];
            result.undecided = Undecided::year_not_begun;
        }
        result.year = year;
        result.due = due_in(year);
        result.partial_year = is_partial(year);
        return result;
    }

    static void compare_years(TargetAssessment& result, const TargetAssessment* before) {
        if (before == nullptr || !before->bounds.least) {
            result.undecided = Undecided::no_earlier_year;
            return;
        }
        result.earlier = before->bounds;
        result.verdict = judge_trend(result.earlier, result.bounds, *result.target.trend);
        if (result.verdict == Verdict::undetermined) result.undecided = Undecided::missing_data;
    }

    TargetAssessor& assessor_of(int year) {
        const auto found = by_year_.find(year);
        if (found != by_year_.end()) return found->second;
        return by_year_.try_emplace(year, pack_, roster_, yearly_, options_of_year(year, options_)).first->second;
    }

    Due due_in(int year) const {
        const DayNumber as_of = day_number(options_.as_of);
        const DayNumber by = *make_day(year, 12, 31);
        return as_of < by ? Due::before : as_of == by ? Due::on_the_day : Due::after;
    }

    bool is_partial(int year) const {
        const std::optional<DayNumber>& from = pack_.source().date;
        return from && civil_date(*from).year == year && *from > *make_day(year, 1, 1);
    }

    const Pack& pack_;
    const Roster& roster_;
    const EvaluationOptions& options_;
    std::vector<Target> targets_;
    TargetQuestions once_;
    TargetQuestions yearly_;
    std::map<int, TargetAssessor> by_year_;
};

}  // namespace

Assessment assess(const Pack& pack, const Roster& roster, const EvaluationOptions& options) {
    const DecisionDays days = decision_days(options);
    return {pack.id(),         options.as_of,           date_of(days.law_as_of),
            roster.snapshot(), options.strict_snapshot, AssessmentRun(pack, roster, options).run()};
}

}  // namespace cadre
