#pragma once

#include <string>
#include <string_view>

namespace cadre {

/// The code points of valid UTF-8; what is not valid ends it.
std::u32string code_points(std::string_view text);

/// UTF-8 of code points.
std::string utf8(std::u32string_view points);

}  // namespace cadre
