#include "roster/imported.hpp"

#include <cmath>
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

TEST(ArrowValues, SharesFixedWidthColumnsOfOneChunk) {
    std::vector<ArrowData> columns;
    columns.push_back(test::numbers<std::int32_t>("birth_date", "tdD", {10, std::nullopt, 30}, {.offset = 5}));
    ArrowStream stream(test::one_chunk(std::move(columns)));
    const Roster roster = Roster::from_arrow(stream.get());
    const Column& dates = column(roster, "cadres", "birth_date");
    EXPECT_EQ(dates.values, static_cast<const std::int32_t*>(stream.buffer(0, 0, 1)) + 5);
    EXPECT_EQ(cells(dates), (Numbers{10, std::nullopt, 30}));
    EXPECT_EQ(stream.open_arrays(), 1);
}

TEST(ArrowValues, SharesNumbersOfEveryWidth) {
    const Mapping mapping = test::mapping_of(
        "[[attribute]]\ntable = \"posts\"\nid = \"weight\"\ntype = \"decimal\"\n"
        "meaning = { vi = \"a\", en = \"a\" }\n");
    const auto storage_of = [&](ArrowData data) {
        std::vector<ArrowData> columns;
        columns.push_back(std::move(data));
        ArrowStream stream(test::one_chunk(std::move(columns)));
        const Roster roster = Roster::from_arrow({{"posts", stream.get()}}, mapping);
        const std::string name = column(roster, "posts", "rank").storage == Storage::absent ? "weight" : "rank";
        EXPECT_EQ(column(roster, "posts", name).values, stream.buffer(0, 0, 1));
        EXPECT_EQ(column(roster, "posts", name).decimal(1), 7.0);
        return column(roster, "posts", name).storage;
    };
    EXPECT_EQ(storage_of(test::numbers<std::int8_t>("rank", "c", {1, 7})), Storage::int8);
    EXPECT_EQ(storage_of(test::numbers<std::uint8_t>("rank", "C", {1, 7})), Storage::uint8);
    EXPECT_EQ(storage_of(test::numbers<std::int16_t>("rank", "s", {1, 7})), Storage::int16);
    EXPECT_EQ(storage_of(test::numbers<std::uint16_t>("rank", "S", {1, 7})), Storage::uint16);
    EXPECT_EQ(storage_of(test::numbers<std::int32_t>("rank", "i", {1, 7})), Storage::int32);
    EXPECT_EQ(storage_of(test::numbers<std::uint32_t>("rank", "I", {1, 7})), Storage::uint32);
    EXPECT_EQ(storage_of(test::numbers<std::int64_t>("rank", "l", {1, 7})), Storage::int64);
    EXPECT_EQ(storage_of(test::numbers<std::uint64_t>("rank", "L", {1, 7})), Storage::int64);
    EXPECT_EQ(storage_of(test::numbers<float>("weight", "f", {1.F, 7.F})), Storage::float32);
    EXPECT_EQ(storage_of(test::numbers<double>("weight", "g", {1., 7.})), Storage::float64);
    EXPECT_EQ(storage_of(test::numbers<std::int16_t>("weight", "s", {1, 7})), Storage::int16);
}

TEST(ArrowValues, ReadsMomentsAsTheirDays) {
    const std::int64_t day = 86400;
    const Cells<std::int64_t> seconds{0, day - 1, -1, -day, std::nullopt};
    const auto scaled = [&](std::int64_t by) {
        Cells<std::int64_t> all;
        for (const auto& cell : seconds) all.push_back(cell ? std::optional(*cell * by) : std::nullopt);
        return all;
    };
    const Numbers expected{0, 0, -1, -1, std::nullopt};
    for (const char* format : {"tss:", "tss:UTC"}) {
        const Roster roster = test::import(test::numbers<std::int64_t>("birth_date", format, seconds));
        EXPECT_EQ(cells(column(roster, "cadres", "birth_date")), expected);
    }
    EXPECT_EQ(cells(column(test::import(test::numbers("birth_date", "tsm:", scaled(1000))), "cadres", "birth_date")),
              expected);
    EXPECT_EQ(cells(column(test::import(test::numbers("birth_date", "tdm", scaled(1000))), "cadres", "birth_date")),
              expected);
    EXPECT_EQ(cells(column(test::import(test::numbers("birth_date", "tsu:", scaled(1000000))), "cadres", "birth_date")),
              expected);
    EXPECT_EQ(
        cells(column(test::import(test::numbers("birth_date", "tsn:", scaled(1000000000))), "cadres", "birth_date")),
        expected);
}

TEST(ArrowValues, RefusesTimeZonesAndHalfFloatsWithAHint) {
    const std::string zone =
        test::error_of([] { test::import(test::numbers<std::int64_t>("birth_date", "tss:Asia/Ho_Chi_Minh", {1})); },
                       ErrorCode::invalid_document);
    EXPECT_NE(zone.find("Asia/Ho_Chi_Minh"), std::string::npos) << zone;
    EXPECT_NE(zone.find("date32"), std::string::npos) << zone;
    std::vector<ArrowData> columns;
    columns.push_back(test::numbers<std::int16_t>("rank", "e", {1}));
    ArrowStream half(test::one_chunk(std::move(columns)));
    const std::string message = test::error_of(
        [&] {
            Roster::from_arrow({{"posts", half.get()}});
        },
        ErrorCode::invalid_document);
    EXPECT_NE(message.find("float32"), std::string::npos) << message;
}

