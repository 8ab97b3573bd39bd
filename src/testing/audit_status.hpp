#pragma once

#include <cadre/testing/case.hpp>

#include <string_view>

namespace cadre {

/// How case files write that an audit finds nothing, and that the policy is no law on that day.
inline constexpr std::string_view no_finding = "none";
inline constexpr std::string_view policy_not_in_force = "not_in_force";

/// Whether a code is the status of a finding: "violated", "due", "exempt" or "undetermined".
bool is_finding(std::string_view code);
/// Whether it is one that a case may expect: that of a finding, "none" or "not_in_force".
bool is_audit_status(std::string_view code);

/// How a status counts as an outcome: a policy is not met where it is broken and nothing excuses that.
Outcome outcome_of_status(std::string_view code);

}  // namespace cadre
