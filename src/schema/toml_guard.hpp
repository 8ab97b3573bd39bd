#pragma once

#include <cadre/messages/diagnostic.hpp>

#include <string>
#include <string_view>

/// What must hold before text from outside goes to the TOML parser: valid UTF-8, nothing but ASCII outside
/// strings and comments, and so little nesting that no recursion over the tree (parser, conversion,
/// destructors) can overflow the stack.
namespace cadre::toml_guard {

inline constexpr int deepest_brackets = 32;
inline constexpr int longest_key = 16;  ///< parts of one dotted key

/// Throws `Error` (invalid_document).
void check(std::string_view text, const std::string& source);

}  // namespace cadre::toml_guard
