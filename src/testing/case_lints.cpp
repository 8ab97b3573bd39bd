#include <cadre/testing/case_lints.hpp>

#include "criteria/threshold_test.hpp"
#include "evaluation/program.hpp"
#include "evaluation/reference/reference_evaluator.hpp"
#include "testing/outcome.hpp"

#include <cadre/messages/texts/testing.hpp>
#include <cadre/planning/pool_policy.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <string>

namespace cadre {
namespace {

using criteria::ThresholdTest;

/// Collects the ordering tests that judge the row itself, also those of definitions.
void collect_boundaries(const Expression& e, std::set<const Expression*>& visited, std::vector<ThresholdTest>& found) {
    const bool over_members = e.operation == Operation::some || e.operation == Operation::every ||
                              e.operation == Operation::filter || e.operation == Operation::project;
    if (over_members || !visited.insert(&e).second) return;
    for (const ThresholdTest& test : criteria::threshold_tests(e)) {
        if (criteria::is_order(test.operation)) found.push_back(test);
    }
    for (const ExpressionPtr& child : e.children) collect_boundaries(*child, visited, found);
}

/// The one number that the value is, whatever kind of number.
std::optional<double> single(const AbstractValue& value) {
    if (const auto* integer = std::get_if<PossibleInteger>(&value); integer != nullptr && integer->is_single()) {
        return static_cast<double>(integer->lo);
    }
    if (const auto* decimal = std::get_if<PossibleDecimal>(&value); decimal != nullptr && decimal->is_single()) {
        return decimal->lo;
    }
    return std::nullopt;
}

bool sits_on(const ThresholdTest& test, const ExpectedVerdict& expected, const Case& judged, const Schema& schema) {
    const DecisionDays days = decision_days({.as_of = judged.as_of, .law_as_of = judged.law_as_of});
    ReferenceEvaluator evaluator(schema, judged.roster, days.as_of, days.law_as_of);
    evaluator.judge_row(static_cast<std::int64_t>(expected.row));
    const auto value = single(evaluator.evaluate(*test.value));
    return value && value == single(evaluator.evaluate(*test.constant));
}

class BoundaryLint {
public:
    explicit BoundaryLint(const CaseFile& file) : file_(file) {}

    void add(const Criterion& criterion, const Place& place, Diagnostics& diagnostics) const {
        std::set<const Expression*> visited;
        std::vector<ThresholdTest> tests;
        collect_boundaries(*criterion.condition, visited, tests);
        for (const ThresholdTest& test : tests) {
            if (is_seen(test, criterion)) continue;
            const std::string boundary = to_text(*test.value, schema()) + " = " + to_text(*test.constant, schema());
            diagnostics.push_back({Severity::warning,
                                   place,
                                   {texts::boundary_without_case, {criterion.id, boundary}},
                                   Message{texts::hint_boundary_without_case, {}}});
        }
    }

private:
    const Schema& schema() const { return *file_.pack.schema(); }

    bool is_seen(const ThresholdTest& test, const Criterion& criterion) const {
        for (const Case& judged : file_.cases) {
            for (const ExpectedVerdict& expected : judged.verdicts) {
                if (expected.subject == criterion.id && sits_on(test, expected, judged, schema())) return true;
            }
        }
        return false;
    }

    const CaseFile& file_;
};

/// Reports the policies that no case expects to be met, or not to be met. What is wrong with one is not told here.
class PolicyLint {
public:
    explicit PolicyLint(const CaseFile& file) : file_(file) {
        Diagnostics wrong;
        for (const PoolPolicy& policy : read_pool_policies(file.pack, wrong)) {
            // A departure tells when a post falls vacant: no pool meets one.
            if (!std::holds_alternative<DepartureRule>(policy.rule)) judged_.insert(policy.id);
        }
    }

    void add(const Node& node, Diagnostics& diagnostics) const {
        const Node* named = node.find("id");
        const auto* id = named != nullptr ? named->get_if<std::string>() : nullptr;
        if (id == nullptr || !judged_.contains(*id)) return;
        for (const Outcome outcome : {Outcome::met, Outcome::not_met}) {
            if (is_expected(*id, outcome)) continue;
            diagnostics.push_back({Severity::warning,
                                   node.place(),
                                   {texts::policy_without_case, {*id, std::string(to_code(outcome))}},
                                   Message{texts::hint_policy_without_case, {}}});
        }
    }

private:
    bool is_expected(const std::string& id, Outcome outcome) const {
        return std::any_of(file_.cases.begin(), file_.cases.end(), [&](const Case& judged) {
            return std::any_of(judged.policies.begin(), judged.policies.end(), [&](const ExpectedPolicy& expected) {
                return expected.policy == id && expected.outcome == outcome;
            });
        });
    }

    const CaseFile& file_;
    std::set<std::string> judged_;
};

void lint_criteria(const CaseFile& file, Diagnostics& diagnostics) {
    const BoundaryLint lint(file);
    for (const Node& node : file.pack.sections("criterion")) {
        const Criterion* criterion = file.pack.find_criterion(*node.find("id")->get_if<std::string>());
        // The versions of a criterion have conditions of their own.
        const Node* when = node.find("when");
        if (criterion != nullptr) lint.add(*criterion, (when != nullptr ? *when : node).place(), diagnostics);
    }
}

}  // namespace

Diagnostics lint_cases(const CaseFile& file) {
    Diagnostics diagnostics;
    const auto& criteria = file.pack.sections("criterion");
    const auto& policies = file.pack.sections("pool_policy");
    if (criteria.empty() && policies.empty()) return diagnostics;
    if (file.cases.empty()) {
        diagnostics.push_back({Severity::warning,
                               (criteria.empty() ? policies : criteria).front().place(),
                               {texts::pack_without_cases, {}},
                               Message{texts::hint_pack_without_cases, {}}});
        return diagnostics;
    }
    lint_criteria(file, diagnostics);
    if (policies.empty()) return diagnostics;
    const PolicyLint lint(file);
    for (const Node& node : policies) lint.add(node, diagnostics);
    return diagnostics;
}

}  // namespace cadre
