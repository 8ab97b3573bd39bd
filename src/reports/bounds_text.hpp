#pragma once

#include <cadre/messages/language.hpp>
#include <cadre/targets/bounds.hpp>

#include <string>

namespace cadre {

/// "34.3 %–37.6 %", as numbers of what the threshold is on; a dash where there are none.
std::string bounds_text(const Bounds& bounds, const Threshold& threshold, Language language);

/// How many are lacking, or too many, at best and at worst.
std::string shortfall_text(const Shortfall& shortfall, bool asks_for_more, Language language);

}  // namespace cadre
