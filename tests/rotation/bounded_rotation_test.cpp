#include <cadre/error.hpp>
#include <cadre/rotation/bounded_rotation.hpp>

#include "rotation/random_rotation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace cadre {
namespace {

using testing::RotationChoice;
using testing::RotationWorth;

/// Whether the moves fall into chains and cycles of at most `longest`, by trying who takes whose seat.
class Splits {
public:
    Splits(const RotationProblem& problem, const RotationChoice& choice, std::size_t longest)
        : problem_(problem), longest_(longest), next_(problem.cadres.size(), none) {
        spare_.assign(problem.seats.begin(), problem.seats.end());
        for (const RotationCandidate& cadre : problem.cadres) {
            if (cadre.present) --spare_[*cadre.present];
        }
        for (std::size_t cadre = 0; cadre < choice.size(); ++cadre) {
            if (choice[cadre] && !problem.stays(problem.options[*choice[cadre]]))
                movers_.push_back({cadre, *choice[cadre]});
        }
    }

    bool exist(std::size_t at = 0) {
        if (at == movers_.size()) return are_short();
        const auto [cadre, option] = movers_[at];
        const std::size_t post = problem_.options[option].post;
        if (spare_[post] > 0) {
            --spare_[post];
            next_[cadre] = none;
            if (exist(at + 1)) return true;
            ++spare_[post];
        }
        for (const auto& mover : movers_) {
            const bool is_taken = std::find(next_.begin(), next_.end(), mover.first) != next_.end();
            if (problem_.cadres[mover.first].present != post || is_taken) continue;
            next_[cadre] = mover.first;
            if (exist(at + 1)) return true;
            next_[cadre] = none;
        }
        return false;
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    bool are_short() const {
        for (const auto& mover : movers_) {
            std::size_t length = 1;
            for (std::size_t at = next_[mover.first]; at != none && at != mover.first; at = next_[at]) {
                if (++length > longest_) return false;
            }
        }
        return true;
    }

    const RotationProblem& problem_;
    std::size_t longest_;
    std::vector<std::int32_t> spare_;
    std::vector<std::pair<std::size_t, std::size_t>> movers_;  ///< cadre and option
    std::vector<std::size_t> next_;                            ///< by cadre: whose seat is taken
};

/// The best of all plans in short chains and cycles, in which nobody who may stay is left without a post.
std::optional<RotationWorth> best_bounded(const RotationProblem& problem, std::size_t longest) {
    for (const auto& [worth, choice] : testing::every_rotation(problem)) {
        bool is_plan = true;
        for (std::size_t option = 0; option < problem.options.size(); ++option) {
            const RotationOption& made = problem.options[option];
            const bool is_pinned = std::any_of(problem.pinned.begin(), problem.pinned.end(), [&](std::size_t pin) {
                return problem.options[pin].cadre == made.cadre && pin != option;
            });
            if (problem.stays(made) && !is_pinned && !choice[made.cadre]) is_plan = false;
        }
        if (is_plan && Splits(problem, choice, longest).exist()) return worth;
    }
    return std::nullopt;
}

TEST(BoundedRotation, IsTheBestOfAllBoundedPlans) {
    std::mt19937_64 random(91);
    std::size_t shorter = 0;
    for (int round = 0; round < 800; ++round) {
        RotationProblem problem = testing::random_rotation(random, 5, 4, false);
        std::vector<std::int32_t> holders(problem.seats.size());
        for (const RotationCandidate& cadre : problem.cadres) {
            if (cadre.present) ++holders[*cadre.present];
        }
        for (std::size_t post = 0; post < holders.size(); ++post)
            problem.seats[post] = std::max(problem.seats[post], holders[post]);
        const std::size_t longest = 1 + random() % 4;
        const BoundedRotation found = propose_bounded_rotation(problem, {.longest = longest});
        ASSERT_EQ(testing::worth(problem, found.plan.options), best_bounded(problem, longest)) << "round " << round;
        EXPECT_TRUE(found.proven);
        shorter += found.plan.options != found.unbounded.options ? 1 : 0;
        for (const RotationCircuit& circuit : found.circuits) EXPECT_LE(circuit.options.size(), longest);
    }
    EXPECT_GT(shorter, 100u);
}

/// A ring of n posts: everyone may take the next one's seat, or that of a neighbour two seats further.
RotationProblem ring(std::size_t size) {
    RotationProblem problem;
    problem.seats.assign(size, 1);
    problem.goals = {{"fit", {}}};
    for (std::size_t cadre = 0; cadre < size; ++cadre) {
        problem.cadres.push_back({.required = true, .present = cadre});
        for (const std::size_t step : {std::size_t{1}, size - 2, size - 1}) {
            problem.options.push_back({cadre, (cadre + step) % size});
            problem.goals[0].costs.push_back(static_cast<std::int64_t>((cadre * step) % 5));
        }
    }
    return problem;
}

TEST(BoundedRotation, LongRingsAreCutIntoShortCycles) {
    const BoundedRotation found = propose_bounded_rotation(ring(30), {.longest = 3});
    EXPECT_EQ(found.plan.required_placed, 30u);
    for (const RotationCircuit& circuit : found.circuits) {
        EXPECT_TRUE(circuit.is_cycle);
        EXPECT_LE(circuit.options.size(), 3u);
    }
}

TEST(BoundedRotation, EndsOnLargeGroupsWithoutAProof) {
    constexpr std::size_t size = 2000;
    std::mt19937_64 random(92);
    RotationProblem problem;
    problem.seats.assign(size, 1);
    for (std::size_t cadre = 0; cadre < size; ++cadre) {
        problem.cadres.push_back({.required = true, .present = cadre});
        for (std::size_t i = 0; i < 12; ++i)
            problem.options.push_back({cadre, (cadre + 1 + i * 160 + random() % 159) % size});
    }
    const BoundedRotationOptions options{.longest = 3, .work = 1'000'000};
    const BoundedRotation found = propose_bounded_rotation(problem, options);
    EXPECT_FALSE(found.proven);
    EXPECT_GT(found.plan.required_placed, 50u);
    EXPECT_GT(found.unbounded.required_placed, found.plan.required_placed);
    EXPECT_EQ(found.circuits, propose_bounded_rotation(problem, options).circuits);
}

TEST(BoundedRotation, OneMoveFillsASpareSeatOnly) {
    RotationProblem problem = ring(4);
    EXPECT_EQ(propose_bounded_rotation(problem, {.longest = 1}).plan.placed, 0u);
    problem.seats[0] = 2;
    const BoundedRotation found = propose_bounded_rotation(problem, {.longest = 1});
    ASSERT_EQ(found.circuits.size(), 1u);
    EXPECT_FALSE(found.circuits[0].is_cycle);
    EXPECT_THROW(propose_bounded_rotation(problem, {.longest = 0}), Error);
    EXPECT_THROW(propose_bounded_rotation(problem, {.longest = 1, .work = -1}), Error);
}

}  // namespace
}  // namespace cadre
