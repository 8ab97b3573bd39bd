#include <cadre/vocabulary/duration.hpp>

#include <gtest/gtest.h>

#include <limits>

namespace cadre {
namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

Duration months(std::int64_t count) {
    return {Duration::Unit::months, count};
}

Duration days(std::int64_t count) {
    return {Duration::Unit::days, count};
}

TEST(Duration, ReadsYearsAndMonthsAsOneCount) {
    EXPECT_EQ(parse_duration("P1Y"), months(12));
    EXPECT_EQ(parse_duration("P12M"), months(12));
    EXPECT_EQ(parse_duration("P3Y6M"), months(42));
    EXPECT_EQ(parse_duration("-P2M"), months(-2));
    EXPECT_EQ(parse_duration("P1Y18M"), months(30));
}

TEST(Duration, ReadsDays) {
    EXPECT_EQ(parse_duration("P30D"), days(30));
    EXPECT_EQ(parse_duration("-P1D"), days(-1));
    EXPECT_EQ(parse_duration("P0D"), days(0));
}

TEST(Duration, RefusesMixturesTimesAndNonsense) {
    for (const char* text :
         {"",     "P",     "-P",   "1Y",   "P1",   "PY",  "P1M1Y", "P1Y1D", "P1M1D", "P1W",   "P1DT2H",
          "PT1H", "P1.5Y", "P-1Y", "P+1Y", "+P1Y", "p1y", " P1Y",  "P1Y ",  "P1Y1Y", "P1D1D", "--P1Y"}) {
        EXPECT_FALSE(parse_duration(text)) << text;
    }
}

TEST(Duration, RefusesWhatDoesNotFit) {
    EXPECT_EQ(parse_duration("P9223372036854775807M"), months(largest));
    EXPECT_FALSE(parse_duration("P9223372036854775808M"));
    EXPECT_FALSE(parse_duration("P768614336404564651Y"));
    EXPECT_FALSE(parse_duration("P99999999999999999999D"));
    EXPECT_FALSE(parse_duration("P768614336404564650Y9223372036854775807M"));
}

TEST(Duration, WritesWhatItReads) {
    for (const std::int64_t count : {std::int64_t{0}, std::int64_t{1}, std::int64_t{11}, std::int64_t{12},
                                     std::int64_t{42}, largest, -largest, std::int64_t{-13}}) {
        EXPECT_EQ(parse_duration(to_iso(months(count))), months(count)) << count;
        EXPECT_EQ(parse_duration(to_iso(days(count))), days(count)) << count;
    }
    EXPECT_EQ(to_iso(months(42)), "P3Y6M");
    EXPECT_EQ(to_iso(months(-1)), "-P1M");
    EXPECT_EQ(to_iso(months(0)), "P0M");
    EXPECT_EQ(to_iso(months(24)), "P2Y");
    EXPECT_EQ(to_iso(days(30)), "P30D");
    EXPECT_EQ(to_iso(months(std::numeric_limits<std::int64_t>::min())), "-P768614336404564650Y8M");
}

TEST(Duration, IsDescribedInBothLanguages) {
    EXPECT_EQ(describe(months(42)), (LocalizedText{"3 năm 6 tháng", "3 years 6 months"}));
    EXPECT_EQ(describe(months(13)), (LocalizedText{"1 năm 1 tháng", "1 year 1 month"}));
    EXPECT_EQ(describe(months(0)), (LocalizedText{"0 tháng", "0 months"}));
    EXPECT_EQ(describe(days(1)), (LocalizedText{"1 ngày", "1 day"}));
    EXPECT_EQ(describe(months(-3)), (LocalizedText{"âm 3 tháng", "minus 3 months"}));
}

}  // namespace
}  // namespace cadre
