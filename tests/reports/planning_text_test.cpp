#include "planning/planning_roster.hpp"

#include <cadre/planning/planning_form.hpp>
#include <cadre/reports/form_text.hpp>
#include <cadre/reports/planning_text.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

using testing::pack_with_policies;
using testing::policy;
using testing::TwoPostsAndACommittee;

const EvaluationOptions mid_2015{.as_of = Date(2015, 6, 30)};

Roster planned() {
    TwoPostsAndACommittee builder;
    for (const char* cadre : {"a", "b"}) {
        builder.add("pool_members",
                    {{"pool", "committee"}, {"cadre", cadre}, {"status", "approved"}, {"added", Date(2014, 1, 1)}});
    }
    return builder.build();
}

void expect_contains(const std::string& text, const std::string& part) {
    EXPECT_NE(text.find(part), std::string::npos) << part << "\nin\n" << text;
}

TEST(CompositionText, ShowsEachClauseWithWhatIsLacking) {
    const Pack pack = pack_with_policies(
        policy("many", "rule = \"ratio\"\nshare = \">= 150 %\"\npools = 'kind = \"committee\"'") +
        policy("few", "rule = \"members\"\ncount = \"<= 3\"\npools = 'kind = \"committee\"'") +
        policy("master", "rule = \"entry\"\nmeet = 'degree >= \"master\"'\npools = 'kind = \"committee\"'"));
    const Composition found = compose(pack, planned(), mid_2015);
    const std::string en = composition_text(found, Language::en);
    expect_contains(en, "Composition of the planning pools by the pack plan_rules");
    expect_contains(en, "Pool committee (row 2, counted from 0)");
    expect_contains(en, ">= 150 %");
    expect_contains(en, "66.6 %");
    expect_contains(en, "every member");
    expect_contains(en, "Pool committee (row 2, counted from 0), master: women 0, men 1, not known 0");
    expect_contains(en, "Review required:\n  pool committee");
    const std::string vi = composition_text(found, Language::vi);
    expect_contains(vi, "Quy hoạch committee (dòng 2, tính từ 0)");
    expect_contains(vi, "không đạt");
    expect_contains(vi, "nữ 0, nam 1, chưa rõ 0");
}

TEST(CompositionText, NamesBandsOfAges) {
    const Pack pack = pack_with_policies(
        policy("bands",
               "rule = \"age_bands\"\nages = [\"P40Y\", \"P50Y\"]\ncount = \">= 1\"\npools = 'kind = \"committee\"'"));
    const Composition found = compose(pack, planned(), mid_2015);
    expect_contains(composition_text(found, Language::vi), "bands: từ 40 tuổi đến dưới 50 tuổi");
    expect_contains(composition_text(found, Language::en), "bands: under age 40");
}

TEST(ScreeningText, ShowsPoolsAndPolicies) {
    const Pack pack = pack_with_policies(policy("master", "rule = \"entry\"\nmeet = 'degree >= \"master\"'"));
    const Screening found = screen(pack, planned(), mid_2015);
    const std::string en = screening_text(found, Language::en);
    expect_contains(en, "committee");
    expect_contains(en, "newcomers");
    expect_contains(en, "master: women 0, men 1, not known 0");
    expect_contains(screening_text(found, Language::vi), "chưa trong quy hoạch");
}

TEST(ScreeningText, SaysWhenNoPolicyAsks) {
    const Pack pack = pack_with_policies(policy("one", "rule = \"members\"\ncount = \"<= 1\""));
    const std::string text = screening_text(screen(pack, planned(), mid_2015), Language::vi);
    expect_contains(text, "không có tiêu chuẩn đưa vào quy hoạch nào đang có hiệu lực: chưa xét ai đủ điều kiện");
    EXPECT_EQ(text.find("mọi người"), std::string::npos) << "nobody is counted as eligible";
}

TEST(ScreeningText, NamesRowsThatCannotBeRight) {
    TwoPostsAndACommittee builder;
    builder.add("pool_members", {{"pool", "no_such_pool"}, {"cadre", "b"}});
    const Pack pack = pack_with_policies(policy("master", "rule = \"entry\"\nmeet = 'degree >= \"master\"'"));
    const Screening found = screen(pack, builder.build(), mid_2015);
    ASSERT_FALSE(found.plan.findings.empty());
    for (const PlanFinding& finding : found.plan.findings)
        expect_contains(screening_text(found, Language::vi), finding.message.text(Language::vi));
}

std::string ready(const std::string& policies, std::size_t row, Language language) {
    TwoPostsAndACommittee builder;
    builder.add("cadres", {{"id", "nobody_is_named"}, {"degree", "college"}});
    return readiness_text(readiness(pack_with_policies(policies), 0, builder.build(), row, mid_2015), language);
}

TEST(ReadinessText, SaysWhenOneMayEnter) {
    const std::string master = policy("master", "rule = \"entry\"\nmeet = 'degree >= \"master\"'");
    const std::string aged = policy("aged", "rule = \"entry\"\nmeet = 'age >= @\"P36Y\"'");
    expect_contains(ready(master, 0, Language::en), "Readiness of the cadre in row 0 for the pool in row 0");
    expect_contains(ready(master, 0, Language::en), "May enter the pool now.");
    const std::string later = ready(master + aged, 0, Language::en);
    expect_contains(later, "May enter from 2016-05-02 on, by time alone.");
    expect_contains(later, "- aged (aged) [1-QĐ/TU, 1]: not met on 2015-06-30");
    expect_contains(ready(master + aged, 0, Language::vi), "Đến ngày 02/05/2016 thì đủ điều kiện");
}

TEST(ReadinessText, SaysWhatOneLacks) {
    const std::string master = policy("master", "rule = \"entry\"\nmeet = 'degree >= \"master\"'");
    const std::string young = policy("young", "rule = \"entry\"\nmeet = 'age < @\"P45Y\"'\non_day = \"term_start\"");
    const std::string after = ready(master, 2, Language::en);
    expect_contains(after, "May not enter yet, but may after the changes below.");
    expect_contains(after, "  • ");
    const std::string open = ready(master + young, 2, Language::en);
    expect_contains(open, "- young (young) [1-QĐ/TU, 1]: undetermined on 2015-10-01; waiting for: ");
    expect_contains(open, "(cadres, row 2, birth_date)");
    EXPECT_EQ(open.find("nobody_is_named"), std::string::npos);
    expect_contains(ready(young, 1, Language::en), "May not enter; neither time nor a change that was found will do.");
    expect_contains(ready(young, 1, Language::vi), "không đạt vào ngày 01/10/2015");
}

TEST(PlanningFormText, NumbersColumnsAndSaysWhatIsNotCollected) {
    const StatisticalForm form = planning_form(FormLevel::province, planned(), mid_2015);
    const std::string vi = form_text(form, Language::vi);
    expect_contains(vi, "Biểu 12A-BTCTW. Kết quả quy hoạch cán bộ cấp tỉnh");
    expect_contains(vi, "Trong đó: tôn giáo: không thu thập");
    expect_contains(vi, "(10) Giám đốc, phó giám đốc sở");
    const std::string en = form_text(form, Language::en);
    expect_contains(en, "Of which with a religion: not collected");
    expect_contains(en, "0–2");
}

}  // namespace
}  // namespace cadre
