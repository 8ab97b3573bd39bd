#include "testing/seen_clauses.hpp"

#include "evaluation/program.hpp"
#include "targets/judgement_day.hpp"
#include "testing/audit_reads.hpp"
#include "testing/audit_status.hpp"
#include "testing/law_reads.hpp"
#include "testing/move_reads.hpp"
#include "testing/move_verdict.hpp"
#include "testing/policy_reads.hpp"

#include <cadre/evaluation/options.hpp>

#include <algorithm>

namespace cadre {
namespace {

EvaluationOptions options_of(const Case& judged) {
    return {.as_of = judged.as_of, .law_as_of = judged.law_as_of};
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

/// Departures tell when a post falls vacant: no pool meets one.
std::vector<PoolPolicy> judged_policies(const Pack& pack) {
    std::vector<PoolPolicy> policies = read_pool_policies(pack);
    const auto is_departure = [](const PoolPolicy& p) { return std::holds_alternative<DepartureRule>(p.rule); };
    policies.erase(std::remove_if(policies.begin(), policies.end(), is_departure), policies.end());
    return policies;
}

}  // namespace

SeenClauses::SeenClauses(const Pack& pack)
    : pack_(pack),
      targets_(read_targets(pack)),
      policies_(judged_policies(pack)),
      on_rotation_(read_rotation_policies(pack)) {
    for (const Criterion& criterion : pack.criteria()) {
        criteria_[criterion.id] = clauses_.size();
        clauses_.push_back({ClauseCoverage::Kind::criterion, criterion.id, criterion.citation, criterion.in_force});
    }
    for (const Target& target : targets_) {
        clauses_.push_back({ClauseCoverage::Kind::target, target.id, target.citation, {}});
    }
    first_policy_ = clauses_.size();
    for (const PoolPolicy& policy : policies_) {
        clauses_.push_back({ClauseCoverage::Kind::policy, policy.id, policy.citation, policy.in_force});
    }
    first_on_rotation_ = clauses_.size();
    for (const RotationPolicy& policy : on_rotation_) {
        clauses_.push_back({ClauseCoverage::Kind::rotation_policy, policy.id, policy.citation, policy.in_force});
    }
    add_parameters(pack);
}

void SeenClauses::add_parameters(const Pack& pack) {
    for (const auto& parameter : pack.parameters()) {
        parameters_[parameter->id] = clauses_.size();
        for (const ParameterVersion& version : parameter->versions) {
            clauses_.push_back({ClauseCoverage::Kind::parameter, parameter->id, version.citation, version.in_force});
        }
    }
}

void SeenClauses::add(const Case& judged, const CaseRun& run) {
    // Results stand in the order of the expectations: criteria, targets, policies, audits, moves; checks of
    // plans, which see no clause of their own, come last.
    auto result = run.results.begin();
    for (const ExpectedVerdict& expected : judged.verdicts) {
        if (result++->passed) count(expected, judged);
    }
    for (const ExpectedTarget& expected : judged.targets) {
        if (result++->passed && expected.outcome) count(expected, judged);
    }
    for (const ExpectedPolicy& expected : judged.policies) {
        if (result++->passed && expected.outcome) count(expected, judged);
    }
    for (const ExpectedFinding& expected : judged.findings) {
        if (result++->passed) count(expected, judged);
    }
    for (const ExpectedMove& expected : judged.moves) {
        if (result++->passed) count(expected, judged);
    }
}

void SeenClauses::count(const ExpectedVerdict& expected, const Case& judged) {
    const auto criterion = criteria_.find(expected.subject);
    if (criterion == criteria_.end()) return;
    const DecisionDays days = decision_days(options_of(judged));
    if (clauses_[criterion->second].in_force.contains(days.law_as_of)) count(criterion->second, expected.outcome);
    ReferenceEvaluator evaluator(*pack_.schema(), judged.roster, days.as_of, days.law_as_of);
    count(reads_of_row(*expected.condition, evaluator, expected.row), expected.outcome);
}

void SeenClauses::count(const ExpectedTarget& expected, const Case& judged) {
    const auto target =
        std::find_if(targets_.begin(), targets_.end(), [&](const Target& one) { return one.id == expected.target; });
    const EvaluationOptions options = options_of(judged);
    const DecisionDays days = decision_days(expected.year ? options_of_year(*expected.year, options) : options);
    count(criteria_.size() + static_cast<std::size_t>(target - targets_.begin()), *expected.outcome);
    ReferenceEvaluator evaluator(*pack_.schema(), judged.roster, days.as_of, days.law_as_of);
    count(reads_of_target(*target, evaluator), *expected.outcome);
}

void SeenClauses::count(const ExpectedPolicy& expected, const Case& judged) {
    const auto policy = std::find_if(policies_.begin(), policies_.end(),
                                     [&](const PoolPolicy& one) { return one.id == expected.policy; });
    count(first_policy_ + static_cast<std::size_t>(policy - policies_.begin()), *expected.outcome);
    count(reads_of_policy(*policy, expected, judged, *pack_.schema()), *expected.outcome);
}

void SeenClauses::count(const ExpectedFinding& expected, const Case& judged) {
    const Outcome outcome = outcome_of_status(expected.status);
    const RotationPolicy& policy = count_on_rotation(expected.policy, outcome);
    count(reads_of_audit(policy, expected, judged, *pack_.schema()), outcome);
}

void SeenClauses::count(const ExpectedMove& expected, const Case& judged) {
    const Outcome outcome = outcome_of_move(expected.verdict);
    const RotationPolicy& policy = count_on_rotation(expected.policy, outcome);
    count(reads_of_move(policy, expected, judged, pack_), outcome);
}

const RotationPolicy& SeenClauses::count_on_rotation(const std::string& id, Outcome outcome) {
    const auto policy =
        std::find_if(on_rotation_.begin(), on_rotation_.end(), [&](const RotationPolicy& one) { return one.id == id; });
    count(first_on_rotation_ + static_cast<std::size_t>(policy - on_rotation_.begin()), outcome);
    return *policy;
}

void SeenClauses::count(const LawReads& versions, Outcome outcome) {
    for (const auto& [parameter, version] : versions) count(parameters_.at(parameter) + version, outcome);
}

void SeenClauses::count(std::size_t clause, Outcome outcome) {
    ClauseCoverage& seen = clauses_[clause];
    switch (outcome) {
        case Outcome::met: ++seen.met; break;
        case Outcome::not_met: ++seen.not_met; break;
        case Outcome::undetermined: ++seen.undetermined; break;
        case Outcome::not_in_force: break;
    }
}

}  // namespace cadre
