#include <cadre/error.hpp>

#include <cadre/messages/texts/schema.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

TEST(Message, PutsArgumentsInTheirPlaces) {
    const Message message{texts::duplicate_id, {std::string("degree")}};
    EXPECT_EQ(message.text(Language::en), "the id “degree” is already in use");
    EXPECT_EQ(message.text(Language::vi), "mã “degree” đã được dùng");
}

TEST(Message, TakesNumbersAndTextsInBothLanguages) {
    const Message message{texts::wrong_value_kind,
                          {std::int64_t{7}, LocalizedText{.vi = "số nguyên", .en = "an integer"}}};
    EXPECT_EQ(message.text(Language::en), "“7” must be an integer");
    EXPECT_EQ(message.text(Language::vi), "“7” phải là số nguyên");
}

TEST(Message, NeverReadsAnArgumentAsAPlaceholder) {
    const Message message{texts::wrong_value_kind, {std::string("{1}"), std::string("x")}};
    EXPECT_EQ(message.text(Language::en), "“{1}” must be x");
}

TEST(Message, LeavesPlaceholdersWithoutArgumentsStanding) {
    const Message message{texts::duplicate_id, {}};
    EXPECT_EQ(message.text(Language::en), "the id “{0}” is already in use");
}

Diagnostic finding() {
    return {.severity = Severity::error,
            .place = {"na15.toml", 3, 9},
            .message = {texts::unknown_key, {std::string("colum")}},
            .hint = Message{texts::did_you_mean, {std::string("column")}}};
}

TEST(Diagnostic, ShowsPlaceSeverityTextCodeAndHint) {
    EXPECT_EQ(finding().to_text(),
              "na15.toml:3:9: error: unknown key “colum” [unknown_key]\n  hint: did you mean “column”?");
    EXPECT_EQ(finding().to_text(Language::vi),
              "na15.toml:3:9: lỗi: khóa lạ “colum” [unknown_key]\n  gợi ý: có phải ý bạn là “column”?");
}

TEST(Diagnostic, LeavesOutWhatIsNotKnownOfThePlace) {
    Diagnostic diagnostic = finding();
    diagnostic.hint.reset();
    diagnostic.place = {"na15.toml", 0, 0};
    EXPECT_EQ(diagnostic.to_text(), "na15.toml: error: unknown key “colum” [unknown_key]");
    diagnostic.place = {};
    EXPECT_EQ(diagnostic.to_text(), "error: unknown key “colum” [unknown_key]");
}

TEST(Diagnostics, WarningsAreNoErrors) {
    Diagnostic warning = finding();
    warning.severity = Severity::warning;
    EXPECT_FALSE(has_errors({}));
    EXPECT_FALSE(has_errors({warning}));
    EXPECT_TRUE(has_errors({warning, finding()}));
}

TEST(Error, OfOneMessageSaysJustThat) {
    const Error error(ErrorCode::not_found, {texts::file_unreadable, {std::string("a.toml")}});
    EXPECT_STREQ(error.what(), "cannot read file a.toml");
    EXPECT_EQ(error.text(Language::vi), "không đọc được tệp a.toml");
    EXPECT_EQ(error.code(), ErrorCode::not_found);
    EXPECT_EQ(error.diagnostics().size(), 1U);
}

TEST(Error, OfADocumentListsEveryDiagnostic) {
    const Error error(ErrorCode::invalid_document, Diagnostics{finding(), finding()});
    EXPECT_EQ(error.what(), finding().to_text() + '\n' + finding().to_text());
}

}  // namespace
}  // namespace cadre
