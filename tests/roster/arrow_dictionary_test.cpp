#include "roster/imported.hpp"

namespace cadre {
namespace {

using test::ArrowData;
using test::ArrowStream;
using test::Cells;
using test::cells;
using test::column;
using test::report;

ArrowData coded(const char* name, Cells<std::int32_t> indices, ArrowData words, test::Layout layout = {}) {
    ArrowData data = test::numbers<std::int32_t>(name, "i", indices, layout);
    data.dictionary = std::make_shared<ArrowData>(std::move(words));
    return data;
}

ArrowData chunk(ArrowData column) {
    std::vector<ArrowData> columns;
    columns.push_back(std::move(column));
    return test::structure("", std::move(columns));
}

std::vector<std::string> texts_of(const Roster& roster, std::string_view attribute) {
    const Column& found = column(roster, "cadres", attribute);
    std::vector<std::string> all;
    for (std::size_t row = 0; row < found.size; ++row) {
        all.push_back(found.is_present(row) ? test::text(roster, found, row) : "?");
    }
    return all;
}

TEST(ArrowDictionary, MayChangeFromChunkToChunk) {
    std::vector<ArrowData> chunks;
    chunks.push_back(chunk(coded("ethnicity", {0, 1, 0}, test::texts("", {{"Kinh"}, {"Tày"}}))));
    chunks.push_back(chunk(coded("ethnicity", {0, 1, 2}, test::texts("", {{"Kinh"}, {"Tày"}, {"Mường"}}))));
    chunks.push_back(chunk(coded("ethnicity", {0, 1, 2}, test::texts("", {{"Mường"}, {"Dao"}, {"Kinh"}}))));
    chunks.push_back(chunk(coded("ethnicity", {std::nullopt}, test::texts("", {}))));
    ArrowStream stream(std::move(chunks));
    const Roster roster = Roster::from_arrow(stream.get());
    EXPECT_EQ(texts_of(roster, "ethnicity"),
              (std::vector<std::string>{"Kinh", "Tày", "Kinh", "Kinh", "Tày", "Mường", "Mường", "Dao", "Kinh", "?"}));
    EXPECT_EQ(report(roster, "cadres", "ethnicity").read, 9);
    EXPECT_EQ(report(roster, "cadres", "ethnicity").blank, 1);
}

TEST(ArrowDictionary, IndexOfAnEarlierChunksDictionaryIsRefused) {
    std::vector<ArrowData> chunks;
    chunks.push_back(chunk(coded("ethnicity", {0, 1}, test::texts("", {{"Kinh"}, {"Tày"}}))));
    chunks.push_back(chunk(coded("ethnicity", {0, 1}, test::texts("", {{"Dao"}}))));
    ArrowStream stream(std::move(chunks));
    const std::string message = test::error_of([&] { Roster::from_arrow(stream.get()); }, ErrorCode::invalid_arrow);
    EXPECT_NE(message.find("row 3"), std::string::npos) << message;
}

TEST(ArrowDictionary, MayHoldNullWords) {
    for (const bool count_nulls : {true, false}) {
        ArrowData words = test::texts("", {{"Kinh"}, std::nullopt, {"Tày"}}, {.offset = 2, .count_nulls = count_nulls});
        const Roster roster = test::import(coded("ethnicity", {0, 1, 2, std::nullopt, 1}, std::move(words), {3, true}));
        EXPECT_EQ(texts_of(roster, "ethnicity"), (std::vector<std::string>{"Kinh", "?", "Tày", "?", "?"}));
        EXPECT_EQ(report(roster, "cadres", "ethnicity").blank, 3);
    }
}

TEST(ArrowDictionary, MayHoldTextsOfEveryLayout) {
    const Cells<std::string> words{{"Kinh"}, {"a name of more than twelve bytes"}, std::nullopt};
    const std::vector<std::string> expected{"a name of more than twelve bytes", "?", "Kinh"};
    EXPECT_EQ(texts_of(test::import(coded("ethnicity", {1, 2, 0}, test::texts("", words))), "ethnicity"), expected);
    EXPECT_EQ(texts_of(test::import(coded("ethnicity", {1, 2, 0}, test::large_texts("", words))), "ethnicity"),
              expected);
    EXPECT_EQ(texts_of(test::import(coded("ethnicity", {1, 2, 0}, test::view_texts("", words))), "ethnicity"),
              expected);
}

TEST(ArrowDictionary, OfOtherThanTextsIsRefusedWithAHint) {
    const auto refused = [](ArrowData column) {
        const std::string message =
            test::error_of([&] { test::import(std::move(column)); }, ErrorCode::invalid_document);
        EXPECT_NE(message.find("dictionaries may hold texts only"), std::string::npos) << message;
    };
    refused(coded("ethnicity", {0}, coded("", {0}, test::texts("", {{"Kinh"}}))));
    refused(coded("birth_date", {0}, test::numbers<std::int32_t>("", "tdD", {1})));
    refused(coded("degree", {0}, test::numbers<std::int32_t>("", "z", {1})));
}

}  // namespace
}  // namespace cadre
