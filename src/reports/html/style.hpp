#pragma once

#include <string_view>

namespace cadre::html {

/// The style sheet of the report: screens wide and narrow, light and dark, and paper.
std::string_view style();

}  // namespace cadre::html
