#pragma once

// Inner loops on bitmaps: bit i of a result stands for value i of the window.

#include "evaluation/possible.hpp"

#include <cadre/roster/column.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace cadre::columnar {

constexpr std::size_t words_for(std::size_t bits) {
    return (bits + 63) / 64;
}

/// A mask of the low `count` bits, 1 <= count <= 64.
constexpr std::uint64_t low_bits(std::size_t count) {
    return ~std::uint64_t{0} >> (64 - count);
}

/// `count` bits (at most 64) from bit `first` on; reads no word beyond the last bit.
inline std::uint64_t bits_at(const std::uint64_t* words, std::size_t first, std::size_t count) {
    const std::size_t shift = first % 64;
    std::uint64_t bits = words[first / 64] >> shift;
    if (shift + count > 64) bits |= words[first / 64 + 1] << (64 - shift);
    return bits & low_bits(count);
}

/// Sets bit i where lo <= value i <= hi, for `count` values of an integer storage (or `bits`) from row
/// `first` on; bits past the end are zero. An empty range (lo > hi) sets none. Vectorised, with the
/// machine's best instructions chosen at run time.
void in_range(const Column& column, std::size_t first, std::size_t count, std::int64_t lo, std::int64_t hi,
              std::uint64_t* out);

/// The same for a float storage, and for an integer storage read as decimals.
void in_range(const Column& column, std::size_t first, std::size_t count, double lo, double hi, std::uint64_t* out);

/// The same for small counts.
void in_range(const std::uint16_t* counts, std::size_t count, int lo, int hi, std::uint64_t* out);

/// The same for the numbers of bands.
void in_range(const std::uint8_t* bands, std::size_t count, int lo, int hi, std::uint64_t* out);

/// How many bits are set.
std::int64_t count_bits(const std::uint64_t* words, std::size_t count);

/// How many bits are set in both.
std::int64_t count_common_bits(const std::uint64_t* a, const std::uint64_t* b, std::size_t count);

}  // namespace cadre::columnar
