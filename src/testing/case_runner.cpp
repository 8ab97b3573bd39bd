#include "testing/case_runner.hpp"

#include "evaluation/open_gaps.hpp"
#include "evaluation/program.hpp"
#include "testing/audit_results.hpp"
#include "testing/move_results.hpp"
#include "testing/outcome.hpp"
#include "testing/plan_check_results.hpp"
#include "testing/policy_results.hpp"
#include "testing/reason_code.hpp"
#include "testing/target_result.hpp"

#include <cadre/evaluation/earliest.hpp>

#include <algorithm>
#include <utility>

namespace cadre {
namespace {

/// What came, or should have come, of one row beside its verdict.
struct Details {
    std::vector<std::string> missing;
    std::vector<std::string> reasons;
    std::vector<std::string> earliest;  ///< a day or "–"; empty where nobody asks
};

/// "undetermined (missing: degree, unit; reason: open_list; earliest: 2016-02-01)".
std::string written(Outcome outcome, const Details& all) {
    std::string details;
    const auto add = [&details](std::string_view label, const std::vector<std::string>& names) {
        if (names.empty()) return;
        details += (details.empty() ? "" : "; ") + std::string(label) + ": ";
        for (const std::string& name : names) details += name + (&name == &names.back() ? "" : ", ");
    };
    add("missing", all.missing);
    add("reason", all.reasons);
    add("earliest", all.earliest);
    return std::string(to_code(outcome)) + (details.empty() ? "" : " (" + details + ")");
}

std::string written(const ExpectedVerdict& expected) {
    Details all{expected.missing.value_or(std::vector<std::string>{}), {}, {}};
    if (expected.missing && all.missing.empty()) all.missing.emplace_back("–");
    if (expected.reason) all.reasons.push_back(*expected.reason);
    if (expected.earliest) all.earliest.push_back(to_iso(*expected.earliest));
    return written(expected.outcome, all);
}

std::vector<std::string> reasons_of(const Gaps& gaps) {
    std::vector<std::string> reasons;
    for (const Reason reason : gaps.reasons) reasons.emplace_back(reason_code(reason));
    return reasons;
}

bool holds(const ExpectedVerdict& expected, Outcome got, const Details& found) {
    if (got != expected.outcome || (expected.missing && *expected.missing != found.missing)) return false;
    if (expected.earliest && found.earliest.front() != to_iso(*expected.earliest)) return false;
    const auto& reasons = found.reasons;
    return !expected.reason || std::find(reasons.begin(), reasons.end(), *expected.reason) != reasons.end();
}

}  // namespace

CaseRun CaseRunner::run(const Case& judged) const {
    CaseRun run{judged.id, judged.title, judged.place, {}};
    const EvaluationOptions days{.as_of = judged.as_of, .law_as_of = judged.law_as_of};
    const VerdictTable table = evaluate(program_, judged.roster, days);
    for (const ExpectedVerdict& expected : judged.verdicts) {
        run.results.push_back(result_of(expected, judged, table, days));
    }
    if (!judged.targets.empty()) {
        const Assessment assessment = assess(pack_, judged.roster, days);
        for (const ExpectedTarget& expected : judged.targets)
            run.results.push_back(target_result(expected, assessment));
    }
    for (CaseResult& result : policy_results(pack_, judged)) run.results.push_back(std::move(result));
    for (CaseResult& result : audit_results(pack_, judged)) run.results.push_back(std::move(result));
    for (CaseResult& result : move_results(pack_, judged)) run.results.push_back(std::move(result));
    for (CaseResult& result : plan_check_results(pack_, judged)) run.results.push_back(std::move(result));
    return run;
}

Outcome CaseRunner::outcome_of(const ExpectedVerdict& expected, const Case& judged, const VerdictTable& table,
                               const EvaluationOptions& days) const {
    if (pack_.find_criterion(expected.subject) == nullptr) {
        return cadre::outcome_of(judge(*expected.condition, *pack_.schema(), judged.roster, expected.row, days));
    }
    const VerdictColumn& column = table[expected.subject];
    return column.in_force() ? cadre::outcome_of(column[expected.row]) : Outcome::not_in_force;
}

CaseResult CaseRunner::result_of(const ExpectedVerdict& expected, const Case& judged, const VerdictTable& table,
                                 const EvaluationOptions& days) const {
    const Outcome got = outcome_of(expected, judged, table, days);
    Details found;
    if (got == Outcome::undetermined) {
        const Gaps gaps = gaps_of(expected, judged.roster, days);
        found.missing = names_of(gaps, expected.table);
        found.reasons = reasons_of(gaps);
    }
    if (expected.earliest) {
        const auto day = earliest(pack_, expected.subject, judged.roster, expected.row,
                                  {.first = judged.as_of, .law_as_of = judged.law_as_of})
                             .day;
        found.earliest.push_back(day ? to_iso(*day) : "–");
    }
    CaseResult result;
    result.place = expected.place;
    result.subject = expected.subject;
    result.row = expected.row;
    result.expected = written(expected);
    result.got = written(got, found);
    result.passed = holds(expected, got, found);
    if (!result.passed && pack_.find_criterion(expected.subject) != nullptr) {
        result.explanation = explain(pack_, expected.subject, judged.roster, expected.row, days);
    }
    return result;
}

Gaps CaseRunner::gaps_of(const ExpectedVerdict& expected, const Roster& roster,
                         const EvaluationOptions& options) const {
    const DecisionDays days = decision_days(options);
    ReferenceEvaluator evaluator(*pack_.schema(), roster, days.as_of, days.law_as_of);
    evaluator.judge_row(static_cast<std::int64_t>(expected.row));
    Gaps gaps;
    collect_open_gaps(evaluator, *expected.condition, gaps);
    return gaps;
}

std::vector<std::string> CaseRunner::names_of(const Gaps& gaps, int judged_table) const {
    std::vector<std::string> names;
    for (const CellIndex& cell : gaps.missing) {
        const std::string& attribute = pack_.schema()->attribute(cell.table, cell.attribute).id;
        const std::string& table = pack_.schema()->table(cell.table).id;
        names.push_back(cell.table == judged_table ? attribute : table + '.' + attribute);
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

}  // namespace cadre
