#include <cadre/reports/audit_finding_text.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

std::string text_of(AuditFinding finding, Language language) {
    Audit audit{.as_of = Date(2015, 12, 31), .law_as_of = Date(2015, 12, 31)};
    audit.policies.push_back({"stay", {"Lâu năm", "Long stay"}, {"158/2007/NĐ-CP", "3", VerificationMark::text}});
    audit.findings.push_back(std::move(finding));
    return audit_finding_text(audit, 0, language);
}

TEST(AuditFindingText, TellsRuleClauseRowsAndDays) {
    const AuditFinding finding{.cadre = 7,
                               .spell = 31,
                               .earlier = 30,
                               .status = AuditStatus::violated,
                               .begins = day_number(Date(2015, 3, 1)),
                               .ends = day_number(Date(2016, 3, 1))};
    EXPECT_EQ(text_of(finding, Language::en),
              "Long stay [158/2007/NĐ-CP, 3]\n"
              "Row 7 of `cadres`, as of 2015-12-31, by the law of 2015-12-31: review required.\n"
              "Spell: row 31 of `cadres.appointments`.\n"
              "Counted from the spell in row 30 of the same table.\n"
              "Against the rule from 2015-03-01 on.\n"
              "No longer from 2016-03-01 on.\n"
              "For review; the competent authority decides. Rows are counted from 0.\n");
}

TEST(AuditFindingText, TellsThatADueOneIsStillToCome) {
    const std::string text =
        text_of({.cadre = 7, .status = AuditStatus::due, .begins = day_number(Date(2016, 3, 1))}, Language::vi);
    EXPECT_NE(text.find("sắp đến hạn.\nSẽ không phù hợp với quy tắc từ ngày 01/03/2016"), std::string::npos) << text;
}

TEST(AuditFindingText, NamesEveryCellThatWouldDecide) {
    std::vector<MissingField> missing;
    for (const std::int64_t row : {1, 2, 3, 4, 5}) missing.push_back({"posts", row, "rank", {"Thứ bậc", "Rank"}});
    const std::string text = text_of({.cadre = 7, .missing = missing}, Language::en);
    EXPECT_NE(text.find("Waiting for: Rank (posts, row 1, rank); "), std::string::npos) << text;
    EXPECT_NE(text.find("Rank (posts, row 5, rank)."), std::string::npos) << text;
    EXPECT_NE(text_of({.cadre = 7}, Language::en).find("Waiting for: data that is not named here"), std::string::npos);
}

}  // namespace
}  // namespace cadre
