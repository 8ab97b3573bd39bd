#include <cadre/reports/rotation_plan_text.hpp>

#include <cadre/messages/texts/rotation.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

const DayNumber day = day_number(Date(2016, 1, 1));

Roster two_posts() {
    RosterBuilder builder;
    builder.add("posts", {{"id", "north"}});
    builder.add("posts", {{"id", "south"}});
    return builder.build();
}

RotationPlan plan_of_two() {
    RotationPlan plan;
    plan.moves.push_back({.row = 7, .person = 31, .from = 0, .to = 1, .day = day});
    plan.moves.push_back({.person = 32, .from = 1, .leaves = true, .day = day});
    return plan;
}

bool says(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

PlanCheck found() {
    PlanCheck check;
    RotationPolicy rule;
    rule.title = {"Giữ chức vụ đủ lâu", "Stays long enough"};
    rule.citation = {"1-QĐ/TU", "2", VerificationMark::text};
    check.rules.push_back(rule);
    check.findings.push_back(
        {.matter = PlanMatter::rule, .move = 0, .rule = 0, .post = 0, .from = day, .to = day + 31});
    check.findings.push_back({.matter = PlanMatter::two_moves_a_day, .move = 1, .other = 0, .from = day});
    check.findings.push_back({.matter = PlanMatter::seats_unknown,
                              .status = PlanCheckStatus::undetermined,
                              .post = 1,
                              .from = day,
                              .least = 1,
                              .most = 2,
                              .missing = {{"posts", 1, "seats", {"Số lượng", "Seats"}}}});
    return check;
}

TEST(RotationPlanText, TellsWhatACheckFound) {
    const std::string text = rotation_check_text(found(), plan_of_two(), two_posts(), Language::en);
    EXPECT_TRUE(says(text, "Check of a rotation plan (moves: 2)\nReview required: see below.")) << text;
    EXPECT_TRUE(says(text, "Stays long enough [1-QĐ/TU, 2]; long enough from 2016-02-01 on")) << text;
    EXPECT_TRUE(says(text, "The cadre moves on the same day in row 7")) << "rows of the table name moves";
    EXPECT_TRUE(says(text, "north")) << "posts are named by their keys";
    EXPECT_TRUE(says(text, "1–2"));
    EXPECT_TRUE(says(text, "Seats (posts, row 1)"));
}

TEST(RotationPlanText, TellsWhichRowsOfPostsCannotBeRight) {
    PlanCheck check;
    check.row_findings.push_back(
        {"posts", 1, {texts::rotation_post_negative_seats, {std::int64_t{1}, std::int64_t{-2}}}});
    const std::string en = rotation_check_text(check, plan_of_two(), two_posts(), Language::en);
    EXPECT_TRUE(says(en, "Rows to check:\n- row 1 of `posts` (counted from 0): a negative number of seats (-2)")) << en;
    const std::string vi = rotation_check_text(check, plan_of_two(), two_posts(), Language::vi);
    EXPECT_TRUE(says(vi, "- dòng 1 của bảng “posts” (tính từ 0): số chỗ là số âm (-2)")) << vi;
}

TEST(RotationPlanText, TellsThatNothingStandsAgainstAPlan) {
    const std::string text = rotation_check_text({}, plan_of_two(), two_posts(), Language::vi);
    EXPECT_EQ(text,
              "Kiểm tra phương án luân chuyển, điều động: 2 trường hợp\nChưa thấy điểm nào cần xem xét.\n\n"
              "Để xem xét; việc quyết định thuộc cấp có thẩm quyền. Số dòng được tính từ 0.\n");
}

TEST(RotationPlanText, TellsAnOrderWithWhatIsBlocked) {
    MoveOrder order;
    order.moves.push_back({.move = 1, .day = day + 1, .leaves_on = day, .depends_on = 0, .stage = 2});
    order.cycles = {{0, 1}};
    order.critical_chain = {0, 1};
    order.critical_days = 5;
    order.blocked.push_back({0, MoveObstacle::waits, 1});
    const std::string text = rotation_order_text(order, plan_of_two(), two_posts(), Language::en);
    EXPECT_TRUE(says(text, "Order of a rotation plan (moves: 2, placed: 1)")) << text;
    EXPECT_TRUE(says(text, "2016-01-02  2      1         32         south"));
    EXPECT_TRUE(says(text, "Cycle: rows 7, 1"));
    EXPECT_TRUE(says(text, "the competent authority decides. Rows are counted from 0.\n"));
    EXPECT_TRUE(says(text, "Longest chain: rows 7, 1; days of handover at least: 5"));
    EXPECT_TRUE(says(text, "Waits for a move that has no place itself"));
    EXPECT_TRUE(
        says(rotation_order_text(order, plan_of_two(), two_posts(), Language::vi), "Vòng hoán đổi: các dòng 7, 1"));
}

}  // namespace
}  // namespace cadre
