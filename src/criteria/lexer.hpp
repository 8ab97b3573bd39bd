#pragma once

#include "criteria/findings.hpp"
#include "criteria/token.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace cadre::criteria {

inline constexpr std::size_t text_limit = 64 * 1024;

/// The tokens of the findings' text, an `end` token last; nothing after an error, which is reported.
std::optional<std::vector<Token>> tokenize(Findings& findings);

/// Whether the word has a meaning of its own in the language, so that nothing can be called by it.
bool is_reserved(std::string_view word);

}  // namespace cadre::criteria
