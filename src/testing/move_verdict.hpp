#pragma once

#include <cadre/rotation/move_rules.hpp>
#include <cadre/testing/case.hpp>

#include <string_view>

namespace cadre {

/// How case files write that a rule is not known to be met, but that the cadre is exempt from it, or deferred.
inline constexpr std::string_view exempt_move = "exempt";

/// How case files write how a move stands with a rule that is the law.
std::string_view to_code(const MoveVerdict& verdict);
/// Whether a code is one that a case may expect: "exempt", or that of an outcome.
bool is_move_verdict(std::string_view code);
/// How such a code counts as an outcome: a rule does not stand against a cadre who is exempt.
Outcome outcome_of_move(std::string_view code);

}  // namespace cadre
