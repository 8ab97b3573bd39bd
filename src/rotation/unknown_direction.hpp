#pragma once

#include <cadre/messages/diagnostic.hpp>

#include <optional>
#include <string>

namespace cadre {

/// Nothing for the code of a direction; for any other text what to say of it, with the codes as a hint.
std::optional<Diagnostic> unknown_direction(const std::string& code);

}  // namespace cadre
