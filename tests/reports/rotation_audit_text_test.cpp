#include <cadre/reports/rotation_audit_text.hpp>

#include <cadre/messages/texts/rotation.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

Audit found() {
    Audit audit{.as_of = Date(2015, 12, 31), .law_as_of = Date(2015, 12, 31)};
    audit.span = {.since = Date(2015, 1, 1), .due_within = {Duration::Unit::months, 6}};
    audit.policies.push_back({"quiet", {"Yên", "Quiet"}, {"1-QĐ/TU", "2", VerificationMark::text}});
    audit.policies.push_back({"stay", {"Lâu năm", "Long stay"}, {"158/2007/NĐ-CP", "", VerificationMark::summary}});
    audit.policies.back().violated = 1;
    audit.policies.back().undetermined = 2;
    audit.findings.push_back({.policy = 1,
                              .cadre = 7,
                              .spell = 31,
                              .earlier = 30,
                              .status = AuditStatus::violated,
                              .begins = day_number(Date(2015, 3, 1)),
                              .held = "chair_north",
                              .held_since = day_number(Date(2012, 3, 1)),
                              .period = Duration{Duration::Unit::months, 36}});
    audit.findings.push_back({.policy = 1, .cadre = 8});
    audit.findings.push_back(
        {.policy = 1, .cadre = 9, .missing = {{"cadres", 9, "appointments", {"Quá trình", "Appointments"}}}});
    audit.row_findings.push_back({"cadres.appointments", 4, {texts::audit_spell_reversed, {std::int64_t{4}}}});
    return audit;
}

bool says(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST(RotationAuditText, TellsPoliciesWithTheirClausesAndFindings) {
    const std::string text = rotation_audit_text(found(), Language::en);
    EXPECT_TRUE(says(text, "as of 2015-12-31")) << text;
    EXPECT_TRUE(says(text, "ended after 2015-01-01"));
    EXPECT_TRUE(says(text, "Due: within 6 months."));
    EXPECT_TRUE(says(text, "Long stay [158/2007/NĐ-CP; from a summary"));
    EXPECT_TRUE(says(text, "Review required: 1; due: 0; exempt or deferred: 0; undetermined: 2."));
    EXPECT_TRUE(says(text, "review required")) << text;
    EXPECT_TRUE(says(text, "2015-03-01"));
    EXPECT_TRUE(says(text, "chair_north")) << "the post is named by its key";
    EXPECT_TRUE(says(text, "2012-03-01"));
    EXPECT_TRUE(says(text, "3 years"));
    EXPECT_TRUE(says(text, "Appointments (cadres, row 9)"));
    EXPECT_TRUE(says(text, "data that is not named here")) << "sensitive data is not named";
    EXPECT_TRUE(says(text, "row 4 of `cadres.appointments`"));
    EXPECT_TRUE(says(text, "the competent authority decides. Rows are counted from 0.\n"));
}

TEST(RotationAuditText, ReadsInVietnamese) {
    const std::string text = rotation_audit_text(found(), Language::vi);
    EXPECT_TRUE(says(text, "cần xem xét")) << text;
    EXPECT_TRUE(says(text, "01/03/2015"));
    EXPECT_TRUE(says(text, "Giữ từ ngày"));
    EXPECT_TRUE(says(text, "3 năm"));
    EXPECT_TRUE(says(text, "Cần xem xét từ"));
    EXPECT_TRUE(says(text, "Quá trình (cadres, dòng 9)"));
}

TEST(RotationAuditText, ListsTheFirstFindingsAndCountsAll) {
    Audit audit = found();
    for (std::size_t i = 0; i < most_findings_listed; ++i) audit.findings.push_back({.policy = 1, .cadre = 1000 + i});
    const std::string text = rotation_audit_text(audit, Language::en);
    EXPECT_TRUE(says(text, "… and 3 more")) << text;
    EXPECT_FALSE(says(text, "1099"));
}

TEST(RotationAuditText, LeavesColumnsOutInWhichNothingStands) {
    EXPECT_TRUE(says(rotation_audit_text(found(), Language::en), "Counted from row"));
    Audit audit = found();
    audit.findings.erase(audit.findings.begin());
    const std::string text = rotation_audit_text(audit, Language::en);
    for (const char* head : {"Counted from row", "Post", "Held since", "Period", "For review from"})
        EXPECT_FALSE(says(text, head)) << text;
    EXPECT_TRUE(says(text, "Cadre row"));
}

TEST(RotationAuditText, SaysThatNoPolicyIsInForce) {
    const Audit audit{.as_of = Date(2015, 12, 31), .law_as_of = Date(2015, 12, 31)};
    EXPECT_TRUE(says(rotation_audit_text(audit, Language::en), "no rotation rule in force"));
}

}  // namespace
}  // namespace cadre
