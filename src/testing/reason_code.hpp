#pragma once

#include "evaluation/reference/reference_evaluator.hpp"

#include <cadre/targets/assessment.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// How case files write a reason for an undetermined verdict: "open_list".
std::string_view reason_code(Reason reason);
std::vector<std::string> reason_codes();
bool is_reason(std::string_view code);

/// Why a target may be undetermined: "missing_data".
std::vector<std::string> target_reason_codes();
bool is_target_reason(std::string_view code);

}  // namespace cadre
