// Bands of values: in a range exactly where the value is.

#include "evaluation/columnar/value_bands.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <random>
#include <vector>

namespace cadre::columnar {
namespace {

using Range = ValueRange<std::int64_t>;

constexpr std::int32_t least = std::numeric_limits<std::int32_t>::min();
constexpr std::int32_t greatest = std::numeric_limits<std::int32_t>::max();

/// Expects that the bands of the ranges tell the values in them.
void expect_bands(const ValueBands& bands, const std::vector<Range>& ranges, const std::vector<std::int32_t>& values) {
    std::vector<std::uint8_t> read(values.size());
    bands.read(values, read.data());
    for (const Range& range : ranges) {
        const ValueRange<int> of_bands = bands.of(range);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const bool in_bands = of_bands.lo <= read[i] && read[i] <= of_bands.hi;
            ASSERT_EQ(in_bands, range.lo <= values[i] && values[i] <= range.hi)
                << values[i] << " in " << range.lo << " to " << range.hi;
            ASSERT_LE(read[i], bands.last());
        }
    }
}

TEST(ValueBands, TellTheValuesInRandomRanges) {
    for (std::uint64_t number = 0; number < 20; ++number) {
        std::mt19937_64 random(number);
        const std::uint64_t spread = number % 2 == 0 ? 300U : 3'000'000U;
        const auto value = [&] { return static_cast<std::int32_t>(random() % spread) - 100; };
        ValueBands bands;
        std::vector<Range> ranges{{std::numeric_limits<std::int64_t>::min(), 7}, {least, 9}, {11, greatest}, {5, 4}};
        std::vector<std::int32_t> values{least, least + 1, -1, 0, greatest - 1, greatest};
        for (int i = 0; i < 60; ++i) ranges.push_back({value(), value()});
        for (int i = 0; i < 500; ++i) values.push_back(value());
        for (const Range& range : ranges) {
            values.push_back(static_cast<std::int32_t>(range.hi));
            ASSERT_TRUE(bands.add({&range, 1}));
        }
        bands.settle();
        expect_bands(bands, ranges, values);
    }
}

TEST(ValueBands, RefuseMoreBoundsThanAByteNumbers) {
    ValueBands bands;
    std::vector<Range> ranges;
    for (std::int64_t i = 0; i < 255; ++i) ranges.push_back({i, greatest});
    ASSERT_TRUE(bands.add(ranges));
    const Range known{17, 33};
    const Range another{1000, 2000};
    EXPECT_TRUE(bands.add({&known, 1}));
    EXPECT_FALSE(bands.add({&another, 1}));
    bands.settle();
    EXPECT_EQ(bands.last(), 255);
    ranges.push_back(known);
    expect_bands(bands, ranges, {least, -1, 0, 16, 17, 33, 34, 254, 255, 1500, greatest});
}

TEST(ValueBands, OfNoBoundsAreOne) {
    ValueBands bands;
    bands.settle();
    expect_bands(bands, {{least, greatest}, {5, 4}}, {least, 0, greatest});
}

}  // namespace
}  // namespace cadre::columnar
