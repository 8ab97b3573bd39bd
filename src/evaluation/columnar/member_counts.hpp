#pragma once

// How many members of each list a condition lets through.

#include "evaluation/possible.hpp"

#include <cstddef>
#include <cstdint>

namespace cadre::columnar {

/// Lists whose members are bits of two bitmaps: those of list i are [offsets[i] - base, offsets[i + 1] - base).
struct MemberBits {
    const std::uint64_t* met;
    const std::uint64_t* not_met;
    const std::int64_t* offsets;  ///< lists + 1, the first of them `base`
    std::size_t lists;
    std::int64_t base;
};

/// For each list, how many members are set in `met`, and how many are not set in `not_met`.
void count_members(const MemberBits& members, PossibleInteger* counts);

/// A small count that stands for itself and all greater ones.
constexpr std::uint16_t unbounded_count = 0xFFFF;

/// The same, saturated; no list may have 2^32 members or more.
void count_members(const MemberBits& members, std::uint16_t* least, std::uint16_t* most);

}  // namespace cadre::columnar
