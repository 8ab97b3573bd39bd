#include "testing/case_coverage.hpp"

#include "evaluation/program.hpp"
#include "targets/judgement_day.hpp"

#include <cadre/evaluation/options.hpp>

#include <algorithm>

namespace cadre {
namespace {

EvaluationOptions options_of(const Case& judged) {
    return {.as_of = judged.as_of, .law_as_of = judged.law_as_of};
}

LawReads reads_of_row(const Expression& condition, ReferenceEvaluator& evaluator, std::size_t row) {
    LawReads reads;
    evaluator.note_law(&reads);
    evaluator.judge_row(static_cast<std::int64_t>(row));
    evaluator.truth(condition);
    evaluator.note_law(nullptr);
    return reads;
}

/// What a target's population looks up, and what its rows do.
LawReads reads_of_target(const Target& target, ReferenceEvaluator& evaluator) {
    LawReads reads;
    for (std::size_t row = 0; row < evaluator.binding().rows(target.table); ++row) {
        reads.merge(reads_of_row(*target.among, evaluator, row));
        if (evaluator.truth(*target.among) == Verdict::not_met) continue;
        reads.merge(reads_of_row(*target.meet, evaluator, row));
    }
    return reads;
}

}  // namespace

CaseCoverage::CaseCoverage(const Pack& pack) : pack_(pack), targets_(read_targets(pack)) {
    for (const Criterion& criterion : pack.criteria()) {
        criteria_[criterion.id] = clauses_.size();
        clauses_.push_back({ClauseCoverage::Kind::criterion, criterion.id, criterion.citation, criterion.in_force});
    }
    for (const Target& target : targets_) {
        clauses_.push_back({ClauseCoverage::Kind::target, target.id, target.citation, {}});
    }
    add_parameters(pack);
}

void CaseCoverage::add_parameters(const Pack& pack) {
    for (const auto& parameter : pack.parameters()) {
        parameters_[parameter->id] = clauses_.size();
        for (const ParameterVersion& version : parameter->versions) {
            clauses_.push_back({ClauseCoverage::Kind::parameter, parameter->id, version.citation, version.in_force});
        }
    }
}

void CaseCoverage::add(const Case& judged, const CaseRun& run) {
    // Results stand in the order of the expectations, those of targets last.
    auto result = run.results.begin();
    for (const ExpectedVerdict& expected : judged.verdicts) {
        if (result++->passed) count(expected, judged);
    }
    for (const ExpectedTarget& expected : judged.targets) {
        if (result++->passed && expected.outcome) count(expected, judged);
    }
}

void CaseCoverage::count(const ExpectedVerdict& expected, const Case& judged) {
    const auto criterion = criteria_.find(expected.subject);
    if (criterion == criteria_.end()) return;
    const DecisionDays days = decision_days(options_of(judged));
    if (clauses_[criterion->second].in_force.contains(days.law_as_of)) count(criterion->second, expected.outcome);
    ReferenceEvaluator evaluator(*pack_.schema(), judged.roster, days.as_of, days.law_as_of);
    count(reads_of_row(*expected.condition, evaluator, expected.row), expected.outcome);
}

void CaseCoverage::count(const ExpectedTarget& expected, const Case& judged) {
    const auto target =
        std::find_if(targets_.begin(), targets_.end(), [&](const Target& one) { return one.id == expected.target; });
    const EvaluationOptions options = options_of(judged);
    const DecisionDays days = decision_days(expected.year ? options_of_year(*expected.year, options) : options);
    count(criteria_.size() + static_cast<std::size_t>(target - targets_.begin()), *expected.outcome);
    ReferenceEvaluator evaluator(*pack_.schema(), judged.roster, days.as_of, days.law_as_of);
    count(reads_of_target(*target, evaluator), *expected.outcome);
}

void CaseCoverage::count(const LawReads& versions, Outcome outcome) {
    for (const auto& [parameter, version] : versions) count(parameters_.at(parameter) + version, outcome);
}

void CaseCoverage::count(std::size_t clause, Outcome outcome) {
    ClauseCoverage& seen = clauses_[clause];
    switch (outcome) {
        case Outcome::met: ++seen.met; break;
        case Outcome::not_met: ++seen.not_met; break;
        case Outcome::undetermined: ++seen.undetermined; break;
        case Outcome::not_in_force: break;
    }
}

}  // namespace cadre
