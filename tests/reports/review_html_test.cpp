#include <cadre/reports/review_html.hpp>

#include "reports/html/waiting.hpp"
#include "support/arrow_stream.hpp"

#include <cadre/roster/fingerprint.hpp>
#include <cadre/roster/roster_builder.hpp>
#include <cadre/targets/assess.hpp>
#include <cadre/vocabulary/sha256.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cadre {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string pack_text = R"toml(
[pack]
id = "example"
title = { vi = "Chương trình mẫu", en = "Sample programme" }
source = { document = "01-CTr/TU", issuer = "Thành ủy Hà Nội", date = 2011-08-18 }

[[target]]
id = "postgraduate_share"
title = { vi = "Có trình độ sau đại học", en = "With a post-graduate degree" }
cite = "II.1.4"
mark = "summary"
among = 'managed_by = "city_standing_committee"'
meet = 'degree >= "master"'
share = "> 35 %"
by = 2015-12-31

[[target]]
id = "untrained"
title = { vi = "Chưa qua đào tạo", en = "Without training" }
cite = "II.1.4"
among = 'true'
meet = 'degree = "none"'
share = "<= 1 %"

[[target]]
id = "bachelors"
title = { vi = "Số người có bằng đại học", en = "Number of bachelors" }
cite = "II.1.5"
among = 'true'
meet = 'degree >= "bachelor"'
count = ">= 20"
)toml";

const Pack& example() {
    static const Pack pack = parse_pack(pack_text, "example.toml");
    return pack;
}

/// 3 masters, 5 bachelors, 2 without a degree known; all managed by the city.
Roster ten() {
    RosterBuilder builder;
    for (int i = 0; i < 10; ++i) {
        Record cadre{{"id", "secret-key-" + std::to_string(i)}, {"managed_by", "city_standing_committee"}};
        if (i < 8) cadre.emplace_back("degree", i < 3 ? "master" : "bachelor");
        builder.add("cadres", cadre);
    }
    return builder.build();
}

std::string page_of(const Roster& roster, Language language, const Pack& pack = example(),
                    const MappingSource& mapping = {}) {
    const Assessment assessment = assess(pack, roster, {.as_of = Date(2015, 12, 31)});
    return review_html({assessment, pack, roster, mapping}, language);
}

TEST(ReviewHtml, SaysItsLanguageAndTitle) {
    EXPECT_THAT(page_of(ten(), Language::vi), HasSubstr("<!DOCTYPE html>\n<html lang=\"vi\">"));
    EXPECT_THAT(page_of(ten(), Language::vi), HasSubstr("<h1>Chương trình mẫu</h1>"));
    EXPECT_THAT(page_of(ten(), Language::en), HasSubstr("<html lang=\"en\">"));
    EXPECT_THAT(page_of(ten(), Language::en), HasSubstr("<title>Review of targets: Sample programme</title>"));
}

TEST(ReviewHtml, GivesBoundsInWordsBesideTheDrawing) {
    const std::string page = page_of(ten(), Language::en);
    EXPECT_THAT(page, HasSubstr("aria-label=\"Result 30 %–50 %, required &gt; 35 %\""));
    EXPECT_THAT(page, HasSubstr("<figcaption>Result 30 %–50 %, required &gt; 35 %</figcaption>"));
    EXPECT_THAT(page, HasSubstr("<rect class=\"result\" x=\"30.00%\" y=\"23\" width=\"20.00%\" height=\"18\">"));
    EXPECT_THAT(page, HasSubstr("<line class=\"threshold\" x1=\"35.00%\" x2=\"35.00%\""));
}

TEST(ReviewHtml, DrawsCountsOnAnAxisThatHoldsTheThreshold) {
    const std::string page = page_of(ten(), Language::en);
    EXPECT_THAT(page, HasSubstr("Result 8–10, required &gt;= 20"));
    EXPECT_THAT(page, HasSubstr("<line class=\"threshold\" x1=\"80.00%\""));
    EXPECT_THAT(page, HasSubstr("text-anchor=\"end\">25</text>"));
}

