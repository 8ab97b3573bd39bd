#pragma once

#include <cadre/export.hpp>
#include <cadre/messages/message.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// The candidate that `name` is most likely a slip of (edit distance of at most a third of its length,
/// swapped neighbours counting once, case ignored), or nothing. Ties go to the first.
CADRE_EXPORT std::optional<std::string> closest(std::string_view name, const std::vector<std::string>& candidates);

/// The hint that goes with an unknown name: "did you mean …?", else the known names where there are few,
/// else nothing.
CADRE_EXPORT std::optional<Message> suggestion(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace cadre
