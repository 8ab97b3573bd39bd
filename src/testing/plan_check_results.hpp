#pragma once

#include <cadre/testing/case_report.hpp>

#include <vector>

namespace cadre {

/// What came of a case's expectations of the check of its planned moves: of its verdict, then of findings.
std::vector<CaseResult> plan_check_results(const Pack& pack, const Case& judged);

}  // namespace cadre
