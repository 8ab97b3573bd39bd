#include <cadre/testing/case_lints.hpp>

#include "criteria/threshold_test.hpp"
#include "evaluation/program.hpp"
#include "evaluation/reference/reference_evaluator.hpp"
#include "rotation/audit/breach_search.hpp"
#include "testing/audit_status.hpp"
#include "testing/move_verdict.hpp"
#include "testing/outcome.hpp"

#include <cadre/messages/texts/testing.hpp>
#include <cadre/planning/pool_policy.hpp>
#include <cadre/rotation/rotation_policy.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

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

/// Warns of policies that no case expects to have an outcome.
class PolicyLint {
public:
    explicit PolicyLint(const CaseFile& file) {
        for (const Case& judged : file.cases) {
            for (const ExpectedPolicy& expected : judged.policies) {
                if (expected.outcome) pools_.insert({expected.policy, *expected.outcome});
            }
            for (const ExpectedFinding& expected : judged.findings) {
                on_rotation_.insert({expected.policy, outcome_of_status(expected.status)});
            }
            for (const ExpectedMove& expected : judged.moves) {
                on_rotation_.insert({expected.policy, outcome_of_move(expected.verdict)});
            }
        }
    }

    void add(const PoolPolicy& policy, const Place& place, Diagnostics& diagnostics) const {
        // A departure tells when a post falls vacant: no pool meets one.
        if (std::holds_alternative<DepartureRule>(policy.rule)) return;
        for (const Outcome outcome : {Outcome::met, Outcome::not_met}) {
            if (pools_.contains({policy.id, outcome})) continue;
            warn({texts::policy_without_case, {policy.id, std::string(to_code(outcome))}},
                 texts::hint_policy_without_case, place, diagnostics);
        }
    }

    void add(const RotationPolicy& policy, const Place& place, Diagnostics& diagnostics) const {
        const bool on_moves = is_on_moves(policy);
        for (const Outcome outcome : {Outcome::met, Outcome::not_met}) {
            if (on_rotation_.contains({policy.id, outcome})) continue;
            const std::string_view answer = on_moves ? to_code(outcome) : status_of(outcome);
            warn({texts::rotation_policy_without_case, {policy.id, std::string(answer)}},
                 on_moves ? texts::hint_move_rule_without_case : texts::hint_rotation_policy_without_case, place,
                 diagnostics);
        }
    }

private:
    using Expected = std::set<std::pair<std::string, Outcome>>;

    /// What an audit is to find.
    static std::string_view status_of(Outcome outcome) {
        return outcome == Outcome::met ? no_finding : to_code(AuditStatus::violated);
    }

    static void warn(Message message, MessageId hint, const Place& place, Diagnostics& diagnostics) {
        diagnostics.push_back({Severity::warning, place, std::move(message), Message{hint, {}}});
    }

    Expected pools_;
    Expected on_rotation_;
};

/// The policies of the pack's own section; what is wrong with one is not told here.
template <class Policy>
void lint_policies(const CaseFile& file, std::string_view section, const std::vector<Policy>& policies,
                   Diagnostics& diagnostics) {
    const PolicyLint lint(file);
    for (const Node& node : file.pack.sections(section)) {
        const Node* named = node.find("id");
        const auto* id = named != nullptr ? named->get_if<std::string>() : nullptr;
        for (const Policy& policy : policies) {
            if (id != nullptr && policy.id == *id) lint.add(policy, node.place(), diagnostics);
        }
    }
}

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
    const Node* first = nullptr;
    for (const std::string_view section : {"rotation_policy", "pool_policy", "criterion"}) {
        if (!file.pack.sections(section).empty()) first = &file.pack.sections(section).front();
    }
    if (first == nullptr) return diagnostics;
    if (file.cases.empty()) {
        diagnostics.push_back({Severity::warning,
                               first->place(),
                               {texts::pack_without_cases, {}},
                               Message{texts::hint_pack_without_cases, {}}});
        return diagnostics;
    }
    lint_criteria(file, diagnostics);
    Diagnostics wrong;
    lint_policies(file, "pool_policy", read_pool_policies(file.pack, wrong), diagnostics);
    lint_policies(file, "rotation_policy", read_rotation_policies(file.pack, wrong), diagnostics);
    return diagnostics;
}

}  // namespace cadre
