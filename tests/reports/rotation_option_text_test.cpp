#include <cadre/reports/rotation_option_text.hpp>

#include <cadre/roster/roster_builder.hpp>

#include <gtest/gtest.h>

#include <algorithm>

namespace cadre {
namespace {

bool says(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

Roster two_posts() {
    RosterBuilder builder;
    builder.add("posts", {{"id", "chair"}});
    builder.add("posts", {{"id", "clerk"}});
    builder.add("cadres", {{"id", "p"}});
    return builder.build();
}

/// Row 0 has to move from "chair" to "clerk".
RotationDraft one_move() {
    RotationDraft draft;
    draft.as_of = draft.law_as_of = day_number(Date(2015, 12, 31));
    draft.cadres = {0};
    draft.posts = {0, 1, std::nullopt};
    draft.post_keys = {"chair", "clerk", "–"};
    draft.problem.cadres = {{.required = true, .present = 0}};
    draft.problem.seats = {1, 1, 1};
    draft.problem.options = {{0, 0}, {0, 1}};
    draft.problem.goals = {{"has_to_move", {1, 0}}};
    draft.proposal = propose_rotation(draft.problem);
    return draft;
}

std::string text_of(OptionExplanation explanation, Language language = Language::en) {
    return rotation_option_text(explanation, one_move(), two_posts(), language);
}

TEST(RotationOptionText, TellsWhatAMoveAndWhatAnotherPostIsWorth) {
    const RotationDraft draft = one_move();
    RotationRegrets regrets(draft.problem, draft.proposal);
    const std::string proposed = text_of({0, 1, OptionStatus::proposed, {}, 1, regrets.why(0)});
    EXPECT_TRUE(says(proposed, "Cadre row 0 and post clerk in the proposal of 2015-12-31\nThe move is proposed.\n"))
        << proposed;
    EXPECT_TRUE(says(proposed, "Without row 0 in clerk")) << proposed;
    const std::string other = text_of({0, 0, OptionStatus::possible, {}, 0, regrets.why_not(0)}, Language::vi);
    EXPECT_TRUE(
        says(other, "Quy tắc cho phép, nhưng không được đề xuất.\nNếu bố trí dòng 0 vào vị trí chair thay cho clerk"))
        << other;
    EXPECT_TRUE(says(other, "- phải chuyển mà chưa chuyển tăng 1")) << other;
}

TEST(RotationOptionText, TellsOfAPublishedMove) {
    const std::string text = text_of({0, 1, OptionStatus::proposed, {}, 1, {}});
    EXPECT_TRUE(says(text, "The move is published and stays.")) << text;
}

TEST(RotationOptionText, ShowsTheReasons) {
    Explanation reason{{"same_rank", {"Cùng ngạch", "Same rank"}, "cadres", 0, 0, 0}, {}, {}};
    reason.root.verdict = Verdict::not_met;
    reason.root.label = reason.title;
    const std::string text = text_of({0, 1, OptionStatus::refused, {reason}, {}, {}});
    EXPECT_TRUE(says(text, "Not proposed: rules refuse it.")) << text;
    EXPECT_TRUE(says(text, "✗ Same rank")) << text;
}

TEST(RotationOptionText, TellsEveryStatusInItsOwnWords) {
    const OptionStatus others[] = {OptionStatus::undetermined,    OptionStatus::not_asked_for,
                                   OptionStatus::present_unknown, OptionStatus::held,
                                   OptionStatus::not_offered,     OptionStatus::no_seat};
    std::vector<std::string> seen;
    for (const OptionStatus status : others) {
        for (const Language language : {Language::vi, Language::en}) {
            seen.push_back(text_of({0, 1, status, {}, {}, {}}, language));
        }
    }
    std::sort(seen.begin(), seen.end());
    EXPECT_EQ(std::adjacent_find(seen.begin(), seen.end()), seen.end());
}

}  // namespace
}  // namespace cadre
