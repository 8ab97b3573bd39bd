#pragma once

#include "evaluation/columnar/range_tests.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace cadre::columnar {

/// The bands into which the bounds of several ranges cut the 32-bit integers: no range tells two values of one band
/// apart. A test of a value's band, a byte, stands for that of the value.
class ValueBands {
public:
    /// Adds the bounds of the ranges unless that makes more bands than a byte can number.
    bool add(std::span<const ValueRange<std::int64_t>> ranges);
    /// To be called once all ranges are added, before bands are read.
    void settle();

    /// The bands of a range that was added; empty (lo > hi) when the range holds no value.
    ValueRange<int> of(ValueRange<std::int64_t> range) const;
    int last() const { return static_cast<int>(starts_.size()); }
    /// Writes the band of each value.
    void read(std::span<const std::int32_t> values, std::uint8_t* bands) const;

private:
    std::uint8_t search(std::int32_t value) const;

    std::vector<std::int32_t> starts_;  ///< ascending; the first value of each band but the first
    std::uint32_t table_begin_ = 0;     ///< value, modulo 2^32
    std::vector<std::uint8_t> table_;   ///< by value from there on: the band
};

}  // namespace cadre::columnar
