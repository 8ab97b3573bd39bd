#include <cadre/messages/texts/rotation.hpp>
#include <cadre/reports/rotation_draft_text.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

/// Row 40 has to move from "chair" to "clerk", row 41 has to and cannot, and comes from outside.
RotationDraft one_move() {
    RotationDraft draft;
    draft.as_of = draft.law_as_of = day_number(Date(2015, 12, 31));
    draft.cadres = {40, 41};
    draft.posts = {3, 5, std::nullopt};
    draft.post_keys = {"chair", "clerk", "–"};
    draft.rules = {{"rank", {"Cùng ngạch", "Same rank"}, {"1-QĐ/TU", "3", VerificationMark::summary}, true}};
    draft.problem.cadres = {{.required = true, .present = 0}, {.required = true, .present = 2}};
    draft.problem.seats = {1, 1, 1};
    draft.problem.options = {{0, 0}, {0, 1}, {1, 2}};
    draft.problem.goals = {{"has_to_move", {1, 0, 1}}, {"direction", {0, 0, 0}}, {"fit", {0, -4, 0}}};
    draft.problem.rules = {"rank"};
    draft.problem.refused = {{{1, 0}, {0}}};
    draft.proposal = propose_rotation(draft.problem);
    draft.shortages = {{.required = true, .cadres = {1}, .posts = {}, .seats = 0, .waivers = {{0, 1}}}};
    draft.open_mover_count = 1;
    draft.open_movers = {{50, true, {{"cadres", 50, "birth_date", {"Ngày sinh", "Birth date"}}}}};
    draft.open_post_count = 1;
    draft.open_posts = {{7, "guard", {{"posts", 7, "rank", {"Thứ bậc", "Rank"}}}}};
    draft.open_option_count = 3;
    draft.open_options = {{41, 5, "clerk", {{"posts", 5, "rank", {"Thứ bậc", "Rank"}}}}};
    draft.findings = {{"cadres", 60, {texts::rotation_present_unknown, {std::int64_t{60}}}}};
    return draft;
}

bool says(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST(RotationDraftText, TellsMovesWhoCannotMoveAndWhatIsOpen) {
    const std::string text = rotation_draft_text(one_move(), Language::en);
    EXPECT_TRUE(says(text, "Proposal of moves on 2015-12-31")) << text;
    EXPECT_TRUE(
        says(text, "Cadres considered: 2, of whom have to move: 2; posts: 2; possible moves: 1; refused by rules: 1."));
    EXPECT_TRUE(says(text, "Of those who have to move, 1 of 2 would."));
    EXPECT_TRUE(says(text, "row 40"));
    EXPECT_TRUE(says(text, "1 without any option: row 41."));
    EXPECT_TRUE(says(text, "waiving the rule Same rank [1-QĐ/TU, 3")) << text;
    EXPECT_TRUE(
        says(text, "row 50 of `cadres`, has to move or not; waiting for: Birth date (cadres, row 50, birth_date)"));
    EXPECT_TRUE(says(text, "row 41 of `cadres` to post clerk; waiting for: Rank"));
    EXPECT_TRUE(says(text, "post guard; waiting for: Rank (posts, row 7, rank)"));
    EXPECT_TRUE(says(text, "… and 2 more"));
    EXPECT_TRUE(says(text, "row 60 of `cadres`"));
    EXPECT_FALSE(says(text, "direction")) << "a goal that costs nothing";
}

TEST(RotationDraftText, SaysBeforeTheMovesThatNobodysEligibilityWasJudged) {
    RotationDraft draft = one_move();
    const std::string note = "No rule on who may take which post was in force on the day";
    EXPECT_FALSE(says(rotation_draft_text(draft, Language::en), note));
    draft.rules[0].judges_moves = false;
    const std::string text = rotation_draft_text(draft, Language::en);
    EXPECT_LT(text.find(note), text.find("Proposal: 1 to move")) << text;
    const std::string vi = rotation_draft_text(draft, Language::vi);
    EXPECT_TRUE(says(vi, "chưa xét ai đủ điều kiện nhận vị trí nào.\n")) << vi;
    EXPECT_TRUE(says(vi, "theo các quy tắc và mục tiêu đã nêu, không có phương án nào tốt hơn.\n")) << vi;
}

TEST(RotationDraftText, ReadsInVietnamese) {
    const std::string text = rotation_draft_text(one_move(), Language::vi);
    EXPECT_TRUE(says(text, "ngày 31/12/2015")) << text;
    EXPECT_TRUE(says(text, "Cùng ngạch"));
    EXPECT_TRUE(says(text, "phải chuyển mà chưa chuyển"));
}

}  // namespace
}  // namespace cadre
