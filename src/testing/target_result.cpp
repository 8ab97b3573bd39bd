#include "testing/target_result.hpp"

#include "testing/outcome.hpp"
#include "testing/share_text.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace cadre {
namespace {

std::string outcome_of(const TargetAssessment& found) {
    switch (found.verdict) {
        case Verdict::met: return std::string(to_code(Outcome::met));
        case Verdict::not_met: return std::string(to_code(Outcome::not_met));
        case Verdict::undetermined: break;
    }
    return std::string(to_code(Outcome::undetermined));
}

std::optional<std::string> written(const std::optional<Outcome>& outcome) {
    return outcome ? std::optional(std::string(to_code(*outcome))) : std::nullopt;
}

std::optional<std::string> written(const std::optional<Share>& share) {
    return share ? std::optional(to_fraction(*share)) : std::nullopt;
}

/// Shares that are equal may be written differently: "1/2" and "2/4".
std::string share_found(const std::optional<Share>& wanted, const std::optional<Share>& found) {
    if (!found) return "–";
    return to_fraction(wanted == found ? *wanted : *found);
}

/// Puts what is found beside each part that the expectation states.
void compare(CaseResult& result, std::string_view label, const std::optional<std::string>& wanted,
             const std::string& found) {
    if (!wanted) return;
    const std::string separator = result.expected.empty() ? "" : ", ";
    const std::string words = label.empty() ? "" : std::string(label) + ' ';
    result.expected += separator + words + *wanted;
    result.got += separator + words + found;
    result.passed = result.passed && *wanted == found;
}

}  // namespace

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
    compare(result, "", written(expected.outcome), outcome_of(found));
    compare(result, "least", written(expected.least), share_found(expected.least, found.bounds.least));
    compare(result, "greatest", written(expected.greatest), share_found(expected.greatest, found.bounds.greatest));
    compare(result, "reason", expected.reason, std::string(to_code(found.undecided)));
    return result;
}

}  // namespace cadre