TEST(ArrowValues, ReportsNumbersThatAreNone) {
    const Mapping mapping = test::mapping_of(
        "[[attribute]]\ntable = \"posts\"\nid = \"weight\"\ntype = \"decimal\"\n"
        "meaning = { vi = \"a\", en = \"a\" }\n");
    std::vector<ArrowData> columns;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    columns.push_back(test::numbers<double>("weight", "g", {nan, INFINITY, 1.5, std::nullopt}));
    columns.push_back(test::numbers<std::uint64_t>("rank", "L", {std::uint64_t{1} << 63, 2, 3, 4}));
    columns.push_back(test::numbers<double>("seats", "g", {1.5, 2.0, 1e300, nan}));
    columns.push_back(test::numbers<std::int32_t>("leading", "i", {0, 1, 2, std::nullopt}));
    ArrowStream stream(test::one_chunk(std::move(columns)));
    const Roster roster = Roster::from_arrow({{"posts", stream.get()}}, mapping);
    EXPECT_EQ(report(roster, "posts", "weight").not_understood, 2);
    EXPECT_EQ(report(roster, "posts", "weight").read, 1);
    EXPECT_EQ(report(roster, "posts", "weight").blank, 1);
    EXPECT_EQ(report(roster, "posts", "weight").rows, (std::vector<std::int64_t>{0, 1}));
    EXPECT_EQ(cells(column(roster, "posts", "rank")), (Numbers{std::nullopt, 2, 3, 4}));
    EXPECT_EQ(cells(column(roster, "posts", "seats")), (Numbers{std::nullopt, 2, std::nullopt, std::nullopt}));
    EXPECT_EQ(cells(column(roster, "posts", "leading")), (Numbers{0, 1, std::nullopt, std::nullopt}));
}

TEST(ArrowValues, ReportsDaysOutsideTheCalendar) {
    const Roster roster =
        test::import(test::numbers<std::int32_t>("birth_date", "tdD", {ongoing_day, 5, first_day - 1, last_day}));
    EXPECT_EQ(cells(column(roster, "cadres", "birth_date")), (Numbers{std::nullopt, 5, std::nullopt, last_day}));
    EXPECT_EQ(report(roster, "cadres", "birth_date").not_understood, 2);
}

TEST(ArrowValues, ReadsTruthFromManyTexts) {
    const Roster roster = test::import(test::texts("party_member", {{"Có"},
                                                                    {"x"},
                                                                    {"TRUE"},
                                                                    {"đúng"},
                                                                    {"1"},
                                                                    {"yes"},
                                                                    {"Không"},
                                                                    {"0"},
                                                                    {"no"},
                                                                    {"Sai"},
                                                                    {"false"},
                                                                    {"?"},
                                                                    {""}}));
    EXPECT_EQ(cells(column(roster, "cadres", "party_member")),
              (Numbers{1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, std::nullopt, std::nullopt}));
    const AttributeReport& found = report(roster, "cadres", "party_member");
    EXPECT_EQ(found.spellings, (std::vector<std::pair<std::string, std::int64_t>>{{"?", 1}}));
    EXPECT_EQ(found.blank, 1);
}

TEST(ArrowValues, ReadsDatesByTheirFormat) {
    const Mapping mapping = test::mapping_of("[cadres.birth_date]\nformat = \"d/m/y\"\n");
    const Roster roster = test::import(test::texts("birth_date", {{"28/11/1974"},
                                                                  {"8-4-1968"},
                                                                  {"1.2.2003"},
                                                                  {" 01/02/2003 "},
                                                                  {"31/02/2003"},
                                                                  {"1/2/03"},
                                                                  {"1965"},
                                                                  {"9/1965"},
                                                                  {"1/2-2003"},
                                                                  {"2003/02/01"},
                                                                  {"1/2/2003x"},
                                                                  {"1/2/2003 00:00:00"}}),
                                       mapping);
    const std::int64_t day = *make_day(2003, 2, 1);
    const auto none = std::nullopt;
    EXPECT_EQ(cells(column(roster, "cadres", "birth_date")),
              (Numbers{*make_day(1974, 11, 28), *make_day(1968, 4, 8), day, day, none, none, none, none, none, none,
                       none, day}));
    EXPECT_EQ(report(roster, "cadres", "birth_date").partial, 2);
    EXPECT_EQ(report(roster, "cadres", "birth_date").not_understood, 7);
}

