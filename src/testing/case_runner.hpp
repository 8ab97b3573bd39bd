#pragma once

#include "evaluation/reference/reference_evaluator.hpp"

#include <cadre/evaluation/evaluate.hpp>
#include <cadre/targets/assess.hpp>
#include <cadre/testing/case_report.hpp>

#include <string>

namespace cadre {

/// Runs one case after the other against a compiled pack.
class CaseRunner {
public:
    explicit CaseRunner(const Pack& pack) : pack_(pack), program_(compile(pack)) {}

    CaseRun run(const Case& judged) const;

private:
    CaseResult result_of(const ExpectedVerdict& expected, const Case& judged, const VerdictTable& table,
                         const EvaluationOptions& days) const;
    Outcome outcome_of(const ExpectedVerdict& expected, const Case& judged, const VerdictTable& table,
                       const EvaluationOptions& days) const;
    Gaps gaps_of(const ExpectedVerdict& expected, const Roster& roster, const EvaluationOptions& days) const;
    std::vector<std::string> names_of(const Gaps& gaps, int judged_table) const;

    const Pack& pack_;
    Program program_;
};

}  // namespace cadre
