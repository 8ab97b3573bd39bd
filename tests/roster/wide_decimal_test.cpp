#include "roster/wide_decimal.hpp"
#include "roster/imported.hpp"

#include <limits>

namespace cadre {
namespace {

using test::ArrowData;
using test::ArrowStream;
using test::Cells;
using test::cells;
using test::column;
using test::Numbers;
using test::report;

constexpr WideInteger greatest = ~(WideInteger{1} << 127);
constexpr std::int64_t int64_max = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t int64_min = std::numeric_limits<std::int64_t>::min();

Roster posts(std::vector<ArrowData> columns) {
    const Mapping mapping = test::mapping_of(
        "[[attribute]]\ntable = \"posts\"\nid = \"weight\"\ntype = \"decimal\"\n"
        "meaning = { vi = \"a\", en = \"a\" }\n");
    ArrowStream stream(test::one_chunk(std::move(columns)));
    return Roster::from_arrow({{"posts", stream.get()}}, mapping);
}

Roster posts(const char* name, const char* format, const Cells<WideInteger>& digits, test::Layout layout = {}) {
    std::vector<ArrowData> columns;
    columns.push_back(test::numbers<WideInteger>(name, format, digits, layout));
    return posts(std::move(columns));
}

TEST(WideDecimal, IsShownWithAllItsDigits) {
    EXPECT_EQ(shown_number(WideDecimal{0, 2}), "0.00");
    EXPECT_EQ(shown_number(WideDecimal{-1250, 2}), "-12.50");
    EXPECT_EQ(shown_number(WideDecimal{5, 3}), "0.005");
    EXPECT_EQ(shown_number(WideDecimal{-5, -3}), "-5000");
    EXPECT_EQ(shown_number(WideDecimal{-greatest - 1, 0}), "-170141183460469231731687303715884105728");
}

TEST(WideDecimal, IsAnIntegerWhereNothingIsLost) {
    EXPECT_EQ(integer_of(WideDecimal{1200, 2}), 12);
    EXPECT_EQ(integer_of(WideDecimal{-1200, 2}), -12);
    EXPECT_EQ(integer_of(WideDecimal{1201, 2}), std::nullopt);
    EXPECT_EQ(integer_of(WideDecimal{0, 38}), 0);
    EXPECT_EQ(integer_of(WideDecimal{12, -2}), 1200);
    EXPECT_EQ(integer_of(WideDecimal{1, -38}), std::nullopt);
    EXPECT_EQ(integer_of(WideDecimal{WideInteger{int64_max}, 0}), int64_max);
    EXPECT_EQ(integer_of(WideDecimal{WideInteger{int64_min}, 0}), int64_min);
    EXPECT_EQ(integer_of(WideDecimal{WideInteger{int64_max} + 1, 0}), std::nullopt);
    EXPECT_EQ(integer_of(WideDecimal{WideInteger{int64_min} - 1, 0}), std::nullopt);
    EXPECT_EQ(integer_of(WideDecimal{WideInteger{int64_max} * 10, 1}), int64_max);
    EXPECT_EQ(integer_of(WideDecimal{greatest, -38}), std::nullopt);
}

TEST(WideDecimal, IsTheNearestDouble) {
    EXPECT_EQ(decimal_of(WideDecimal{123, 2}), 1.23);
    EXPECT_EQ(decimal_of(WideDecimal{-1, 1}), -0.1);
    EXPECT_EQ(decimal_of(WideDecimal{1, 38}), 1e-38);
    EXPECT_EQ(decimal_of(WideDecimal{7, -20}), 7e20);
    EXPECT_EQ(decimal_of(WideDecimal{9007199254740993, 0}), 9007199254740992.0);
    EXPECT_EQ(decimal_of(WideDecimal{9007199254740993, 3}), 9007199254740.993);
    EXPECT_EQ(decimal_of(WideDecimal{greatest, 0}), 0x1p127);
    EXPECT_EQ(decimal_of(WideDecimal{-greatest - 1, -38}), -0x1p127 * 1e38);
}

TEST(WideDecimal, FeedsDecimals) {
    const Roster roster = posts("weight", "d:10,2", {125, std::nullopt, -7}, {.offset = 3});
    const Column& weights = column(roster, "posts", "weight");
    EXPECT_EQ(weights.decimal(0), 1.25);
    EXPECT_FALSE(weights.is_present(1));
    EXPECT_EQ(weights.decimal(2), -0.07);
    EXPECT_EQ(report(roster, "posts", "weight").read, 2);
    EXPECT_EQ(column(posts("weight", "d:5,-3,128", {4}), "posts", "weight").decimal(0), 4000.0);
}

TEST(WideDecimal, FeedsIntegersAndReportsWhatIsNone) {
    const Roster roster = posts("seats", "d:38,2", {300, 250, std::nullopt, greatest});
    EXPECT_EQ(cells(column(roster, "posts", "seats")), (Numbers{3, std::nullopt, std::nullopt, std::nullopt}));
    const AttributeReport& seats = report(roster, "posts", "seats");
    EXPECT_EQ(seats.read, 1);
    EXPECT_EQ(seats.blank, 1);
    EXPECT_EQ(seats.not_understood, 2);
    EXPECT_EQ(seats.spellings.front().first, "1701411834604692317316873037158841057.27");
    EXPECT_EQ(seats.spellings.back().first, "2.50");
    EXPECT_EQ(seats.rows, (std::vector<std::int64_t>{1, 3}));
}

TEST(WideDecimal, FeedsTruthAndKeys) {
    std::vector<ArrowData> columns;
    columns.push_back(test::numbers<WideInteger>("id", "d:10,0", {17, 18, 19}));
    columns.push_back(test::numbers<WideInteger>("leading", "d:1,0", {1, 0, 2}));
    const Roster roster = posts(std::move(columns));
    EXPECT_EQ(test::text(roster, column(roster, "posts", "id"), 1), "18");
    EXPECT_EQ(cells(column(roster, "posts", "leading")), (Numbers{1, 0, std::nullopt}));
    const Roster broken = posts("id", "d:10,1", {5, 10});
    EXPECT_EQ(report(broken, "posts", "id").not_understood, 1);
    EXPECT_TRUE(report(broken, "posts", "id").spellings.empty());
}

TEST(WideDecimal, IsReadFromSeveralUnalignedChunks) {
    std::vector<ArrowData> chunks;
    for (std::int64_t chunk = 0; chunk < 3; ++chunk) {
        std::vector<ArrowData> columns;
        columns.push_back(test::numbers<WideInteger>("seats", "d:5,0", {chunk, std::nullopt}, {.offset = chunk}));
        chunks.push_back(test::structure("", std::move(columns)));
    }
    ArrowStream stream(std::move(chunks));
    const Roster roster = Roster::from_arrow({{"posts", stream.get()}});
    EXPECT_EQ(cells(column(roster, "posts", "seats")), (Numbers{0, std::nullopt, 1, std::nullopt, 2, std::nullopt}));
}

TEST(WideDecimal, OfOtherWidthsIsRefusedWithAHint) {
    for (const char* format : {"d:10,2,256", "d:10,2,64", "d:9,2,32", "d:76,0", "d:10,39", "d:0,0"}) {
        const std::string message = test::error_of([&] { posts("seats", format, {1}); }, ErrorCode::invalid_document);
        EXPECT_NE(message.find("decimal128"), std::string::npos) << message;
    }
    for (const char* garbage : {"d:", "d:1", "d:1,", "d:,1", "d:1,1,", "d:1,1,128,", "d:a,b", "d:99999999999,1"}) {
        test::error_of([&] { posts("seats", garbage, {1}); }, ErrorCode::invalid_arrow);
    }
}

}  // namespace
}  // namespace cadre
