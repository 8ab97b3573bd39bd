#pragma once

#include <cstddef>
#include <cstdint>

namespace cadre {

/// The position of a vertex or an edge in a vector.
constexpr std::size_t at(std::int64_t number) {
    return static_cast<std::size_t>(number);
}

}  // namespace cadre
