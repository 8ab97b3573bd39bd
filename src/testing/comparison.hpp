#pragma once

#include <cadre/targets/bounds.hpp>
#include <cadre/testing/case_report.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace cadre {

/// Puts what is found beside each part that an expectation states; a result that differs has not passed.
void compare(CaseResult& result, std::string_view label, const std::optional<std::string>& wanted,
             const std::string& found);
void compare_day(CaseResult& result, std::string_view label, const std::optional<DayNumber>& wanted,
                 const std::optional<DayNumber>& found);
void compare_outcome(CaseResult& result, const std::optional<Outcome>& wanted, Outcome found);
void compare_bounds(CaseResult& result, const std::optional<Share>& least, const std::optional<Share>& greatest,
                    const Bounds& found);

}  // namespace cadre
