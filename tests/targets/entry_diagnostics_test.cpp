// Mistakes in [[indicator]] and [[deliverable]]: each is one finding with its place.

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/messages/texts/criteria.hpp>
#include <cadre/messages/texts/schema.hpp>
#include <cadre/messages/texts/targets.hpp>
#include <cadre/targets/deliverable.hpp>
#include <cadre/targets/indicator.hpp>

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace cadre {
namespace {

const std::string head = R"toml([pack]
id = "example"
title = { vi = "Ví dụ", en = "Example" }
source = { document = "01-CTr/TU", issuer = "Thành ủy Hà Nội", date = 2011-08-18 }
)toml";

using Lines = std::vector<std::pair<std::string, std::string>>;

/// The entry with the line of one key replaced, or with a line more where no key is named.
std::string entry_with(const std::string& table, const Lines& usual, const std::string& replaced,
                       const std::string& line) {
    std::string text = head + "[[" + table + "]]\n";
    for (const auto& [key, value] : usual) text += (key == replaced ? line : key + " = " + value) + "\n";
    return replaced.empty() ? text + line + "\n" : text;
}

struct Mistake {
    const char* key;
    const char* line;
    MessageId expected;
};

void expect_one(const Diagnostics& found, MessageId expected) {
    ASSERT_EQ(found.size(), 1U) << (found.empty() ? "none" : found[0].to_text());
    EXPECT_EQ(found[0].message.id, expected) << found[0].to_text();
    EXPECT_EQ(found[0].place.source, "example.toml");
    EXPECT_GT(found[0].place.line, 4);
}

TEST(IndicatorDiagnostics, NameEachMistakeOnce) {
    const Lines usual{{"id", "\"i\""},
                      {"title", "{ vi = \"Tỷ lệ nữ\", en = \"Share of women\" }"},
                      {"cite", "\"III\""},
                      {"measure", "\"share\""},
                      {"among", "'party_member'"},
                      {"meet", "'sex = \"female\"'"},
                      {"every", "\"year\""},
                      {"from", "2011"},
                      {"to", "2015"}};
    const auto findings = [&](const char* key, const char* line) {
        Diagnostics found;
        read_indicators(parse_pack(entry_with("indicator", usual, key, line), "example.toml"), found);
        return found;
    };
    EXPECT_TRUE(findings("", "").empty());
    for (const Mistake& mistake :
         {Mistake{"", "share = \"> 5 %\"", texts::unknown_key}, Mistake{"", "mesure = \"share\"", texts::unknown_key},
          Mistake{"title", "", texts::missing_key}, Mistake{"cite", "", texts::missing_citation},
          Mistake{"among", "", texts::missing_key}, Mistake{"every", "every = \"month\"", texts::years_unknown_period},
          Mistake{"from", "from = 2016", texts::years_out_of_order},
          Mistake{"meet", "meet = 'sxe = \"female\"'", texts::unknown_name}}) {
        SCOPED_TRACE(mistake.line);
        expect_one(findings(mistake.key, mistake.line), mistake.expected);
    }
}

TEST(DeliverableDiagnostics, NameEachMistakeOnce) {
    const Lines usual{{"id", "\"d\""},
                      {"title", "{ vi = \"Báo cáo năm\", en = \"Yearly report\" }"},
                      {"cite", "\"IV.1.1\""},
                      {"owner", "{ vi = \"Văn phòng\", en = \"Office\" }"},
                      {"due", "2015-12-31"}};
    const auto findings = [&](const char* key, const char* line) {
        Diagnostics found;
        read_deliverables(parse_pack(entry_with("deliverable", usual, key, line), "example.toml"), found);
        return found;
    };
    EXPECT_TRUE(findings("", "").empty());
    for (const Mistake& mistake :
         {Mistake{"", "deu = 2015-12-31", texts::unknown_key}, Mistake{"", "year = 2014", texts::deliverable_two_times},
          Mistake{"owner", "owner = 5", texts::wrong_value_kind},
          Mistake{"due", "due = \"soon\"", texts::wrong_value_kind}, Mistake{"cite", "", texts::missing_citation}}) {
        SCOPED_TRACE(mistake.line);
        expect_one(findings(mistake.key, mistake.line), mistake.expected);
    }
}

}  // namespace
}  // namespace cadre
