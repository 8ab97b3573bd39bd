#pragma once

#include <string_view>

#define CADRE_VERSION_MAJOR 0
#define CADRE_VERSION_MINOR 1
#define CADRE_VERSION_PATCH 0
#define CADRE_VERSION "0.1.0"

namespace cadre {

/// The version of the headers in use, as "major.minor.patch".
inline constexpr std::string_view version() {
    return CADRE_VERSION;
}

}  // namespace cadre
