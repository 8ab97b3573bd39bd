#pragma once

// Random rotation problems, and every plan of a small one.

#include <cadre/rotation/rotation_proposal.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <random>
#include <tuple>
#include <utility>
#include <vector>

namespace cadre::testing {

/// Required, settled and other candidates, posts of 0 to 2 seats, refused options, sometimes a pin; costs with ties, or
/// (`far_apart`) so far apart that each goal needs a stage of its own.
inline RotationProblem random_rotation(std::mt19937_64& random, std::size_t most_cadres, std::size_t most_posts,
                                       bool far_apart) {
    RotationProblem problem;
    const std::size_t posts = 1 + random() % most_posts;
    for (std::size_t post = 0; post < posts; ++post)
        problem.seats.push_back(static_cast<std::int32_t>(random() % 5 == 0 ? random() % 3 : 1));
    problem.goals = {{"fit", {}}, {"direction", {}}, {"change", {}}};
    problem.rules = {"age", "stay"};
    const std::size_t cadres = random() % (most_cadres + 1);
    for (std::size_t cadre = 0; cadre < cadres; ++cadre) {
        RotationCandidate made{.required = random() % 3 == 0, .present = {}};
        if (random() % 4 != 0) made.present = random() % posts;
        problem.cadres.push_back(made);
        for (std::size_t post = 0; post < posts; ++post) {
            const RotationOption option{cadre, post};
            const bool stays = problem.stays(option);
            if (stays ? made.required || random() % 8 == 0 : random() % 2 == 0) {
                if (!stays) problem.refused.push_back({option, {random() % 2}});
                if (!stays && random() % 3 == 0) problem.refused.back().rules = {0, 1};
                continue;
            }
            problem.options.push_back(option);
            for (RotationGoal& goal : problem.goals)
                goal.costs.push_back(static_cast<std::int64_t>(random() % 4) - 1 +
                                     (far_apart ? static_cast<std::int64_t>(random() % 2) << 44 : 0));
        }
    }
    if (!problem.options.empty() && random() % 4 == 0) problem.pinned.push_back(random() % problem.options.size());
    return problem;
}

/// Which option each cadre takes.
using RotationChoice = std::vector<std::optional<std::size_t>>;

/// Better plans are less: more settled placed, then more required, more in all, then the goals.
using RotationWorth = std::tuple<std::int64_t, std::int64_t, std::int64_t, std::vector<std::int64_t>>;

inline RotationWorth worth(const RotationProblem& problem, const RotationChoice& choice) {
    std::vector<bool> settled(problem.cadres.size());
    for (const RotationOption& option : problem.options) {
        if (problem.stays(option)) settled[option.cadre] = true;
    }
    for (const std::size_t pin : problem.pinned) settled[problem.options[pin].cadre] = true;
    std::int64_t counts[3] = {};
    std::vector<std::int64_t> costs(problem.goals.size());
    for (std::size_t cadre = 0; cadre < choice.size(); ++cadre) {
        if (!choice[cadre]) continue;
        --counts[settled[cadre] ? 0 : problem.cadres[cadre].required ? 1 : 2];
        for (std::size_t goal = 0; goal < costs.size(); ++goal)
            costs[goal] += problem.goals[goal].costs[*choice[cadre]];
    }
    return {counts[0], counts[1], counts[2], costs};
}

/// Every plan that keeps to seats and pins, the best first.
inline std::vector<std::pair<RotationWorth, RotationChoice>> every_rotation(const RotationProblem& problem) {
    std::vector<std::pair<RotationWorth, RotationChoice>> found;
    std::vector<std::int32_t> free = problem.seats;
    RotationChoice made(problem.cadres.size());
    const auto excluded = [&](std::size_t option) {
        for (const std::size_t pin : problem.pinned) {
            if (problem.options[pin].cadre == problem.options[option].cadre && pin != option) return true;
        }
        return false;
    };
    const std::function<void(std::size_t)> extend = [&](std::size_t cadre) {
        if (cadre == made.size()) {
            found.emplace_back(worth(problem, made), made);
            return;
        }
        extend(cadre + 1);
        for (std::size_t option = 0; option < problem.options.size(); ++option) {
            std::int32_t& seats = free[problem.options[option].post];
            if (problem.options[option].cadre != cadre || seats == 0 || excluded(option)) continue;
            --seats;
            made[cadre] = option;
            extend(cadre + 1);
            made[cadre].reset();
            ++seats;
        }
    };
    extend(0);
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace cadre::testing
