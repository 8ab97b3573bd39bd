#pragma once

#include "roster/text_cache.hpp"

#include <cadre/roster/text_encoding.hpp>

#include <optional>
#include <vector>

namespace cadre {

/// The old encoding that the distinct texts of a column seem to be in: at least three cells show it, and at least a
/// quarter of the distinct texts that are not ASCII.
std::optional<TextEncoding> suspected_encoding(const std::vector<TextEntry>& entries);

}  // namespace cadre
