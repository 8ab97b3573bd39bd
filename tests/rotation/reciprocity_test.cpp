#include "rotation/random_moves.hpp"

#include <cadre/rotation/reciprocity.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <utility>

namespace cadre {
namespace {

TEST(Reciprocity, SetsOneMoveBackAgainstOneMoveThere) {
    const std::vector<RotationEdge> edges{{0, 1}, {0, 1}, {0, 1}, {1, 0}, {1, 2}, {2, 2}};
    const Reciprocity found = reciprocity(RotationGraph(3, edges));
    EXPECT_EQ(found.pairs, (Share{2, 3}));
    EXPECT_EQ(found.moves, (Share{2, 5}));
}

TEST(Reciprocity, CountsAsATableOfPairsDoes) {
    std::mt19937_64 random(1);
    for (int round = 0; round < 200; ++round) {
        const RotationGraph graph(6, testing::random_edges(random, 6, random() % 30 + 1));
        std::map<std::pair<std::int32_t, std::int32_t>, std::int64_t> counts;
        for (std::int32_t edge = 0; edge < graph.edge_count(); ++edge) {
            if (graph.source(edge) != graph.target(edge)) ++counts[{graph.source(edge), graph.target(edge)}];
        }
        Share pairs{0, 0};
        Share moves{0, 0};
        for (const auto& [pair, there] : counts) {
            const auto back = counts.find({pair.second, pair.first});
            pairs.numerator += back != counts.end() ? 1 : 0;
            moves.numerator += back != counts.end() ? std::min(there, back->second) : 0;
            ++pairs.denominator;
            moves.denominator += there;
        }
        const Reciprocity found = reciprocity(graph);
        ASSERT_EQ(found.pairs.has_value(), pairs.denominator > 0);
        if (!found.pairs) continue;
        EXPECT_EQ(*found.pairs, pairs);
        EXPECT_EQ(*found.moves, moves);
    }
}

TEST(Reciprocity, OfNoMoveIsNotKnown) {
    EXPECT_FALSE(reciprocity(RotationGraph(3, {})).pairs);
    EXPECT_FALSE(reciprocity(RotationGraph(3, {})).moves);
}

}  // namespace
}  // namespace cadre
