#pragma once

#include <cadre/targets/assessment.hpp>
#include <cadre/testing/case_report.hpp>

namespace cadre {

/// What came of an expectation on a target; the target is one of the assessment.
CaseResult target_result(const ExpectedTarget& expected, const Assessment& assessment);

}  // namespace cadre
