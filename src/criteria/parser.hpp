#pragma once

#include "criteria/findings.hpp"
#include "criteria/syntax.hpp"

#include <cstddef>

namespace cadre::criteria {

inline constexpr int nesting_limit = 64;
inline constexpr int chain_limit = 256;  ///< operators in a row, such as `a + b + c`
inline constexpr std::size_t list_limit = 1000;

/// The findings' text as a syntax tree; null after a syntax error, which is reported (the first only).
SyntaxPtr parse_syntax(Findings& findings);

}  // namespace cadre::criteria
