#include <cadre/error.hpp>
#include <cadre/reports/rotation_proposal_text.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

bool says(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// Two who have to move exchange their posts, a third has to move and competes with them, a fourth enters by a
/// published move.
RotationProblem exchange() {
    RotationProblem problem;
    problem.cadres = {
        {.required = true, .present = 0}, {.required = true, .present = 1}, {.required = true, .present = {}}, {}};
    problem.seats = {1, 1, 1};
    problem.options = {{0, 1}, {1, 0}, {2, 1}, {3, 2}};
    problem.goals = {{"fit", {3, 2, 9, 0}}};
    problem.pinned = {3};
    problem.rules = {"same_rank"};
    problem.refused = {{{2, 2}, {0}}, {{0, 2}, {0}}};
    return problem;
}

TEST(RotationProposalText, TellsMovesWithReasonsCostsAndWhatIsLostWithoutThem) {
    const RotationProblem problem = exchange();
    const std::string text = rotation_proposal_text(problem, propose_rotation(problem), Language::en);
    EXPECT_TRUE(says(text, "Proposal: 3 to move, 0 to keep the present post, 1 without a post.")) << text;
    EXPECT_TRUE(says(text, "Of those who have to move, 2 of 3 would."));
    EXPECT_TRUE(says(text, "Costs by goal (below 0: points for what is wanted): fit 5."));
    EXPECT_TRUE(says(text, "Verified: by the rules and goals that were given, no plan is better."));
    EXPECT_TRUE(says(text, "published")) << text;
    EXPECT_TRUE(says(text, "fit costs 6 more")) << text;
    EXPECT_TRUE(says(text, "no move for 1 more who should")) << text;
}

TEST(RotationProposalText, TellsWhoCompetesForWhatAndWhatWaiversWouldFree) {
    RotationProblem problem = exchange();
    problem.seats[2] = 2;
    const std::string text = rotation_proposal_text(problem, propose_rotation(problem), Language::en);
    EXPECT_TRUE(says(
        text,
        "Cadres who have to move, or hold a post, and compete: 2; for posts: 1, with seats: 1; left without one: 1."))
        << text;
    EXPECT_TRUE(says(text, "- cadres: cadre 0, cadre 2"));
    EXPECT_TRUE(says(text, "- posts: post 1"));
    EXPECT_TRUE(says(text, "- waiving the rule same_rank for them would place 1 more"));
}

/// So many have to leave "post 0", of whom a rule refuses each the other post; one is refused it by both rules.
RotationProblem nobody_may_move(std::size_t cadres) {
    RotationProblem problem;
    problem.seats = {0, 1};
    problem.rules = {"same_rank", "age"};
    for (std::size_t cadre = 0; cadre < cadres; ++cadre) {
        problem.cadres.push_back({.required = true, .present = 0});
        problem.refused.push_back({{cadre, 1}, {0}});
    }
    problem.refused[2].rules = {0, 1};
    return problem;
}

TEST(RotationProposalText, TellsTogetherOfThoseWithoutAnyOptionWhomTheSameRulesRefuse) {
    const RotationProblem problem = nobody_may_move(40);
    const std::string text = rotation_proposal_text(problem, propose_rotation(problem), Language::en);
    EXPECT_TRUE(says(text, "39 without any option: cadre 0, cadre 1, cadre 3,")) << text;
    EXPECT_TRUE(says(text, "cadre 10 and 29 more."));
    EXPECT_TRUE(says(text,
                     "- rules that refuse posts to each: same_rank\n"
                     "- waiving the rule same_rank for one person alone would place that one\n"));
    EXPECT_TRUE(says(text,
                     "1 without any option: cadre 2.\n- rules that refuse posts to each: same_rank; age\n"
                     "- waiving a single rule would place nobody more\n"))
        << text;
    const std::string vi = rotation_proposal_text(problem, propose_rotation(problem), Language::vi);
    EXPECT_TRUE(says(vi, "39 người không có lựa chọn nào")) << vi;
}

TEST(RotationProposalText, NamesRowsKeysAndClausesWhereTheyAreGiven) {
    const RotationProblem problem = exchange();
    const RotationNames names{
        {40, 41, 42, 43}, {"chair", "deputy", "clerk"}, {{"Cùng ngạch [1]", "Same rank [1]"}}, {{"Mức hợp", "Fit"}}};
    const std::string text = rotation_proposal_text(problem, propose_rotation(problem), Language::vi, names);
    EXPECT_TRUE(says(text, "dòng 41")) << text;
    EXPECT_TRUE(says(text, "deputy"));
    EXPECT_TRUE(says(text, "Mức hợp"));
    EXPECT_TRUE(says(text, "đã công bố"));
    EXPECT_FALSE(says(text, "vị trí 1"));
    const RotationNames fewer{{40}, {}, {}, {}};
    EXPECT_THROW(rotation_proposal_text(problem, propose_rotation(problem), Language::vi, fewer), Error);
}

TEST(RotationProposalText, SaysThatAPlanIsNotProven) {
    const RotationProblem problem = exchange();
    RotationProposal proposal = propose_rotation(problem);
    proposal.options = {std::nullopt, 1, 2, 3};
    const std::string text = rotation_proposal_text(problem, proposal, Language::en);
    EXPECT_TRUE(says(text, "Not verified")) << text;
    EXPECT_FALSE(says(text, "Without this move"));
}

TEST(RotationProposalText, TellsShortChainsAndCyclesAndHowFarTheBestPlanIsAhead) {
    RotationProblem ring;
    ring.goals = {{"fit", {}}};
    for (std::size_t cadre = 0; cadre < 4; ++cadre) {
        ring.cadres.push_back({.required = true, .present = cadre});
        ring.seats.push_back(1);
        ring.options.push_back({cadre, (cadre + 1) % 4});
        ring.goals[0].costs.push_back(1);
    }
    ring.options.push_back({1, 0});
    ring.goals[0].costs.push_back(7);
    const std::string text = bounded_rotation_text(ring, propose_bounded_rotation(ring, {.longest = 2}), Language::en);
    EXPECT_TRUE(says(text, "2 to move in 1 of them")) << text;
    EXPECT_TRUE(says(text, "- cycle: cadre 0: post 0 → post 1; cadre 1: post 1 → post 0")) << text;
    EXPECT_TRUE(says(text, "Proven"));
    EXPECT_TRUE(says(text, "2 fewer of those who have to move are placed, 2 fewer in all.\n")) << text;
    EXPECT_TRUE(says(text, "Difference in costs from the best plan of any length: fit +4.\n")) << text;
    const std::string vi = bounded_rotation_text(ring, propose_bounded_rotation(ring, {.longest = 2}), Language::vi);
    EXPECT_TRUE(says(vi, "bố trí được ít hơn 2 người thuộc diện phải chuyển, tính chung ít hơn 2 người.\n")) << vi;
    EXPECT_TRUE(says(vi, "Chênh lệch chi phí so với phương án tốt nhất không giới hạn độ dài: fit +4.\n")) << vi;
}

TEST(RotationProposalText, TellsOnlyOfGoalsInWhichShortChainsAndCyclesDiffer) {
    const RotationProblem problem = exchange();
    BoundedRotation bounded = propose_bounded_rotation(problem, {.longest = 2});
    const std::string as_good = bounded_rotation_text(problem, bounded, Language::en);
    EXPECT_FALSE(says(as_good, "best plan of any length")) << as_good;
    bounded.plan.costs[0] -= 2;
    const std::string dearer = bounded_rotation_text(problem, bounded, Language::en);
    EXPECT_FALSE(says(dearer, "fewer")) << dearer;
    EXPECT_TRUE(says(dearer, "best plan of any length: fit -2.\n")) << dearer;
}

}  // namespace
}  // namespace cadre
