#include <cadre/matching/certificate.hpp>

#include "matching/random_costs.hpp"
#include "matching/sums.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace cadre {
namespace {

using testing::CostedCase;
using testing::worth;

TEST(Verify, RejectsEveryChangedPlanUnlessItIsAsGood) {
    std::mt19937_64 random(21);
    int rejected = 0;
    int as_good = 0;
    for (int round = 0; round < 400; ++round) {
        const CostedCase made = testing::random_case(random, 8, 30);
        const BipartiteGraph& network = made.graph.graph();
        const Assignment best = assign(made.graph, made.terms);
        if (network.left_count() == 0 || network.edge_count() == 0) continue;
        for (int change = 0; change < 20; ++change) {
            Assignment changed = best;
            const auto left = static_cast<std::size_t>(testing::number(random, 0, network.left_count() - 1));
            const auto other = static_cast<std::size_t>(testing::number(random, 0, network.left_count() - 1));
            if (random() % 2 == 0) std::swap(changed.edges[left], changed.edges[other]);
            changed.edges[left] = testing::number(random, -2, static_cast<std::int32_t>(network.edge_count()));
            const bool is_known = changed.edges[left] >= -1 && changed.edges[left] < network.edge_count();
            if (is_known) set_sums(made.graph, made.terms, changed);
            if (verify(made.graph, made.terms, changed)) {
                ASSERT_EQ(worth(made.terms, changed), worth(made.terms, best));
                ++as_good;
            } else {
                ASSERT_NE(changed, best);
                ++rejected;
            }
        }
    }
    EXPECT_GT(rejected, 3000);
    EXPECT_GT(as_good, 300);
}

TEST(Verify, NeverAcceptsAWorsePlanWhateverThePrices) {
    std::mt19937_64 random(22);
    for (int round = 0; round < 3000; ++round) {
        const CostedCase made = testing::random_case(random, 4, 8);
        const Assignment best = assign(made.graph, made.terms);
        Assignment changed = best;
        for (std::int64_t& price : changed.prices) price = testing::number(random, -1, 4);
        const std::vector<Assignment> all = testing::every_assignment(made);
        const std::vector<std::int64_t> prices = changed.prices;
        changed = all[random() % all.size()];
        changed.prices = prices;
        if (verify(made.graph, made.terms, changed)) {
            ASSERT_EQ(worth(made.terms, changed), worth(made.terms, best));
        }
    }
}

class VerifyOfTwo : public ::testing::Test {
protected:
    bool accepts(const Assignment& assignment) const { return verify(graph, {}, assignment); }

    CostedGraph graph{2, 3, std::vector<CostedEdge>{{0, 0, 1}, {0, 1, 5}, {1, 0, 2}, {1, 1, 9}}};
    Assignment best = assign(graph);
};

TEST_F(VerifyOfTwo, RejectsWrongSums) {
    EXPECT_TRUE(accepts(best));
    for (std::int64_t Assignment::*sum : {&Assignment::cost}) {
        Assignment changed = best;
        ++(changed.*sum);
        EXPECT_FALSE(accepts(changed));
    }
    for (std::int32_t Assignment::*sum : {&Assignment::placed, &Assignment::required_placed}) {
        Assignment changed = best;
        ++(changed.*sum);
        EXPECT_FALSE(accepts(changed));
    }
}

TEST_F(VerifyOfTwo, RejectsListsOfAnotherLengthAndImpossiblePrices) {
    Assignment changed = best;
    changed.edges.push_back(Assignment::no_edge);
    EXPECT_FALSE(accepts(changed));
    changed = best;
    changed.prices.pop_back();
    EXPECT_FALSE(accepts(changed));
    changed = best;
    changed.prices[2] = 1;
    EXPECT_FALSE(accepts(changed)) << "a place that nobody has must be free";
    for (const std::int64_t price : {std::int64_t{-1}, std::numeric_limits<std::int64_t>::max()}) {
        changed = best;
        changed.prices[0] = price;
        EXPECT_FALSE(accepts(changed));
    }
}

}  // namespace
}  // namespace cadre
