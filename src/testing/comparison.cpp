#include "testing/comparison.hpp"

#include "testing/outcome.hpp"
#include "testing/share_text.hpp"

namespace cadre {
namespace {

/// Shares that are equal may be written differently: "1/2" and "2/4".
void compare_share(CaseResult& result, std::string_view label, const std::optional<Share>& wanted,
                   const std::optional<Share>& found) {
    if (!wanted) return;
    const std::string got = found ? to_fraction(wanted == found ? *wanted : *found) : "–";
    compare(result, label, to_fraction(*wanted), got);
}

}  // namespace

void compare(CaseResult& result, std::string_view label, const std::optional<std::string>& wanted,
             const std::string& found) {
    if (!wanted) return;
    const std::string separator = result.expected.empty() ? "" : ", ";
    const std::string words = label.empty() ? "" : std::string(label) + ' ';
    result.expected += separator + words + *wanted;
    result.got += separator + words + found;
    result.passed = result.passed && *wanted == found;
}

void compare_day(CaseResult& result, std::string_view label, const std::optional<DayNumber>& wanted,
                 const std::optional<DayNumber>& found) {
    if (wanted) compare(result, label, to_iso(*wanted), found ? to_iso(*found) : "–");
}

void compare_outcome(CaseResult& result, const std::optional<Outcome>& wanted, Outcome found) {
    if (wanted) compare(result, "", std::string(to_code(*wanted)), std::string(to_code(found)));
}

void compare_bounds(CaseResult& result, const std::optional<Share>& least, const std::optional<Share>& greatest,
                    const Bounds& found) {
    compare_share(result, "least", least, found.least);
    compare_share(result, "greatest", greatest, found.greatest);
}

}  // namespace cadre
