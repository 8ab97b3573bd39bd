#pragma once

#include <cstdint>

namespace cadre {

/// How many people, by sex as the roster has it.
struct SexCounts {
    std::int64_t female = 0;
    std::int64_t male = 0;
    std::int64_t not_known = 0;

    bool operator==(const SexCounts&) const = default;
};

}  // namespace cadre
