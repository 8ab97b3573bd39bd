#include <cadre/reports/explanation_document.hpp>

#include <cadre/evaluation/explanation.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace cadre {
namespace {

using testing::HasSubstr;
using testing::Not;

const char* const pack_text = R"toml(
[pack]
id = "p"
title = { vi = "Gói", en = "Pack" }
source = { document = "1/QĐ", issuer = "Thành ủy", date = 2011-08-18 }
[[criterion]]
id = "ready"
title = { vi = "Đủ *điều kiện* <b>", en = "Is *ready* <b>" }
cite = "II"
mark = "summary"
when = 'degree >= "master" and birth_date > @"1960-01-01" and political_theory >= "advanced"'
)toml";

/// Met, not met by four months, and missing.
Explanation explained() {
    const Pack pack = parse_pack(pack_text, "p.toml");
    RosterBuilder builder(pack.schema());
    builder.set_snapshot(day_number(Date(2014, 1, 1)));
    builder.add("cadres", {{"degree", "master"}, {"birth_date", Date(1959, 9, 2)}});
    return explain(pack, "ready", builder.build(), 0, {.as_of = Date(2015, 12, 31)});
}

TEST(ExplanationDocument, InMarkdownIsANestedListOfPlainTexts) {
    const std::string text = explanation_markdown(explained(), Language::en);
    EXPECT_THAT(text, HasSubstr("## Is \\*ready\\* \\<b\\>\n"));
    EXPECT_THAT(text, HasSubstr("\n- ✗ **Is \\*ready\\* \\<b\\>** — 1/QĐ, II"));
    EXPECT_THAT(text,
                HasSubstr("\n    - ✗ **date of birth**: 1959-09-02 (needed: after 1960-01-01; 4 months too early)\n"));
    EXPECT_THAT(text, HasSubstr("\n    - ? **political theory**: not known"));
    EXPECT_THAT(text, HasSubstr("\n      - missing: political theory (cadres.political\\_theory, row 0)\n"));
    EXPECT_THAT(explanation_markdown(explained(), Language::vi), HasSubstr("Kết luận: không đạt"));
}

TEST(ExplanationDocument, InHtmlFoldsWhatDoesNotDecideAndEscapesEveryText) {
    const std::string page = explanation_html(explained(), Language::vi);
    EXPECT_THAT(page, HasSubstr("<html lang=\"vi\">"));
    EXPECT_THAT(page, HasSubstr("default-src &#39;none&#39;"));
    EXPECT_THAT(page, HasSubstr("<details open=\"\">"));
    EXPECT_THAT(page, HasSubstr("Đủ *điều kiện* &lt;b&gt;"));
    EXPECT_THAT(page, Not(HasSubstr("<b>")));
    EXPECT_THAT(page, Not(HasSubstr("<script")));
    EXPECT_THAT(page, HasSubstr("sớm hơn 4 tháng"));
    EXPECT_THAT(page, HasSubstr("aria-label=\"chưa xác định\""));
}

TEST(ExplanationDocument, InJsonHasBothLanguagesOfEveryText) {
    const auto json = nlohmann::json::parse(explanation_json(explained()));
    EXPECT_EQ(json["criterion"], "ready");
    EXPECT_EQ(json["as_of"], "2015-12-31");
    EXPECT_EQ(json["snapshot"], "2014-01-01");
    EXPECT_EQ(json["verdict"], "not_met");
    EXPECT_EQ(json["root"]["citation"]["mark"], "summary");
    const auto& parts = json["root"]["children"][0]["children"];
    ASSERT_EQ(parts.size(), 3U);
    EXPECT_EQ(parts[0]["verdict"], "met");
    EXPECT_FALSE(parts[0].contains("gap"));
    EXPECT_EQ(parts[1]["gap"]["en"], "4 months too early");
    EXPECT_EQ(parts[1]["seen"]["vi"], "02/09/1959");
    EXPECT_EQ(parts[2]["missing"][0]["attribute"], "political_theory");
}

TEST(ExplanationDocument, IsTheSameEveryTime) {
    EXPECT_EQ(explanation_html(explained(), Language::en), explanation_html(explained(), Language::en));
    EXPECT_EQ(explanation_json(explained()), explanation_json(explained()));
}

}  // namespace
}  // namespace cadre
