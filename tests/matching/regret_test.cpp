#include <cadre/error.hpp>
#include <cadre/matching/regret.hpp>

#include "matching/random_costs.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <optional>
#include <random>
#include <vector>

namespace cadre {
namespace {

using testing::CostedCase;
using testing::Worth;
using testing::worth;

std::optional<Worth> best_where(const std::vector<Assignment>& all, const AssignmentTerms& terms,
                                const std::function<bool(const Assignment&)>& holds) {
    std::optional<Worth> best;
    for (const Assignment& made : all) {
        if (holds(made) && (!best || worth(terms, made) < *best)) best = worth(terms, made);
    }
    return best;
}

/// The best assignment with the moves made.
Assignment moved(const Assignment& best, const Regret& regret) {
    Assignment made{.edges = best.edges};
    for (const Reassignment& move : regret.moves) made.edges[static_cast<std::size_t>(move.left)] = move.edge;
    return made;
}

/// The regret's sums lead from the best to the other worth, and its moves to an assignment of that worth.
void expect_regret(const CostedCase& of, const std::vector<Assignment>& all, const Assignment& best,
                   const std::optional<Regret>& regret, const std::optional<Worth>& other) {
    ASSERT_EQ(regret.has_value(), other.has_value());
    if (!regret) return;
    Assignment changed = best;
    changed.required_placed -= regret->required_lost;
    changed.placed -= regret->placed_lost;
    changed.cost += regret->cost;
    ASSERT_EQ(worth(of.terms, changed), *other);
    const Assignment made = moved(best, *regret);
    const auto is_made = [&made](const Assignment& any) { return any.edges == made.edges; };
    const auto found = std::find_if(all.begin(), all.end(), is_made);
    ASSERT_NE(found, all.end());
    ASSERT_EQ(worth(of.terms, *found), *other);
}

TEST(Regrets, AreThoseOfTheBestAssignmentWithTheWish) {
    std::mt19937_64 random(31);
    for (int round = 0; round < 1200; ++round) {
        const CostedCase made = testing::random_case(random, 5, 12);
        const BipartiteGraph& network = made.graph.graph();
        const Assignment best = assign(made.graph, made.terms);
        const std::vector<Assignment> all = testing::every_assignment(made);
        Regrets regrets(made.graph, made.terms, best);
        for (std::int32_t left = 0; left < network.left_count(); ++left) {
            const auto at = static_cast<std::size_t>(left);
            for (std::int64_t edge = network.first_edge(left); edge < network.first_edge(left + 1); ++edge) {
                const auto has_it = [&](const Assignment& any) { return any.edges[at] == edge; };
                ASSERT_NO_FATAL_FAILURE(
                    expect_regret(made, all, best, regrets.forcing(edge), best_where(all, made.terms, has_it)))
                    << "round " << round;
            }
            const std::int64_t own = best.edges[at];
            if (own == Assignment::no_edge) {
                ASSERT_EQ(regrets.forbidding(left), std::nullopt);
                continue;
            }
            const auto has_another = [&](const Assignment& any) { return any.edges[at] != own; };
            ASSERT_NO_FATAL_FAILURE(
                expect_regret(made, all, best, regrets.forbidding(left), best_where(all, made.terms, has_another)))
                << "round " << round;
        }
    }
}

TEST(Regrets, SayWhoMoves) {
    const CostedGraph graph(2, 2, std::vector<CostedEdge>{{0, 0, 1}, {0, 1, 5}, {1, 0, 2}, {1, 1, 9}});
    const Assignment best = assign(graph);
    ASSERT_EQ(best.edges, (std::vector<std::int64_t>{1, 2}));
    const AssignmentTerms terms;
    Regrets regrets(graph, terms, best);
    const Regret expected{.cost = 3, .moves = {{0, 0}, {1, 3}}};
    EXPECT_EQ(regrets.forcing(0), expected);
    EXPECT_EQ(regrets.forbidding(0), expected);
    EXPECT_EQ(regrets.forcing(1), Regret{});
}

TEST(Regrets, RefuseUnprovedAssignmentsAndUnknownNumbers) {
    const CostedGraph graph(1, 1, std::vector<CostedEdge>{{0, 0, 1}});
    const AssignmentTerms terms;
    Assignment best = assign(graph);
    Regrets regrets(graph, terms, best);
    EXPECT_THROW(regrets.forcing(1), Error);
    EXPECT_THROW(regrets.forbidding(-1), Error);
    best.edges[0] = Assignment::no_edge;
    EXPECT_THROW(Regrets(graph, terms, best), Error);
}

}  // namespace
}  // namespace cadre
