#include <cadre/testing/case_lints.hpp>

#include "criteria/threshold_test.hpp"
#include "evaluation/program.hpp"
#include "evaluation/reference/reference_evaluator.hpp"

#include <algorithm>
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

template <class T>
bool same_single(const AbstractValue& a, const AbstractValue& b) {
    const T* first = std::get_if<T>(&a);
    const T* second = std::get_if<T>(&b);
    return first != nullptr && second != nullptr && first->is_single() && *first == *second;
}

bool sits_on(const ThresholdTest& test, const ExpectedVerdict& expected, const Case& judged, const Schema& schema) {
    const DecisionDays days = decision_days({.as_of = judged.as_of, .law_as_of = judged.law_as_of});
    ReferenceEvaluator evaluator(schema, judged.roster, days.as_of, days.law_as_of);
    evaluator.judge_row(static_cast<std::int64_t>(expected.row));
    const AbstractValue value = evaluator.evaluate(*test.value);
    const AbstractValue constant = evaluator.evaluate(*test.constant);
    return same_single<PossibleInteger>(value, constant) || same_single<PossibleDecimal>(value, constant);
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
                                   {MessageId::boundary_without_case, {criterion.id, boundary}},
                                   Message{MessageId::hint_boundary_without_case, {}}});
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

}  // namespace

Diagnostics lint_cases(const CaseFile& file) {
    Diagnostics diagnostics;
    const auto& own = file.pack.sections("criterion");
    if (own.empty()) return diagnostics;
    if (file.cases.empty()) {
        diagnostics.push_back({Severity::warning,
                               own.front().place(),
                               {MessageId::pack_without_cases, {}},
                               Message{MessageId::hint_pack_without_cases, {}}});
        return diagnostics;
    }
    const BoundaryLint lint(file);
    for (const Node& node : own) {
        const Criterion* criterion = file.pack.find_criterion(*node.find("id")->get_if<std::string>());
        if (criterion != nullptr) lint.add(*criterion, node.find("when")->place(), diagnostics);
    }
    return diagnostics;
}

}  // namespace cadre
