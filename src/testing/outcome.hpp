#pragma once

#include <cadre/evaluation/verdict.hpp>
#include <cadre/testing/case.hpp>

#include <optional>
#include <string_view>

namespace cadre {

/// How case files write an outcome: "met", "not_met", "undetermined", "not_in_force".
std::string_view to_code(Outcome outcome);
std::optional<Outcome> parse_outcome(std::string_view code);

Outcome outcome_of(Verdict verdict);

}  // namespace cadre
