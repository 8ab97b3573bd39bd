#include "testing/coverage.hpp"

#include <cadre/criteria/expression.hpp>

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
    for (const Criterion& criterion : pack.criteria()) {
        seen_by_[criterion.id].push_back(clauses_.size());
        clauses_.push_back({ClauseCoverage::Kind::criterion, criterion.id, criterion.citation, criterion.in_force});
    }
    std::map<const Parameter*, std::vector<std::size_t>> versions;
    for (const auto& parameter : pack.parameters()) {
        for (const ParameterVersion& version : parameter->versions) {
            versions[parameter.get()].push_back(clauses_.size());
            clauses_.push_back({ClauseCoverage::Kind::parameter, parameter->id, version.citation, version.in_force});
        }
    }
    for (const Criterion& criterion : pack.criteria()) {
        std::set<const Expression*> visited;
        std::set<const Parameter*> parameters;
        collect_parameters(*criterion.condition, visited, parameters);
        for (const Parameter* parameter : parameters) {
            for (const std::size_t clause : versions[parameter]) seen_by_[criterion.id].push_back(clause);
        }
    }
}

void Coverage::add(const Case& judged, const CaseRun& run) {
    const DayNumber law_as_of = day_number(judged.law_as_of.value_or(judged.as_of));
    // Results of verdicts come first, in the order of the expectations.
    for (std::size_t i = 0; i < judged.verdicts.size(); ++i) {
        if (run.results[i].passed) count(judged.verdicts[i], law_as_of);
    }
}

void Coverage::count(const ExpectedVerdict& expected, DayNumber law_as_of) {
    for (const std::size_t at : seen_by_[expected.criterion]) {
        ClauseCoverage& clause = clauses_[at];
        if (!clause.in_force.contains(law_as_of)) continue;
        switch (expected.outcome) {
            case Outcome::met: ++clause.met; break;
            case Outcome::not_met: ++clause.not_met; break;
            case Outcome::undetermined: ++clause.undetermined; break;
            case Outcome::not_in_force: break;
        }
    }
}

}  // namespace cadre