TEST(ReviewHtml, NamesTheRowsBehindEveryCount) {
    const std::string page = page_of(ten(), Language::en);
    EXPECT_THAT(page, HasSubstr("<summary>Show rows (3)</summary>\n<p class=\"rows\">0–2</p>"));
    EXPECT_THAT(page, HasSubstr("<summary>Show rows (5)</summary>\n<p class=\"rows\">3–7</p>"));
    EXPECT_THAT(page, HasSubstr("<summary>Show rows (2)</summary>\n<p class=\"rows\">8, 9</p>"));
}

TEST(ReviewHtml, NamesNoPerson) {
    EXPECT_THAT(page_of(ten(), Language::vi), Not(HasSubstr("secret-key")));
}

TEST(ReviewHtml, NamesItsInputsByTheirHash) {
    const Roster roster = ten();
    const std::string page = page_of(roster, Language::en, example(), {"m.toml", sha256_hex("mapping")});
    EXPECT_THAT(page, HasSubstr("<code>" + fingerprint(roster) + "</code>"));
    EXPECT_THAT(page, HasSubstr("<bdi>example</bdi>\n<br><code>" + sha256_hex(pack_text) + "</code>"));
    EXPECT_THAT(page, HasSubstr("<bdi>m.toml</bdi>\n<br><code>" + sha256_hex("mapping") + "</code>"));
}

TEST(ReviewHtml, MarksClausesOfWhichASummaryWasRead) {
    EXPECT_THAT(page_of(ten(), Language::en),
                HasSubstr("<td>a summary</td>\n<td><ul><li>Target: With a post-graduate"));
}

TEST(ReviewHtml, RepeatsItsBytes) {
    EXPECT_EQ(page_of(ten(), Language::vi), page_of(ten(), Language::vi));
}

TEST(ReviewHtml, ShowsHostileTextsAsText) {
    std::vector<test::ArrowData> columns;
    columns.push_back(test::texts("degree", {"<script>alert(1)</script>", "master"}));
    columns.push_back(test::texts("<img src=x onerror=alert(2)>", {"a", "b"}));
    std::vector<test::ArrowData> chunks;
    chunks.push_back(test::structure("", std::move(columns)));
    test::ArrowStream stream(std::move(chunks));
    const std::string page = page_of(Roster::from_arrow(stream.get()), Language::en, example(), {"<b>.toml", ""});
    EXPECT_THAT(page, HasSubstr("“&lt;script&gt;alert(1)&lt;/script&gt;”"));
    EXPECT_THAT(page, Not(HasSubstr("<script")));
    EXPECT_THAT(page, Not(HasSubstr("<img")));
    EXPECT_THAT(page, Not(HasSubstr("<b>")));
}

TEST(ReviewHtml, OfAPackWithoutTargets) {
    const Pack pack = parse_pack(
        "[pack]\nid = \"p\"\ntitle = { vi = \"V\", en = \"E\" }\nsource = { document = \"d\", issuer = \"i\" }\n",
        "p.toml");
    EXPECT_THAT(page_of(RosterBuilder().build(), Language::en, pack), HasSubstr("The pack has no targets."));
}

CellToVerify cell(std::int64_t row, std::int64_t rows) {
    return {"cadres", row, "degree", std::nullopt, rows, {1, 1}};
}

TargetAssessment open_target(std::vector<CellToVerify> cells) {
    TargetAssessment target;
    target.verdict = Verdict::undetermined;
    target.cells = std::move(cells);
    return target;
}

TEST(FilesToChase, PutTheCellsThatMostTargetsWaitForFirst) {
    Assessment assessment;
    assessment.targets = {open_target({cell(1, 5), cell(2, 1)}), open_target({cell(2, 1), cell(3, 9)})};
    TargetAssessment decided = open_target({cell(7, 99)});
    decided.verdict = Verdict::met;
    assessment.targets.push_back(decided);

    const auto cells = html::waiting_cells(assessment);
    std::vector<std::int64_t> order;
    for (const html::WaitingCell& waiting : cells) order.push_back(waiting.cell.row);
    EXPECT_EQ(order, (std::vector<std::int64_t>{2, 3, 1}));
    EXPECT_EQ(cells[0].targets, 2);
    EXPECT_EQ(cells[0].rows, 2);

    const auto attributes = html::by_attribute(cells);
    ASSERT_EQ(attributes.size(), 1U);
    EXPECT_EQ(attributes[0].rows, (std::vector<std::size_t>{1, 2, 3}));
}

}  // namespace
}  // namespace cadre
