#include <cadre/error.hpp>
#include <cadre/matching/assignment.hpp>
#include <cadre/matching/certificate.hpp>

#include "matching/market.hpp"
#include "matching/primal_dual.hpp"
#include "matching/random_costs.hpp"
#include "matching/sums.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <string>
#include <vector>

namespace cadre {
namespace {

using testing::CostedCase;
using testing::Worth;
using testing::worth;

Worth best_worth(const CostedCase& of) {
    Worth best{1, 1, std::numeric_limits<std::int64_t>::max()};
    for (const Assignment& made : testing::every_assignment(of)) best = std::min(best, worth(of.terms, made));
    return best;
}

TEST(Assign, IsTheBestOfAllAssignments) {
    std::mt19937_64 random(11);
    for (int round = 0; round < 3000; ++round) {
        const CostedCase made = testing::random_case(random, 5, 12);
        const Assignment found = assign(made.graph, made.terms);
        ASSERT_TRUE(verify(made.graph, made.terms, found)) << "round " << round;
        ASSERT_EQ(worth(made.terms, found), best_worth(made)) << "round " << round;
    }
}

/// The primal-dual phases alone, which stand in for nothing but themselves.
std::int64_t cost_without_auction(const CostedCase& of) {
    const std::vector<std::int64_t> exits = exit_weights(of.graph, of.terms);
    std::int64_t cost = 0;
    for (const std::int64_t edge : PrimalDual(of.graph, of.terms, exits).solve().edges)
        cost += edge == Assignment::no_edge ? 0 : of.graph.cost(edge);
    return cost;
}

TEST(Assign, ByAuctionCostsAsMuchAsByPhasesAlone) {
    std::mt19937_64 random(12);
    for (int round = 0; round < 60; ++round) {
        const std::int32_t most_cost = round % 3 == 0 ? 5 : (round % 3 == 1 ? 1000 : 1'000'000);
        CostedCase made = testing::full_case(random, 150, 2 + round % 7, most_cost);
        if (round % 2 == 0) made.terms.right_capacities = std::vector<std::int32_t>(150, 1 + round % 3);
        const Assignment found = assign(made.graph, made.terms);
        ASSERT_TRUE(verify(made.graph, made.terms, found)) << "round " << round;
        ASSERT_EQ(found.placed, 150);
        ASSERT_EQ(found.cost, cost_without_auction(made)) << "round " << round;
    }
}

TEST(Auction, LeavesNothingToThePhasesWhereAllPlacesAreFilled) {
    std::mt19937_64 random(13);
    for (int round = 0; round < 40; ++round) {
        const CostedCase made = testing::full_case(random, 80, 5, round % 2 == 0 ? 3 : 500);
        const std::optional<PricedEdges> priced =
            hold_auctions(made.graph, made.terms, exit_weights(made.graph, made.terms));
        ASSERT_TRUE(priced.has_value());
        const BipartiteGraph& network = made.graph.graph();
        const auto price_of = [&](std::int64_t edge) {
            return made.graph.cost(edge) + priced->prices[static_cast<std::size_t>(network.right_of(edge))];
        };
        for (std::int32_t left = 0; left < network.left_count(); ++left) {
            const std::int64_t paid = price_of(priced->edges[static_cast<std::size_t>(left)]);
            for (std::int64_t edge = network.first_edge(left); edge < network.first_edge(left + 1); ++edge)
                ASSERT_LE(paid, price_of(edge)) << "round " << round;
        }
    }
}

TEST(Assign, ByAuctionsOfPartsIsAsGoodAsByPhasesAlone) {
    std::mt19937_64 random(14);
    int held = 0;
    for (int round = 0; round < 200; ++round) {
        const std::int32_t rights = testing::number(random, 60, 150);
        const std::int32_t most_cost = round % 2 == 0 ? 9 : 1000;
        const int count = round % 4 == 3 ? 2000 : 400;
        std::vector<CostedEdge> edges;
        for (int i = 0; i < count; ++i)
            edges.push_back({testing::number(random, 0, 99), testing::number(random, 0, rights - 1),
                             testing::number(random, -3, most_cost)});
        const CostedCase made{CostedGraph(100, rights, edges, ParallelEdges::merge), {}};
        const std::vector<std::int64_t> exits = exit_weights(made.graph, made.terms);
        const std::optional<PricedEdges> priced = hold_auctions(made.graph, made.terms, exits);
        ASSERT_TRUE(priced.has_value());
        Assignment sold{.edges = priced->edges, .prices = priced->prices};
        set_sums(made.graph, made.terms, sold);
        held += verify(made.graph, made.terms, sold) ? 1 : 0;
        const Assignment found = assign(made.graph, made.terms);
        ASSERT_TRUE(verify(made.graph, made.terms, found)) << "round " << round;
        ASSERT_EQ(found.cost, cost_without_auction(made)) << "round " << round;
    }
    EXPECT_EQ(held, 200) << "auctions alone give the proof";
}

TEST(Assign, EndsWhereNotEverybodyCanBePlaced) {
    // Three want two places, at equal costs: an auction would raise prices for ever.
    std::vector<CostedEdge> edges;
    for (std::int32_t left = 0; left < 3; ++left) {
        for (std::int32_t right = 0; right < 2; ++right) edges.push_back({left, right, 7});
    }
    for (std::int32_t left = 3; left < 1000; ++left) edges.push_back({left, left, left % 10});
    const CostedGraph graph(1000, 1000, edges);
    const Assignment found = assign(graph);
    EXPECT_EQ(found.placed, 999);
    EXPECT_TRUE(verify(graph, {}, found));
}

TEST(Assign, PlacesRequiredVerticesBeforeCheaperOnes) {
    const CostedGraph graph(2, 1, std::vector<CostedEdge>{{0, 0, 1}, {1, 0, 900}});
    EXPECT_EQ(assign(graph).edges, (std::vector<std::int64_t>{0, Assignment::no_edge}));
    const Assignment found = assign(graph, {.required = {false, true}});
    EXPECT_EQ(found.edges, (std::vector<std::int64_t>{Assignment::no_edge, 1}));
    EXPECT_EQ(found.required_placed, 1);
    EXPECT_EQ(found.cost, 900);
}

TEST(Assign, LeavesOutWhoCostsMoreThanTheExit) {
    const CostedGraph graph(2, 2, std::vector<CostedEdge>{{0, 0, 5}, {1, 1, 9}});
    const Assignment found = assign(graph, {.exit_costs = {6, 6}});
    EXPECT_EQ(found.edges, (std::vector<std::int64_t>{0, Assignment::no_edge}));
    EXPECT_EQ(found.cost, 11);
}

TEST(Assign, MayBeOfNothing) {
    const Assignment found = assign(CostedGraph(0, 3, {}));
    EXPECT_TRUE(found.edges.empty());
    EXPECT_EQ(found.prices, (std::vector<std::int64_t>{0, 0, 0}));
    EXPECT_EQ(assign(CostedGraph(2, 0, {})).placed, 0);
}

TEST(Assign, RefusesCostsThatWouldOverflow) {
    const auto refusal = [](std::int64_t cost, const AssignmentTerms& terms) {
        try {
            assign(CostedGraph(2, 2, std::vector<CostedEdge>{{0, 0, cost}, {1, 1, 0}}), terms);
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::limit_exceeded);
            return std::string(error.what());
        }
        return std::string("accepted");
    };
    constexpr std::int64_t limit = ((std::int64_t{1} << 61) - 1) / 25;
    EXPECT_EQ(refusal(limit, {}), "accepted");
    EXPECT_EQ(refusal(limit, {.required = {true, true}}), "accepted");
    EXPECT_EQ(refusal(limit + 1, {}),
              "the costs are too great to be summed exactly: with 2 left "
              "vertices, each cost and the difference of any "
              "two may be 92233720368547758 at most");
    EXPECT_NE(refusal(std::numeric_limits<std::int64_t>::min(), {}), "accepted");
    EXPECT_NE(refusal(std::numeric_limits<std::int64_t>::max(), {}), "accepted");
    EXPECT_NE(refusal(limit, {.exit_costs = {-1, 0}}), "accepted");
}

TEST(Assign, IsExactAtTheGreatestCosts) {
    constexpr std::int64_t limit = ((std::int64_t{1} << 61) - 1) / 36;
    const CostedGraph graph(
        3, 3, std::vector<CostedEdge>{{0, 0, 0}, {0, 1, limit}, {1, 0, 1}, {1, 1, limit - 1}, {2, 1, limit}});
    for (const std::vector<bool>& required :
         {std::vector<bool>{}, std::vector<bool>{false, false, true}, std::vector<bool>{true, true, false}}) {
        const CostedCase made{graph, {.required = required}};
        const Assignment found = assign(graph, made.terms);
        EXPECT_TRUE(verify(graph, made.terms, found));
        EXPECT_EQ(worth(made.terms, found), best_worth(made));
    }
}

TEST(Assign, RefusesTermsOfAnotherLengthAndNegativeCapacities) {
    const CostedGraph graph(2, 1, std::vector<CostedEdge>{{0, 0, 1}});
    for (const AssignmentTerms& terms :
         {AssignmentTerms{.right_capacities = {1, 1}}, AssignmentTerms{.right_capacities = {-1}},
          AssignmentTerms{.required = {true}}, AssignmentTerms{.exit_costs = {1, 2, 3}}}) {
        EXPECT_THROW(assign(graph, terms), Error);
    }
}

}  // namespace
}  // namespace cadre
