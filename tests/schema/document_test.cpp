#include <cadre/error.hpp>
#include <cadre/messages/texts/schema.hpp>
#include <cadre/schema/document.hpp>

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>

namespace cadre {
namespace {

Diagnostic refusal(std::string_view text) {
    try {
        parse_document(text, "test.toml");
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::invalid_document);
        return error.diagnostics().at(0);
    }
    ADD_FAILURE() << "accepted";
    return {};
}

std::string repeated(std::string_view part, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += part;
    return text;
}

TEST(Document, KeepsValuesInDocumentOrderWithTheirPlaces) {
    const Node document =
        parse_document("zebra = 1\napple = \"Cán bộ\"\n\n[head]\nday = 2015-12-31\non = true\nhalf = 0.5\n", "a.toml");
    const auto& members = *document.get_if<Node::Members>();
    ASSERT_EQ(members.size(), 3U);
    EXPECT_EQ(members[0].first, "zebra");
    EXPECT_EQ(members[1].first, "apple");
    EXPECT_EQ(*members[0].second.get_if<std::int64_t>(), 1);
    EXPECT_EQ(*members[1].second.get_if<std::string>(), "Cán bộ");
    EXPECT_EQ(members[1].second.place(), (Place{"a.toml", 2, 9}));

    const Node* head = document.find("head");
    ASSERT_TRUE(head && head->is_table());
    EXPECT_EQ(*head->find("day")->get_if<CivilDate>(), (CivilDate{2015, 12, 31}));
    EXPECT_EQ(head->find("day")->place().line, 5);
    EXPECT_TRUE(*head->find("on")->get_if<bool>());
    EXPECT_EQ(*head->find("half")->get_if<double>(), 0.5);
    EXPECT_EQ(head->find("absent"), nullptr);
    EXPECT_EQ(head->find("day")->find("year"), nullptr);
}

TEST(Document, ColumnsCountCharactersNotBytes) {
    const Node document = parse_document("title = { vi = \"Đảng ủy\", en = 7 }", "a.toml");
    EXPECT_EQ(document.find("title")->find("en")->place().column, 32);
}

TEST(Document, EveryTableAndItemOfAnArrayKnowsItsPlace) {
    const Node document = parse_document("[[case]]\na.b = 1\n[[case]]\nlist = [1,\n  2]\n", "a.toml");
    const auto& cases = *document.find("case")->get_if<Node::Array>();
    ASSERT_EQ(cases.size(), 2U);
    EXPECT_EQ(cases[1].place().line, 3);
    EXPECT_EQ(cases[0].find("a")->place().line, 2);
    EXPECT_EQ((*cases[1].find("list")->get_if<Node::Array>())[1].place(), (Place{"a.toml", 5, 3}));
}

TEST(Document, TruncatedTextIsADiagnosticWithPlaceAndHint) {
    const Diagnostic found = refusal("[pack]\nid = \"hanoi");
    EXPECT_EQ(found.message.id, texts::toml_syntax);
    EXPECT_EQ(found.place.source, "test.toml");
    EXPECT_EQ(found.place.line, 2);
    ASSERT_TRUE(found.hint);
    EXPECT_EQ(found.hint->id, texts::toml_cut_short);
}

TEST(Document, ADuplicateKeyIsADiagnosticWithPlaceAndHint) {
    const Diagnostic found = refusal("a = 1\nb = 2\na = 3\n");
    EXPECT_EQ(found.message.id, texts::toml_syntax);
    EXPECT_EQ(found.place.line, 3);
    ASSERT_TRUE(found.hint);
    EXPECT_EQ(found.hint->id, texts::toml_defined_twice);
}

TEST(Document, DeepNestingIsADiagnosticNotAStackOverflow) {
    for (const char* bracket : {"[", "{", "[{a=", "["}) {
        const Diagnostic found = refusal("a = " + repeated(bracket, 20000));
        EXPECT_EQ(found.message.id, texts::document_too_deep) << bracket;
        EXPECT_EQ(found.place.line, 1);
        EXPECT_GT(found.place.column, 4);
    }
    EXPECT_EQ(refusal("a = \"\"\"x\"\"\"\"\nb = " + repeated("[", 20000)).message.id, texts::document_too_deep);
    EXPECT_EQ(refusal(repeated("[", 20000)).message.id, texts::toml_header_unnamed);
}

TEST(Document, LongDottedKeysAreADiagnosticNotAStackOverflow) {
    EXPECT_EQ(refusal(repeated("a.", 20000) + "a = 1").message.id, texts::key_too_long);
    EXPECT_EQ(refusal("[" + repeated("a.", 20000) + "a]").message.id, texts::key_too_long);
    EXPECT_EQ(refusal("x = { " + repeated("\"a\" . ", 20000) + "a = 1 }").message.id, texts::key_too_long);
}

TEST(Document, BracketsAndDotsInsideStringsAndCommentsDoNotCount) {
    const std::string many = repeated("[{.", 100);
    const std::string text = "# " + many + "\na = \"" + many + "\\\"" + many + "\"\nb = '" + many + "'\nc = \"\"\"\n" +
                             many + "\n\"\"\"\nd = '''\n" + many + "'''\n";
    EXPECT_EQ(parse_document(text, "a.toml").get_if<Node::Members>()->size(), 4U);
}

TEST(Document, NestingThatPeopleWriteIsRead) {
    EXPECT_NO_THROW(parse_document("a = [[[[{ b = { c = [1.5, 2.5] } }]]]]\nx.y.z = 1\n", "a.toml"));
}

TEST(Document, TextThatIsNotUtf8IsADiagnosticWithPlace) {
    for (const char* text :
         {"a = 1\nb = \"\xFF\"\n", "a = 1\nb = \"\xC3\"", "a = 1\n# \xED\xA0\x80\n", "a = 1\nb = \"\xC0\xAF\""}) {
        const Diagnostic found = refusal(text);
        EXPECT_EQ(found.message.id, texts::document_not_utf8);
        EXPECT_EQ(found.place.line, 2);
        EXPECT_TRUE(found.hint);
    }
}

TEST(Document, LettersOutsideQuotesAreADiagnosticWithAHint) {
    for (const char* text :
         {"x = 1\nđơn_vị = 1\n", "x = 1\n[cán_bộ]\n", "x = 1\ny = không\n", "x = 1\ny = 2\u00A0\n"}) {
        const Diagnostic found = refusal(text);
        EXPECT_EQ(found.message.id, texts::toml_bare_letter) << text;
        EXPECT_EQ(found.place.line, 2);
        ASSERT_TRUE(found.hint);
        EXPECT_EQ(found.hint->id, texts::toml_put_in_quotes);
    }
    EXPECT_EQ(refusal("a = \"\"\"\\đ\"\"\"").message.id, texts::toml_syntax);
}

TEST(Document, VietnameseLinesMayFollowALineEndingBackslash) {
    const Node document =
        parse_document("\uFEFFa = \"\"\"\nCán bộ \\\n    đảng viên \\  \r\n\n ở cơ sở\"\"\"\nb = 1\n", "a.toml");
    EXPECT_EQ(*document.find("a")->get_if<std::string>(), "Cán bộ đảng viên ở cơ sở");
    EXPECT_EQ(document.find("a")->place().column, 5);
}

TEST(Document, ATimeOfDayIsADiagnostic) {
    const Diagnostic found = refusal("on = 2015-12-31\nat = 2015-12-31T10:00:00\n");
    EXPECT_EQ(found.message.id, texts::time_of_day_unused);
    EXPECT_EQ(found.place.line, 2);
}

TEST(Document, TextOverTheLimitIsADiagnostic) {
    EXPECT_EQ(refusal(std::string((std::size_t{16} << 20U) + 1, ' ')).message.id, texts::document_too_large);
}

TEST(Document, RandomBytesNeverDoMoreThanThrowAnError) {
    std::mt19937 random(20110818);
    std::uniform_int_distribution<int> byte(0, 255);
    std::uniform_int_distribution<int> length(0, 200);
    for (int i = 0; i < 2000; ++i) {
        std::string text(static_cast<std::size_t>(length(random)), ' ');
        for (char& c : text) c = static_cast<char>(byte(random));
        try {
            parse_document(text, "random");
        } catch (const Error& error) {
            ASSERT_EQ(error.code(), ErrorCode::invalid_document);
        }
    }
}

TEST(Document, RandomTomlLikeTextNeverDoesMoreThanThrowAnError) {
    constexpr std::string_view parts[] = {"[", "]",          "[[",     "]]",   "{",  "}", "=",  ".",   ",",   "\"",
                                          "'", "\"\"\"",     "'''",    "\\",   "\n", " ", "a",  "bc",  "1",   "-",
                                          "_", "2015-12-31", "T10:00", "true", "#",  "đ", "0x", "1e9", "inf", "\\u00"};
    std::mt19937 random(1980);
    std::uniform_int_distribution<std::size_t> pick(0, std::size(parts) - 1);
    std::uniform_int_distribution<int> length(1, 40);
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        for (int n = length(random); n > 0; --n) text += parts[pick(random)];
        try {
            parse_document(text, "random");
        } catch (const Error& error) {
            ASSERT_EQ(error.code(), ErrorCode::invalid_document) << text;
            ASSERT_GT(error.diagnostics().at(0).place.line, 0) << text;
        }
    }
}

TEST(Document, FilesThatCannotBeReadAreNotFound) {
    for (const std::string path : {"/no/such/file.toml", "/"}) {
        try {
            load_document(path);
            FAIL() << path;
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::not_found);
        }
    }
}

TEST(Document, FilesNameThemselvesInPlaces) {
    const std::string path = (std::filesystem::temp_directory_path() / "cadre_document_test.toml").string();
    std::ofstream(path) << "a = 1\n";
    EXPECT_EQ(load_document(path).find("a")->place().source, path);
    std::ofstream(path, std::ios::trunc).flush();
    EXPECT_TRUE(load_document(path).is_table());
    std::remove(path.c_str());
}

}  // namespace
}  // namespace cadre
