#include <cadre/messages/texts/bindings.hpp>
#include <cadre/messages/texts/criteria.hpp>
#include <cadre/messages/texts/evaluation.hpp>
#include <cadre/messages/texts/matching.hpp>
#include <cadre/messages/texts/planning.hpp>
#include <cadre/messages/texts/reports.hpp>
#include <cadre/messages/texts/roster.hpp>
#include <cadre/messages/texts/rotation.hpp>
#include <cadre/messages/texts/schema.hpp>
#include <cadre/messages/texts/targets.hpp>
#include <cadre/messages/texts/testing.hpp>

#include <gtest/gtest.h>

#include <set>
#include <string_view>
#include <vector>

namespace cadre {
namespace {

std::vector<MessageId> every_message() {
    return {
#define CADRE_MESSAGE(id, vi, en) texts::id,
#include <cadre/messages/catalogue.def>
#undef CADRE_MESSAGE
    };
}

std::set<int> placeholders(std::string_view text) {
    std::set<int> found;
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        if (text[i] == '{' && text[i + 2] == '}' && text[i + 1] >= '0' && text[i + 1] <= '9')
            found.insert(text[i + 1] - '0');
    }
    return found;
}

TEST(Catalogue, EveryMessageHasATextInBothLanguages) {
    for (const MessageId id : every_message()) {
        EXPECT_FALSE(pattern(id, Language::vi).empty()) << code(id);
        EXPECT_FALSE(pattern(id, Language::en).empty()) << code(id);
    }
}

TEST(Catalogue, BothLanguagesShowTheSameArguments) {
    for (const MessageId id : every_message()) {
        EXPECT_EQ(placeholders(pattern(id, Language::vi)), placeholders(pattern(id, Language::en))) << code(id);
    }
}

TEST(Catalogue, PlaceholdersCountFromZeroWithoutGaps) {
    for (const MessageId id : every_message()) {
        const std::set<int> used = placeholders(pattern(id, Language::en));
        if (!used.empty()) {
            EXPECT_EQ(*used.rbegin(), static_cast<int>(used.size()) - 1) << code(id);
        }
    }
}

TEST(Catalogue, CodesAreTheIdsAndUnique) {
    std::set<std::string_view> codes;
    for (const MessageId id : every_message()) EXPECT_TRUE(codes.insert(code(id)).second) << code(id);
    EXPECT_EQ(code(texts::did_you_mean), "did_you_mean");
}

}  // namespace
}  // namespace cadre
