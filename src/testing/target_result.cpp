#include "testing/target_result.hpp"

#include "testing/comparison.hpp"
#include "testing/outcome.hpp"

#include <algorithm>
#include <string>

namespace cadre {
CaseResult target_result(const ExpectedTarget& expected, const Assessment& assessment) {
    const TargetAssessment& found = *std::find_if(
        assessment.targets.begin(), assessment.targets.end(),
        [&](const TargetAssessment& t) { return t.target.id == expected.target && t.year == expected.year; });
    CaseResult result;
    result.place = expected.place;
    result.subject = expected.target;
    result.is_target = true;
    result.year = expected.year;
    result.passed = true;
    compare_outcome(result, expected.outcome, outcome_of(found.verdict));
    compare_bounds(result, expected.least, expected.greatest, found.bounds);
    compare(result, "reason", expected.reason, std::string(to_code(found.undecided)));
    return result;
}

}  // namespace cadre
