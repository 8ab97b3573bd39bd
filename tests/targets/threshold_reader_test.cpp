#include "targets/threshold_reader.hpp"

#include <gtest/gtest.h>

namespace cadre {
namespace {

using Comparison = Threshold::Comparison;

TEST(ThresholdReader, ReadsShares) {
    EXPECT_EQ(read_share_threshold("> 35 %"), (Threshold{Threshold::Measure::share, Comparison::more_than, {7, 20}}));
    EXPECT_EQ(read_share_threshold(">=100%"), (Threshold{Threshold::Measure::share, Comparison::at_least, {1, 1}}));
    EXPECT_EQ(read_share_threshold("<= 33.3 %"),
              (Threshold{Threshold::Measure::share, Comparison::at_most, {333, 1000}}));
    EXPECT_EQ(read_share_threshold(" <  5 % "), (Threshold{Threshold::Measure::share, Comparison::less_than, {1, 20}}));
    EXPECT_EQ(read_share_threshold("> 350 %")->value, (Share{7, 2}));
}

TEST(ThresholdReader, ReadsCounts) {
    EXPECT_EQ(read_count_threshold(">= 10000"),
              (Threshold{Threshold::Measure::count, Comparison::at_least, {10000, 1}}));
    EXPECT_EQ(read_count_threshold("<0")->value, (Share{0, 1}));
}

TEST(ThresholdReader, RefusesOtherTexts) {
    for (const char* text : {"", ">", "35 %", "> %", "> 35", "> 35. %", "> .5 %", "> 33,3 %", "= 35 %", "> -5 %",
                             "> 35 % x", "> 3 5 %", "=> 35 %", "> 1234567 %", "> 1.12345678 %"}) {
        EXPECT_FALSE(read_share_threshold(text)) << text;
    }
    for (const char* text : {"", ">= ", "10000", ">= 10.000", ">= 1e4", ">= -1", ">= 5 %", ">= 99999999999999999999"}) {
        EXPECT_FALSE(read_count_threshold(text)) << text;
    }
}

TEST(Threshold, ToText) {
    EXPECT_EQ(read_share_threshold(">33.3%")->to_text(Language::vi), "> 33,3 %");
    EXPECT_EQ(read_share_threshold("<=100%")->to_text(Language::en), "<= 100 %");
    EXPECT_EQ(read_count_threshold(">=10000")->to_text(Language::en), ">= 10000");
}

}  // namespace
}  // namespace cadre
