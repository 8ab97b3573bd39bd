#include <cadre/error.hpp>
#include <cadre/rotation/rotation_regret.hpp>

#include "rotation/random_rotation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace cadre {
namespace {

using testing::RotationChoice;
using testing::RotationWorth;

/// The worth of the best plan that a wish allows.
template <class Allows>
std::optional<RotationWorth> best_of(const std::vector<std::pair<RotationWorth, RotationChoice>>& all, Allows allows) {
    for (const auto& [worth, choice] : all) {
        if (allows(choice)) return worth;
    }
    return std::nullopt;
}

/// What the regret says of its plan is what that plan has.
void expect_exact(const RotationProblem& problem, const RotationProposal& proposal, const RotationRegret& regret,
                  const RotationWorth& expected) {
    RotationChoice changed = proposal.options;
    for (const RotationChange& change : regret.changes) changed[change.cadre] = change.option;
    EXPECT_EQ(testing::worth(problem, changed), expected);
    for (std::size_t goal = 0; goal < problem.goals.size(); ++goal)
        EXPECT_EQ(proposal.costs[goal] + regret.costs[goal], std::get<3>(expected)[goal]);
    EXPECT_EQ(regret.settled_lost, std::get<0>(expected) + static_cast<std::int64_t>(proposal.settled_placed));
}

TEST(RotationRegret, IsThatOfTheBestPlanWithTheWish) {
    std::mt19937_64 random(81);
    for (int round = 0; round < 400; ++round) {
        const RotationProblem problem = testing::random_rotation(random, 4, 4, round % 4 == 0);
        const RotationProposal proposal = propose_rotation(problem);
        const auto all = testing::every_rotation(problem);
        RotationRegrets regrets(problem, proposal);
        for (std::size_t option = 0; option < problem.options.size(); ++option) {
            const std::size_t cadre = problem.options[option].cadre;
            const auto expected = best_of(all, [&](const RotationChoice& made) { return made[cadre] == option; });
            const auto regret = regrets.why_not(option);
            ASSERT_EQ(regret.has_value(), expected.has_value()) << "round " << round;
            if (regret) expect_exact(problem, proposal, *regret, *expected);
        }
        for (std::size_t cadre = 0; cadre < problem.cadres.size(); ++cadre) {
            const auto own = proposal.options[cadre];
            const auto regret = regrets.why(cadre);
            ASSERT_EQ(regret.has_value(), own.has_value());
            if (!own) continue;
            const auto expected = best_of(all, [&](const RotationChoice& made) { return made[cadre] != own; });
            expect_exact(problem, proposal, *regret, *expected);
        }
        ASSERT_FALSE(HasFailure()) << "round " << round;
    }
}

/// The worth with the number in all before that of required ones, where cadres are of three kinds.
RotationWorth ranking(const RotationProblem& problem, const RotationChoice& choice) {
    std::vector<bool> settled(problem.cadres.size());
    for (const RotationOption& option : problem.options) {
        if (problem.stays(option)) settled[option.cadre] = true;
    }
    for (const std::size_t pin : problem.pinned) settled[problem.options[pin].cadre] = true;
    std::set<int> kinds;
    for (std::size_t cadre = 0; cadre < settled.size(); ++cadre)
        kinds.insert(settled[cadre] ? 0 : problem.cadres[cadre].required ? 1 : 2);
    RotationWorth made = testing::worth(problem, choice);
    if (!kinds.contains(0)) return made;
    auto& [ignored, required, others, costs] = made;
    const std::int64_t all = required + others;
    others = kinds.size() == 3 ? required : 0;
    required = all;
    return made;
}

TEST(RotationRegret, BestPlansAreTheFirstOfAll) {
    std::mt19937_64 random(82);
    std::size_t staged = 0;
    for (int round = 0; round < 300; ++round) {
        const RotationProblem problem = testing::random_rotation(random, 4, 3, round % 3 == 0);
        const RotationProposal proposal = propose_rotation(problem);
        staged += proposal.prices.size() > 1 ? 1 : 0;
        auto all = testing::every_rotation(problem);
        for (auto& plan : all) plan.first = ranking(problem, plan.second);
        std::sort(all.begin(), all.end());
        const auto ranked = best_rotations(problem, proposal, 5);
        ASSERT_EQ(ranked.size(), std::min<std::size_t>(5, all.size()));
        ASSERT_EQ(ranked.front().options, proposal.options);
        for (std::size_t at = 0; at < ranked.size(); ++at)
            ASSERT_EQ(ranking(problem, ranked[at].options), all[at].first) << "round " << round;
        std::set<RotationChoice> different;
        for (const RotationProposal& plan : ranked) different.insert(plan.options);
        ASSERT_EQ(different.size(), ranked.size()) << "round " << round;
    }
    EXPECT_GT(staged, 30u);
}

TEST(RotationRegret, RefusesWhatIsNotThere) {
    RotationProblem problem;
    problem.cadres = {{}};
    problem.seats = {1};
    problem.options = {{0, 0}};
    const RotationProposal proposal = propose_rotation(problem);
    RotationRegrets regrets(problem, proposal);
    EXPECT_THROW(regrets.why(1), Error);
    EXPECT_THROW(regrets.why_not(1), Error);
    EXPECT_THROW(RotationRegrets(problem, RotationProposal{}), Error);
}

}  // namespace
}  // namespace cadre
