#pragma once

#include <cadre/messages/language.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace cadre {

/// So many names of a list are shown; the rest are counted.
inline constexpr std::size_t most_named = 10;

/// "p0, p1, …, p9 and 214 more".
std::string short_list(const std::vector<std::string>& names, Language language);

}  // namespace cadre
