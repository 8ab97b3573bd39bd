#include <cadre/error.hpp>
#include <cadre/rotation/rotation_proposal.hpp>

#include "rotation/random_rotation.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <set>

namespace cadre {
namespace {

using testing::RotationWorth;

/// Whether the places that most cadres of `problem` may have are as many.
std::size_t most_placed(const RotationProblem& problem, const std::vector<std::size_t>& cadres) {
    RotationProblem part = problem;
    part.pinned.clear();
    part.options.clear();
    part.goals.clear();
    part.refused.clear();
    const std::set<std::size_t> meant(cadres.begin(), cadres.end());
    for (const RotationOption& option : problem.options) {
        if (meant.contains(option.cadre)) part.options.push_back(option);
    }
    const auto all = testing::every_rotation(part);
    std::size_t most = 0;
    for (const auto& [ignored, choice] : all)
        most = std::max(most, static_cast<std::size_t>(
                                  std::count_if(choice.begin(), choice.end(), [](const auto& o) { return o; })));
    return most;
}

TEST(RotationProposal, IsTheBestOfAllPlans) {
    std::mt19937_64 random(71);
    std::size_t staged = 0;
    for (int round = 0; round < 1500; ++round) {
        const RotationProblem problem = testing::random_rotation(random, 5, 4, round % 3 == 0);
        const RotationProposal found = propose_rotation(problem);
        const auto all = testing::every_rotation(problem);
        ASSERT_EQ(testing::worth(problem, found.options), all.front().first) << "round " << round;
        ASSERT_EQ(found.costs, std::get<3>(all.front().first));
        ASSERT_TRUE(verify_rotation(problem, found)) << "round " << round;
        staged += found.prices.size() > 1 ? 1 : 0;
    }
    EXPECT_GT(staged, 100u);
}

TEST(RotationProposal, PlansThatAreNoBestAreNotVerified) {
    std::mt19937_64 random(72);
    for (int round = 0; round < 600; ++round) {
        const RotationProblem problem = testing::random_rotation(random, 5, 4, round % 3 == 0);
        const RotationProposal found = propose_rotation(problem);
        const auto all = testing::every_rotation(problem);
        for (const auto& [worth, choice] : all) {
            RotationProposal other = found;
            other.options = choice;
            other.costs = std::get<3>(worth);
            if (worth > all.front().first) {
                ASSERT_FALSE(verify_rotation(problem, other)) << "round " << round;
            }
        }
        RotationProposal dearer = found;
        ++dearer.costs[random() % 3];
        EXPECT_FALSE(verify_rotation(problem, dearer));
        RotationProposal counted = found;
        ++counted.placed;
        EXPECT_FALSE(verify_rotation(problem, counted));
        RotationProposal shorter = found;
        shorter.prices.pop_back();
        EXPECT_FALSE(verify_rotation(problem, shorter));
        if (found.shortages.empty()) continue;
        RotationProposal unexplained = found;
        unexplained.shortages.pop_back();
        EXPECT_FALSE(verify_rotation(problem, unexplained));
        RotationProposal smaller = found;
        smaller.shortages[0].cadres.pop_back();
        EXPECT_FALSE(verify_rotation(problem, smaller));
    }
}

TEST(RotationProposal, PlansThatBreakTheProblemAreNotVerified) {
    RotationProblem problem;
    problem.cadres = {{}, {}};
    problem.seats = {1, 1};
    problem.options = {{0, 0}, {1, 0}, {1, 1}};
    problem.goals = {{"fit", {0, 0, 0}}};
    const RotationProposal found = propose_rotation(problem);
    ASSERT_TRUE(verify_rotation(problem, found));
    for (const std::optional<std::size_t> wrong : {std::optional<std::size_t>(1), {9}, {0}}) {
        RotationProposal other = found;
        other.options[1] = wrong;
        EXPECT_FALSE(verify_rotation(problem, other));
    }
    RotationProposal other = found;
    other.options.pop_back();
    EXPECT_FALSE(verify_rotation(problem, other));
    other = found;
    other.prices[0][0] = -1;
    EXPECT_FALSE(verify_rotation(problem, other));
}

TEST(RotationProposal, ShortagesAreShortAndWaiversFree) {
    std::mt19937_64 random(73);
    std::size_t waivers = 0;
    for (int round = 0; round < 600; ++round) {
        const RotationProblem problem = testing::random_rotation(random, 5, 4, false);
        if (!problem.pinned.empty()) continue;
        const RotationProposal found = propose_rotation(problem);
        for (const RotationShortage& shortage : found.shortages) {
            ASSERT_EQ(most_placed(problem, shortage.cadres), shortage.seats) << "round " << round;
            std::vector<std::size_t> among;
            for (std::size_t cadre = 0; cadre < problem.cadres.size(); ++cadre) {
                const auto stays = [&](const RotationOption& option) {
                    return option.cadre == cadre && problem.stays(option);
                };
                const bool first = problem.cadres[cadre].required ||
                                   std::any_of(problem.options.begin(), problem.options.end(), stays);
                if (first || !shortage.required) among.push_back(cadre);
            }
            std::vector<RotationWaiver> expected;
            for (std::size_t rule = 0; rule < problem.rules.size(); ++rule) {
                RotationProblem waived = problem;
                for (const RefusedOption& refused : problem.refused) {
                    const bool is_meant =
                        std::binary_search(shortage.cadres.begin(), shortage.cadres.end(), refused.option.cadre);
                    if (is_meant && refused.rules == std::vector{rule}) waived.options.push_back(refused.option);
                }
                const std::size_t freed = most_placed(waived, among) - most_placed(problem, among);
                if (freed > 0) expected.push_back({rule, freed});
            }
            ASSERT_EQ(shortage.waivers, expected) << "round " << round;
            waivers += expected.size();
        }
    }
    EXPECT_GT(waivers, 50u);
}

TEST(RotationProposal, ThoseWhoHaveToMoveComeFirst) {
    RotationProblem problem;
    problem.cadres = {{}, {.required = true, .present = {}}, {.required = true, .present = {}}};
    problem.seats = {1};
    problem.options = {{0, 0}, {1, 0}, {2, 0}};
    problem.rules = {"least_stay"};
    problem.refused = {{{2, 0}, {0}}};
    problem.options.pop_back();
    problem.goals = {{"fit", {0, 100}}};
    const RotationProposal found = propose_rotation(problem);
    EXPECT_EQ(found.options[1], 1u);
    EXPECT_EQ(found.required_placed, 1u);
    ASSERT_EQ(found.shortages.size(), 2u);
    EXPECT_EQ(found.shortages[0].cadres, std::vector<std::size_t>{2});
    EXPECT_TRUE(found.shortages[0].waivers.empty());  // the seat is taken by one who has to move, too
    EXPECT_EQ(found.shortages[1].cadres, (std::vector<std::size_t>{0, 1}));
    EXPECT_EQ(found.shortages[1].seats, 1u);
}

TEST(RotationProposal, NobodyWhoMayStayIsDrivenOut) {
    RotationProblem problem;
    problem.cadres = {{.required = false, .present = 0}, {.required = true, .present = {}}};
    problem.seats = {1};
    problem.options = {{0, 0}, {1, 0}};
    const RotationProposal found = propose_rotation(problem);
    EXPECT_EQ(found.options, (std::vector<std::optional<std::size_t>>{0, std::nullopt}));
    EXPECT_EQ(found.settled_placed, 1u);
}

/// Who has to move keeps a seat that nobody else gets; a goal says what staying costs.
TEST(RotationProposal, WhoHasToMoveMayHaveTheOptionToStay) {
    RotationProblem problem;
    problem.cadres = {{.required = true, .present = 0}, {.required = true, .present = 1}};
    problem.seats = {1, 1};
    problem.options = {{0, 0}, {0, 1}, {1, 1}};
    problem.goals = {{"stays", {1, 0, 1}}};
    RotationProposal found = propose_rotation(problem);
    EXPECT_EQ(found.options, (std::vector<std::optional<std::size_t>>{0, 2}));
    EXPECT_EQ(found.required_placed, 0u);
    EXPECT_TRUE(verify_rotation(problem, found));
    problem.seats[1] = 2;
    found = propose_rotation(problem);
    EXPECT_EQ(found.options, (std::vector<std::optional<std::size_t>>{1, 2}));
    EXPECT_EQ(found.required_placed, 1u);
}

TEST(RotationProposal, PublishedMovesStay) {
    RotationProblem problem;
    problem.cadres = {{}, {.required = true, .present = {}}};
    problem.seats = {1, 1};
    problem.options = {{0, 0}, {0, 1}, {1, 0}};
    problem.goals = {{"fit", {9, 0, 0}}};
    EXPECT_EQ(propose_rotation(problem).options[0], 1u);
    problem.pinned = {0};
    const RotationProposal found = propose_rotation(problem);
    EXPECT_EQ(found.options, (std::vector<std::optional<std::size_t>>{0, std::nullopt}));
}

/// Twenty times as many cadres as posts: an auction would go on for ever.
TEST(RotationProposal, EndsWhereMostCannotBePlaced) {
    RotationProblem problem;
    constexpr std::size_t posts = 100;
    problem.seats.assign(posts, 1);
    problem.goals = {{"fit", {}}, {"change", {}}};
    std::mt19937_64 random(74);
    for (std::size_t cadre = 0; cadre < 20 * posts; ++cadre) {
        problem.cadres.push_back({.required = cadre % 7 == 0, .present = {}});
        for (std::size_t i = 0; i < 5; ++i) {
            problem.options.push_back({cadre, (cadre + i * i) % posts});
            problem.goals[0].costs.push_back(static_cast<std::int64_t>(random() % 10));
            problem.goals[1].costs.push_back(static_cast<std::int64_t>(random() % 2));
        }
    }
    const RotationProposal found = propose_rotation(problem);
    EXPECT_EQ(found.placed, posts);
    EXPECT_EQ(found.required_placed, posts);
    EXPECT_TRUE(verify_rotation(problem, found));
}

TEST(RotationProposal, OfNobodyIsEmpty) {
    EXPECT_TRUE(verify_rotation({}, propose_rotation({})));
    RotationProblem alone;
    alone.cadres = {{}};
    const RotationProposal found = propose_rotation(alone);
    ASSERT_EQ(found.shortages.size(), 1u);
    EXPECT_EQ(found.shortages[0].short_by(), 1u);
}

TEST(RotationProposal, ImpossibleProblemsAreRefused) {
    RotationProblem right;
    right.cadres = {{.required = true, .present = 0}, {.required = false, .present = 1}};
    right.seats = {1, 1};
    right.options = {{0, 1}, {1, 0}, {1, 1}};
    right.goals = {{"fit", {0, 0, 0}}};
    right.rules = {"age"};
    EXPECT_NO_THROW(propose_rotation(right));
    const auto refuses = [&](const std::function<void(RotationProblem&)>& change) {
        RotationProblem problem = right;
        change(problem);
        EXPECT_THROW(propose_rotation(problem), Error);
    };
    refuses([](RotationProblem& problem) { problem.options[0].cadre = 2; });
    refuses([](RotationProblem& problem) { problem.options[0].post = 2; });
    refuses([](RotationProblem& problem) { problem.options[1].post = 1; });
    refuses([](RotationProblem& problem) { problem.seats[0] = -1; });
    refuses([](RotationProblem& problem) { problem.cadres[0].present = 2; });
    refuses([](RotationProblem& problem) { problem.goals[0].costs.pop_back(); });
    refuses([](RotationProblem& problem) { problem.pinned = {3}; });
    refuses([](RotationProblem& problem) { problem.pinned = {1, 2}; });
    refuses([](RotationProblem& problem) { problem.refused = {{{0, 0}, {1}}}; });
    refuses([](RotationProblem& problem) { problem.goals[0].costs[0] = std::numeric_limits<std::int64_t>::max(); });
    refuses([](RotationProblem& problem) { problem.goals[0].costs.assign(3, std::int64_t{1} << 62); });
}

}  // namespace
}  // namespace cadre
