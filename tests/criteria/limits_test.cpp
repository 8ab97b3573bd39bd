#include "criteria/expressions.hpp"

#include <cadre/messages/texts/criteria.hpp>
#include <cadre/messages/texts/schema.hpp>

namespace cadre {
namespace {

using test::parsed;

std::string repeated(std::string_view text, std::size_t count) {
    std::string result;
    for (std::size_t i = 0; i < count; ++i) result += text;
    return result;
}

MessageId refusal(const std::string& text) {
    try {
        parsed(text);
    } catch (const Error& error) {
        return error.diagnostics().front().message.id;
    }
    ADD_FAILURE() << "accepted";
    return texts::did_you_mean;
}

TEST(Limits, NestingIsRefusedNotOverflown) {
    for (const char* const opening : {"(", "[", "-", "- ", "if ", "some a in ", "abs(", "x[", "]", "floor(n: "}) {
        SCOPED_TRACE(opening);
        EXPECT_EQ(refusal(repeated(opening, 5000) + "1"), texts::nesting_too_deep);
    }
    EXPECT_EQ(refusal(repeated("(", 20'000) + "1" + repeated(")", 20'000)), texts::nesting_too_deep);
    EXPECT_EQ(refusal(repeated("-", 20'000) + "1"), texts::nesting_too_deep);
    EXPECT_EQ(refusal(repeated("not(", 15'000)), texts::nesting_too_deep);
    EXPECT_EQ(refusal(repeated("not(", 20'000)), texts::expression_too_long);
}

TEST(Limits, SixtyLevelsAreFine) {
    EXPECT_NO_THROW(parsed(repeated("(", 60) + "member" + repeated(")", 60)));
    EXPECT_NO_THROW(parsed(repeated("not(", 60) + "member" + repeated(")", 60)));
}

TEST(Limits, LongChains) {
    EXPECT_EQ(refusal("children" + repeated(" + 1", 5000) + " = 1"), texts::chain_too_long);
    EXPECT_EQ(refusal("unit" + repeated(".parent", 5000)), texts::chain_too_long);
    EXPECT_NO_THROW(parsed("member" + repeated(" and member", 5000)));
}

TEST(Limits, TextLength) {
    EXPECT_EQ(refusal("member" + repeated(" ", 70'000)), texts::expression_too_long);
}

TEST(Limits, ListLength) {
    EXPECT_NO_THROW(parsed("children in [0" + repeated(", 1", 999) + "]"));
    EXPECT_EQ(refusal("children in [0" + repeated(", 1", 1000) + "]"), texts::list_too_long);
    EXPECT_EQ(refusal("children in (0" + repeated(", 1", 1000) + ")"), texts::list_too_long);
    EXPECT_EQ(refusal("max(0" + repeated(", 1", 1000) + ") = 1"), texts::list_too_long);
}

std::string parameters(std::size_t count) {
    std::string entries;
    for (std::size_t i = 0; i < count; ++i) {
        entries += "[[parameter]]\nid = \"p" + std::to_string(i) + "\"\nvalues = [{ value = 1 }]\ncite = \"1\"\n";
    }
    return entries;
}

TEST(Limits, EntriesOfAPackAndTheirVersions) {
    const std::string head = "[pack]\nid = \"p\"\ntitle = { vi = \"x\", en = \"x\" }\nsource = { document = \"x\" }\n";
    const std::string half = parameters(most_pack_entries / 2);
    EXPECT_EQ(parse_pack(head + half, "p.toml").parameters().size(), most_pack_entries / 2);
    try {
        parse_pack(head + half + "[[fragment]]\nid = \"one_more\"\n", "p.toml");
        FAIL() << "accepted";
    } catch (const Error& error) {
        ASSERT_EQ(error.diagnostics().size(), 1U);
        EXPECT_EQ(error.diagnostics().front().message.id, texts::pack_too_many_entries);
        EXPECT_EQ(error.diagnostics().front().place.source, "p.toml");
    }
}

TEST(Limits, SharedValuesOfNestedTestsDoNotMultiplyTheCost) {
    EXPECT_EQ(refusal(repeated("(", 60) + "member" + repeated(" in (true, false, true))", 60)),
              texts::expression_too_costly);
}

}  // namespace
}  // namespace cadre
