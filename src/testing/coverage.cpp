#include "testing/coverage.hpp"

#include <cadre/criteria/expression.hpp>
#include <cadre/targets/target.hpp>

#include <set>

namespace cadre {
namespace {

/// Collects the parameters that an expression reads, also through definitions and other criteria.
void collect_parameters(const Expression& expression, std::set<const Expression*>& visited,
                        std::set<const Parameter*>& parameters) {
    if (!visited.insert(&expression).second) return;
    if (expression.parameter) parameters.insert(expression.parameter.get());
    for (const ExpressionPtr& child : expression.children) collect_parameters(*child, visited, parameters);
}

}  // namespace

Coverage::Coverage(const Pack& pack) {
    const std::vector<Target> targets = read_targets(pack);
    for (const Criterion& criterion : pack.criteria()) {
        by_criterion_[criterion.id] = {clauses_.size()};
        clauses_.push_back({ClauseCoverage::Kind::criterion, criterion.id, criterion.citation, criterion.in_force});
    }
    for (const Target& target : targets) {
        by_target_[target.id] = {clauses_.size()};
        clauses_.push_back({ClauseCoverage::Kind::target, target.id, target.citation, {}});
    }
    add_parameters(pack);
    for (const Criterion& criterion : pack.criteria()) {
        add_reader(by_criterion_[criterion.id], {criterion.condition.get()});
    }
    for (const Target& target : targets) add_reader(by_target_[target.id], {target.among.get(), target.meet.get()});
}

void Coverage::add_parameters(const Pack& pack) {
    for (const auto& parameter : pack.parameters()) {
        for (const ParameterVersion& version : parameter->versions) {
            versions_[parameter.get()].push_back(clauses_.size());
            clauses_.push_back({ClauseCoverage::Kind::parameter, parameter->id, version.citation, version.in_force});
        }
    }
}

void Coverage::add_reader(Seen& seen, const std::vector<const Expression*>& conditions) {
    std::set<const Expression*> visited;
    std::set<const Parameter*> parameters;
    for (const Expression* condition : conditions) collect_parameters(*condition, visited, parameters);
    for (const Parameter* parameter : parameters) {
        const Seen& versions = versions_[parameter];
        seen.insert(seen.end(), versions.begin(), versions.end());
    }
}

void Coverage::add(const Case& judged, const CaseRun& run) {
    const DayNumber law_as_of = day_number(judged.law_as_of.value_or(judged.as_of));
    // Results stand in the order of the expectations, those of targets last.
    auto result = run.results.begin();
    for (const ExpectedVerdict& expected : judged.verdicts) {
        const auto seen = by_criterion_.find(expected.subject);
        if (result++->passed && seen != by_criterion_.end()) count(seen->second, expected.outcome, law_as_of);
    }
    for (const ExpectedTarget& expected : judged.targets) {
        if (result++->passed && expected.outcome) count(by_target_[expected.target], *expected.outcome, law_as_of);
    }
}

void Coverage::count(const Seen& seen, Outcome outcome, DayNumber law_as_of) {
    for (const std::size_t at : seen) {
        ClauseCoverage& clause = clauses_[at];
        if (!clause.in_force.contains(law_as_of)) continue;
        switch (outcome) {
            case Outcome::met: ++clause.met; break;
            case Outcome::not_met: ++clause.not_met; break;
            case Outcome::undetermined: ++clause.undetermined; break;
            case Outcome::not_in_force: break;
        }
    }
}

}  // namespace cadre
