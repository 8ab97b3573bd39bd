#pragma once

#include <cadre/targets/threshold.hpp>

#include <optional>
#include <string_view>

namespace cadre {

/// Reads "> 35 %", ">= 33.3 %", "< 5 %"; nothing when the text is no such thing. Percentages over 100
/// are read.
std::optional<Threshold> read_share_threshold(std::string_view text);

/// Reads ">= 10000"; nothing when the text is no such thing.
std::optional<Threshold> read_count_threshold(std::string_view text);

}  // namespace cadre
