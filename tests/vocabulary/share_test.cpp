#include <cadre/vocabulary/interval.hpp>
#include <cadre/vocabulary/scale.hpp>
#include <cadre/vocabulary/share.hpp>

#include <gtest/gtest.h>

#include <limits>

namespace cadre {
namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

TEST(Share, ComparesByValue) {
    EXPECT_EQ((Share{7, 20}), (Share{35, 100}));
    EXPECT_LT((Share{349, 1000}), (Share{35, 100}));
    EXPECT_GT((Share{351, 1000}), (Share{35, 100}));
    EXPECT_EQ((Share{0, 5}), (Share{0, 9}));
}

TEST(Share, IsExactWhereDoublesAreNot) {
    EXPECT_LT((Share{largest - 1, largest}), (Share{1, 1}));
    EXPECT_LT((Share{largest - 2, largest - 1}), (Share{largest - 1, largest}));
    EXPECT_NE((Share{largest - 2, largest - 1}), (Share{largest - 1, largest}));
    EXPECT_GT((Share{largest, 1}), (Share{largest - 1, 1}));
    EXPECT_LT((Share{std::numeric_limits<std::int64_t>::min(), largest}), (Share{largest, largest}));
}

TEST(Share, IsNeverShownAsMoreThanItIs) {
    EXPECT_EQ(format_percent({1999, 2000}, Language::en), "99.9 %");
    EXPECT_EQ(format_percent({69999, 200000}, Language::vi), "34,9 %");
    EXPECT_EQ(format_percent({largest - 1, largest}, Language::en, 15), "99.999999999999999 %");
}

TEST(Share, IsShownWithTheLanguagesDecimalSign) {
    EXPECT_EQ(format_percent({359, 1000}, Language::vi), "35,9 %");
    EXPECT_EQ(format_percent({359, 1000}, Language::en), "35.9 %");
    EXPECT_EQ(format_percent({7, 20}, Language::vi), "35 %");
    EXPECT_EQ(format_percent({1, 1}, Language::en), "100 %");
    EXPECT_EQ(format_percent({0, 3}, Language::en), "0 %");
    EXPECT_EQ(format_percent({1, 3}, Language::en, 3), "33.333 %");
    EXPECT_EQ(format_percent({1, 1000}, Language::en), "0.1 %");
    EXPECT_EQ(format_percent({2, 3}, Language::en, 0), "66 %");
}

TEST(DateInterval, HoldsItsFirstDayAndNotItsLast) {
    const DateInterval term{.from = make_day(2011, 1, 1), .to = make_day(2016, 1, 1)};
    EXPECT_TRUE(term.contains(*make_day(2011, 1, 1)));
    EXPECT_TRUE(term.contains(*make_day(2015, 12, 31)));
    EXPECT_FALSE(term.contains(*make_day(2016, 1, 1)));
    EXPECT_FALSE(term.contains(*make_day(2010, 12, 31)));
    EXPECT_TRUE(DateInterval{}.contains(first_day));
}

TEST(Scale, FindsCodesByTheirId) {
    const Scale scale{.id = "s", .codes = {{.id = "low", .rank = 0}, {.id = "high", .rank = 1}}};
    EXPECT_EQ(scale.find("high"), 1);
    EXPECT_FALSE(scale.find("High"));
}

}  // namespace
}  // namespace cadre
