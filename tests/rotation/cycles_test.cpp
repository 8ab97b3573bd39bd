#include "rotation/random_moves.hpp"

#include <cadre/error.hpp>
#include <cadre/rotation/cycles.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace cadre {
namespace {

using Found = std::vector<std::vector<std::int32_t>>;

/// Every way of at most `length` vertices above its start, followed to its end.
void extend(const RotationGraph& graph, std::vector<std::int32_t>& path, std::size_t length,
            std::set<std::vector<std::int32_t>>& found) {
    for (const std::int32_t target : graph.targets(path.back())) {
        if (target == path.front()) found.insert(path);
        const bool is_new = std::find(path.begin(), path.end(), target) == path.end();
        if (target < path.front() || !is_new || path.size() == length) continue;
        path.push_back(target);
        extend(graph, path, length, found);
        path.pop_back();
    }
}

Found brute_force(const RotationGraph& graph, std::size_t length) {
    Found all;
    for (std::int32_t start = 0; start < graph.vertex_count(); ++start) {
        std::set<std::vector<std::int32_t>> found;
        std::vector<std::int32_t> path{start};
        extend(graph, path, length, found);
        all.insert(all.end(), found.begin(), found.end());
    }
    std::sort(all.begin(), all.end());
    return all;
}

TEST(Cycles, AreThoseThatTryingEveryWayFinds) {
    std::mt19937_64 random(1);
    for (int round = 0; round < 1500; ++round) {
        const auto count = static_cast<std::int32_t>(random() % 9 + 1);
        const RotationGraph graph(count, testing::random_edges(random, count, random() % 30));
        const auto length = static_cast<std::int32_t>(random() % 9 + 1);
        Cycles found = find_cycles(graph, {.length = length});
        std::sort(found.cycles.begin(), found.cycles.end());
        ASSERT_EQ(found.cycles, brute_force(graph, static_cast<std::size_t>(length)));
        EXPECT_TRUE(found.is_complete);
    }
}

TEST(Cycles, StopAtTheirLimit) {
    std::vector<RotationEdge> edges;
    for (std::int32_t from = 0; from < 40; ++from) {
        for (std::int32_t to = 0; to < 40; ++to) edges.push_back({from, to});
    }
    const RotationGraph graph(40, edges);
    const Cycles some = find_cycles(graph, {.length = 40, .cycles = 10});
    EXPECT_EQ(some.cycles.size(), 10u);
    EXPECT_FALSE(some.is_complete);
    EXPECT_TRUE(find_cycles(graph, {.length = 2, .cycles = 40 + 780}).is_complete);
    EXPECT_FALSE(find_cycles(graph, {.length = 2, .cycles = 40 + 779}).is_complete);
}

TEST(Cycles, EndWhereThereIsNoneThoughWaysAreMany) {
    std::vector<RotationEdge> edges;
    for (std::int32_t from = 0; from < 60; ++from) {
        for (std::int32_t to = from + 1; to < 60; ++to) edges.push_back({from, to});
    }
    EXPECT_TRUE(find_cycles(RotationGraph(60, edges), {.length = 60}).cycles.empty());
}

TEST(Cycles, NeedALengthOfOneOrMore) {
    EXPECT_THROW(find_cycles(RotationGraph(), {.length = 0}), Error);
    const std::vector<RotationEdge> loop{{1, 1}, {0, 1}};
    EXPECT_EQ(find_cycles(RotationGraph(2, loop), {.length = 1}).cycles, (Found{{1}}));
}

}  // namespace
}  // namespace cadre
