#include <cadre/error.hpp>
#include <cadre/matching/regret.hpp>

#include "matching/changed_wish.hpp"
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

/// Cost and counts of the best assignment with the wish, solved anew, are those that the regret tells.
void expect_same_as_solved(const CostedGraph& graph, const Assignment& best, const Regret& regret,
                           const testing::ChangedWish& wish) {
    const Assignment solved = assign(wish.graph, wish.terms);
    ASSERT_EQ(best.placed - regret.placed_lost, solved.placed);
    ASSERT_EQ(best.cost + regret.cost, solved.cost);
    std::vector<bool> is_taken(static_cast<std::size_t>(graph.graph().right_count()));
    std::int64_t cost = 0;
    for (const std::int64_t edge : moved(best, regret).edges) {
        if (edge == Assignment::no_edge) continue;
        const auto right = static_cast<std::size_t>(graph.graph().right_of(edge));
        ASSERT_FALSE(is_taken[right]);
        is_taken[right] = true;
        cost += graph.cost(edge);
    }
    ASSERT_EQ(cost, solved.cost);
}

TEST(Regrets, AreThoseOfSolvingAgain) {
    std::mt19937_64 random(32);
    for (int round = 0; round < 60; ++round) {
        const std::int32_t most_cost = round % 2 == 0 ? 5 : 1000;
        CostedGraph graph = testing::full_case(random, 120, 4, most_cost).graph;
        if (round % 3 == 0)
            graph = testing::filtered(
                graph, [&](std::int32_t, std::int64_t edge) { return graph.graph().right_of(edge) < 100; });
        const AssignmentTerms terms;
        const Assignment best = assign(graph);
        Regrets regrets(graph, terms, best);
        for (int question = 0; question < 10; ++question) {
            const auto edge =
                static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(graph.graph().edge_count()));
            ASSERT_NO_FATAL_FAILURE(
                expect_same_as_solved(graph, best, *regrets.forcing(edge), testing::forced(graph, edge)));
            const std::int32_t left = graph.graph().left_of(edge);
            const std::int64_t own = best.edges[static_cast<std::size_t>(left)];
            if (own == Assignment::no_edge) continue;
            ASSERT_NO_FATAL_FAILURE(
                expect_same_as_solved(graph, best, *regrets.forbidding(left), testing::forbidden(graph, own)));
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
