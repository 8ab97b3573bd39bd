#pragma once

#include <cadre/vocabulary/share.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace cadre {

/// Reads "2/3" or "12".
std::optional<Share> parse_fraction(std::string_view text);
std::string to_fraction(const Share& share);

}  // namespace cadre