TEST(ArrowValues, ReadsNumbersFromText) {
    const Mapping mapping = test::mapping_of(
        "[[attribute]]\ntable = \"posts\"\nid = \"weight\"\ntype = \"decimal\"\n"
        "meaning = { vi = \"a\", en = \"a\" }\n");
    std::vector<ArrowData> columns;
    columns.push_back(test::texts("rank", {{"12"}, {"-3"}, {"1.000"}, {"99999999999999999999"}, {"+4"}}));
    columns.push_back(test::texts("weight", {{"1,5"}, {"1.25"}, {"1,234"}, {"1.2,3"}, {"nan"}}));
    ArrowStream stream(test::one_chunk(std::move(columns)));
    const Roster roster = Roster::from_arrow({{"posts", stream.get()}}, mapping);
    EXPECT_EQ(cells(column(roster, "posts", "rank")), (Numbers{12, -3, std::nullopt, std::nullopt, 4}));
    const Column& weight = column(roster, "posts", "weight");
    EXPECT_EQ(weight.decimal(0), 1.5);
    EXPECT_EQ(weight.decimal(1), 1.25);
    EXPECT_FALSE(weight.is_present(2) || weight.is_present(3) || weight.is_present(4));
}

TEST(ArrowValues, GivesBlanksTheirMeaning) {
    const Mapping mapping = test::mapping_of(R"(
[cadres.degree]
blank = "none"
missing = ["-", "N/A"]
[cadres.party_admission_date]
blank = "none"
[cadres.party_member]
blank = false
[cadres.appraisals]
blank = []
open = true
)");
    std::vector<ArrowData> columns;
    columns.push_back(test::texts("degree", {{" "}, {"-"}, {"n/a"}, std::nullopt}));
    columns.push_back(test::numbers<std::int32_t>("party_admission_date", "tdD", {5, std::nullopt, 6, std::nullopt}));
    columns.push_back(test::booleans("party_member", {true, std::nullopt, false, std::nullopt}));
    std::vector<ArrowData> members;
    members.push_back(test::numbers<std::int64_t>("year", "l", {2014}));
    columns.push_back(test::lists<std::int64_t>("appraisals", "+L", {1, std::nullopt, 0, std::nullopt},
                                                test::structure("item", std::move(members))));
    const Roster roster = test::import(std::move(columns), mapping);
    EXPECT_EQ(cells(column(roster, "cadres", "degree")), (Numbers{0, std::nullopt, std::nullopt, 0}));
    EXPECT_EQ(report(roster, "cadres", "degree").blank, 4);
    const Column& date = column(roster, "cadres", "party_admission_date");
    EXPECT_TRUE(date.is_present(1) && date.is_none(1) && !date.is_none(0));
    EXPECT_EQ(cells(column(roster, "cadres", "party_member")), (Numbers{1, 0, 0, 0}));
    const Column& lists = column(roster, "cadres", "appraisals");
    EXPECT_TRUE(lists.is_present(1) && lists.is_open(1) && lists.is_open(0));
}

TEST(ArrowValues, ReadsTheOpenEndOfASpell) {
    const Mapping mapping = test::mapping_of("[cadres.appointments.to]\nblank = \"ongoing\"\n");
    std::vector<ArrowData> members;
    members.push_back(test::numbers<std::int32_t>("from", "tdD", {1, 2, 3}));
    members.push_back(test::numbers<std::int32_t>("to", "tdD", {5, std::nullopt, 7}));
    const Roster roster = test::import(
        test::lists<std::int32_t>("appointments", "+l", {3}, test::structure("item", std::move(members))), mapping);
    EXPECT_EQ(cells(column(roster, "cadres.appointments", "to")), (Numbers{5, ongoing_day, 7}));
    std::vector<ArrowData> texts;
    texts.push_back(test::texts("to", {{"đến nay"}, {"2015-01-01"}}));
    const Roster spelled =
        test::import(test::lists<std::int32_t>("appointments", "+l", {2}, test::structure("item", std::move(texts))));
    EXPECT_EQ(cells(column(spelled, "cadres.appointments", "to")), (Numbers{ongoing_day, *make_day(2015, 1, 1)}));
}

TEST(ArrowValues, ReadsNullColumnsAsBlank) {
    ArrowData nothing;
    nothing.format = "n";
    nothing.name = "degree";
    nothing.length = 3;
    nothing.null_count = 3;
    const Roster roster = test::import(std::move(nothing), test::mapping_of("[cadres.degree]\nblank = \"none\"\n"));
    EXPECT_EQ(cells(column(roster, "cadres", "degree")), (Numbers{0, 0, 0}));
    EXPECT_EQ(report(roster, "cadres", "degree").blank, 3);
}

TEST(ArrowValues, DoubtfulTextsAreNotUnderstood) {
    const Mapping mapping =
        test::mapping_of("[cadres.specialist_training]\nread = \"highest_mentioned\"\nunmentioned = \"none\"\n");
    const Roster roster = test::import(
        test::texts("specialist_training", {{"Thạc sĩ"}, {"Bác sĩ chuyên khoa II"}, {"Đang học chuyên khoa I"}}),
        mapping);
    EXPECT_EQ(cells(column(roster, "cadres", "specialist_training")), (Numbers{0, 2, std::nullopt}));
}

}  // namespace
}  // namespace cadre
