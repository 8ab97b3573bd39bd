#include "testing/case_runner.hpp"

#include "evaluation/open_gaps.hpp"
#include "evaluation/program.hpp"
#include "testing/outcome.hpp"
#include "testing/reason_code.hpp"
#include "testing/target_result.hpp"

#include <algorithm>
#include <utility>

namespace cadre {
namespace {

Outcome outcome_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::met: return Outcome::met;
        case Verdict::not_met: return Outcome::not_met;
        case Verdict::undetermined: break;
    }
    return Outcome::undetermined;
}

/// "undetermined (missing: degree, unit; reason: open_list)".
std::string written(Outcome outcome, const std::vector<std::string>& missing, const std::vector<std::string>& reasons) {
    std::string details;
    const auto add = [&details](std::string_view label, const std::vector<std::string>& names) {
        if (names.empty()) return;
        details += (details.empty() ? "" : "; ") + std::string(label) + ": ";
        for (const std::string& name : names) details += name + (&name == &names.back() ? "" : ", ");
    };
    add("missing", missing);
    add("reason", reasons);
    return std::string(to_code(outcome)) + (details.empty() ? "" : " (" + details + ")");
}

std::string written(const ExpectedVerdict& expected) {
    std::vector<std::string> missing = expected.missing.value_or(std::vector<std::string>{});
    if (expected.missing && missing.empty()) missing.emplace_back("–");
    std::vector<std::string> reasons;
    if (expected.reason) reasons.push_back(*expected.reason);
    return written(expected.outcome, missing, reasons);
}

std::vector<std::string> reasons_of(const Gaps& gaps) {
    std::vector<std::string> reasons;
    for (const Reason reason : gaps.reasons) reasons.emplace_back(reason_code(reason));
    return reasons;
}

bool holds(const ExpectedVerdict& expected, Outcome got, const std::vector<std::string>& missing,
           const std::vector<std::string>& reasons) {
    if (got != expected.outcome || (expected.missing && *expected.missing != missing)) return false;
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
    std::vector<std::string> missing;
    std::vector<std::string> reasons;
    if (got == Outcome::undetermined) {
        const Gaps gaps = gaps_of(expected, judged.roster, days);
        missing = names_of(gaps, expected.table);
        reasons = reasons_of(gaps);
    }
    CaseResult result;
    result.place = expected.place;
    result.subject = expected.subject;
    result.row = expected.row;
    result.expected = written(expected);
    result.got = written(got, missing, reasons);
    result.passed = holds(expected, got, missing, reasons);
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
