#include <cadre/error.hpp>
#include <cadre/reports/rotation_regret_text.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

/// Cadre 0 goes from post 0 to post 1 and cadre 1 from post 1 to post 2; post 3 is free and worse for both.
RotationProblem chain() {
    RotationProblem problem;
    problem.cadres = {{.required = true, .present = 0}, {.required = true, .present = 1}};
    problem.seats = {1, 1, 1, 1};
    problem.options = {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}};
    problem.goals = {{"fit", {0, 1, 5, 0, 2}}, {"travel", {1, 0, 0, 0, 0}}};
    return problem;
}

std::string why_not(const RotationProblem& problem, std::size_t option, Language language,
                    const RotationNames& names = {}) {
    const RotationProposal proposal = propose_rotation(problem);
    RotationRegrets regrets(problem, proposal);
    return why_not_text(problem, proposal, option, regrets.why_not(option), language, names);
}

TEST(RotationRegretText, TellsWhatAnotherPostCostsAndWhoElseChanges) {
    EXPECT_EQ(why_not(chain(), 1, Language::en),
              "With cadre 0 in post 2 instead of post 1, the best plan, against the proposal:\n"
              "- fit costs 3 more\n"
              "- travel costs 1 less\n"
              "Posts in that plan instead of those proposed:\n"
              "- cadre 0: post 2 instead of post 1\n"
              "- cadre 1: post 3 instead of post 2\n");
}

TEST(RotationRegretText, TellsOfTheOneAskedForFirstByRowsAndKeys) {
    const RotationNames names{{40, 41}, {"a", "b", "c", "d"}, {}, {{"Mức hợp", "Fit"}, {"Đi lại", "Travel"}}};
    RotationProblem problem = chain();
    problem.options.push_back({1, 1});  // to stay
    for (RotationGoal& goal : problem.goals) goal.costs.push_back(0);
    EXPECT_EQ(why_not(problem, 5, Language::vi, names),
              "Nếu bố trí dòng 41 vào vị trí b thay cho c thì phương án tốt nhất khi đó, so với phương án đề xuất:\n"
              "- thêm 1 người phải chuyển không được bố trí\n"
              "- Mức hợp tăng 1\n"
              "- Đi lại giảm 1\n"
              "Khi đó, vị trí thay cho vị trí được đề xuất:\n"
              "- dòng 41: b thay cho c\n"
              "- dòng 40: c thay cho b\n");
    EXPECT_THROW(why_not(problem, 5, Language::vi, {{40}, {}, {}, {}}), Error);
}

TEST(RotationRegretText, TellsWhatIsLostWithoutThePostProposed) {
    const RotationProblem problem = chain();
    const RotationProposal proposal = propose_rotation(problem);
    RotationRegrets regrets(problem, proposal);
    const std::string text = why_text(problem, proposal, 1, regrets.why(1), Language::en);
    EXPECT_NE(text.find("Without cadre 1 in post 2, the best plan, against the proposal:\n- fit costs 2 more\n"),
              std::string::npos)
        << text;
}

TEST(RotationRegretText, SaysThatAnotherPlanIsAsGood) {
    RotationProblem problem = chain();
    problem.goals.clear();
    const std::string text = why_not(problem, 2, Language::en);
    EXPECT_NE(text.find("- nothing is lost: that plan is as good\n"), std::string::npos) << text;
}

TEST(RotationRegretText, SaysThatThereIsNoSuchPlanAndNoSuchPost) {
    RotationProblem problem = chain();
    problem.seats = {1, 1, 1, 0};
    EXPECT_EQ(why_not(problem, 2, Language::en),
              "No plan has cadre 0 in post 3: the post has no seat, or a published move stands against it.\n");
    problem.options = {{0, 1}};
    problem.goals.clear();
    const RotationProposal proposal = propose_rotation(problem);
    RotationRegrets regrets(problem, proposal);
    EXPECT_EQ(why_text(problem, proposal, 1, regrets.why(1), Language::vi),
              "Không có vị trí nào được đề xuất cho cán bộ 1.\n");
}

}  // namespace
}  // namespace cadre
