#pragma once

#include <cadre/testing/case_report.hpp>

#include <vector>

namespace cadre {

/// What came of a case's expectations of rules on moves, in their order.
std::vector<CaseResult> move_results(const Pack& pack, const Case& judged);

}  // namespace cadre
