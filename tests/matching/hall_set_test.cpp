#include <cadre/error.hpp>
#include <cadre/matching/hall_set.hpp>

#include "matching/random_graph.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <vector>

namespace cadre {
namespace {

using testing::random_graph;
using testing::RandomGraph;

bool contains(const std::vector<std::int32_t>& sorted, std::int32_t vertex) {
    return std::binary_search(sorted.begin(), sorted.end(), vertex);
}

std::int32_t count(const RandomGraph& of, Side side) {
    return side == Side::left ? of.left_count : of.right_count;
}

/// How much of their capacity these vertices can use at best, counted edge by edge: the bound that each vertex of the
/// other side gives is its capacity or the number of its edges to them.
std::int64_t shortage(const RandomGraph& of, Side side, const std::vector<std::int32_t>& members) {
    const Side other = side == Side::left ? Side::right : Side::left;
    std::int64_t open = 0;
    for (const std::int32_t member : members) open += of.capacities.of(side, member);
    for (std::int32_t vertex = 0; vertex < count(of, other); ++vertex) {
        std::int64_t edges = 0;
        for (const BipartiteEdge& edge : of.edges) {
            const auto [mine, theirs] =
                side == Side::left ? std::pair{edge.left, edge.right} : std::pair{edge.right, edge.left};
            edges += theirs == vertex && contains(members, mine) ? 1 : 0;
        }
        open -= std::min<std::int64_t>(edges, of.capacities.of(other, vertex));
    }
    return open;
}

TEST(HallSets, AreShortByExactlyWhatTheMatchingLacks) {
    std::mt19937_64 random(4);
    for (int round = 0; round < 1500; ++round) {
        const RandomGraph made = random_graph(random, 8, 24);
        const BipartiteGraph graph = made.graph();
        const Matching matching = maximum_matching(graph, made.capacities);
        const HallSets sets(graph, made.capacities, matching);
        for (const Side side : {Side::left, Side::right}) {
            std::int64_t demand = 0;
            for (std::int32_t i = 0; i < count(made, side); ++i) demand += made.capacities.of(side, i);
            const HallSet all = sets.all(side);
            ASSERT_EQ(all.short_by(), demand - matching.size()) << "round " << round;
            ASSERT_EQ(all.short_by(), shortage(made, side, all.members)) << "round " << round;
        }
    }
}

TEST(HallSets, OfOneVertexAreDeficientAndPartOfTheUnion) {
    std::mt19937_64 random(5);
    for (int round = 0; round < 1500; ++round) {
        const RandomGraph made = random_graph(random, 8, 24);
        const BipartiteGraph graph = made.graph();
        const Matching matching = maximum_matching(graph, made.capacities);
        const HallSets sets(graph, made.capacities, matching);
        for (const Side side : {Side::left, Side::right}) {
            const HallSet all = sets.all(side);
            std::set<std::int32_t> seen;
            for (std::int32_t vertex = 0; vertex < count(made, side); ++vertex) {
                const auto& loads = side == Side::left ? matching.left_loads : matching.right_loads;
                const std::optional<HallSet> found = sets.of(side, vertex);
                const bool is_short = loads[static_cast<std::size_t>(vertex)] < made.capacities.of(side, vertex);
                ASSERT_EQ(found.has_value(), is_short);
                if (!found) continue;
                ASSERT_TRUE(contains(found->members, vertex));
                ASSERT_GT(found->short_by(), 0);
                ASSERT_EQ(found->short_by(), shortage(made, side, found->members));
                seen.insert(found->members.begin(), found->members.end());
            }
            ASSERT_EQ(std::vector<std::int32_t>(seen.begin(), seen.end()), all.members) << "round " << round;
        }
    }
}

TEST(HallSets, HaveNoDeficientPartWhereMembersNeedOneEach) {
    std::mt19937_64 random(6);
    int tried = 0;
    for (int round = 0; round < 800; ++round) {
        RandomGraph made = random_graph(random, 8, 24);
        made.capacities.left.clear();
        const BipartiteGraph graph = made.graph();
        const HallSets sets(graph, made.capacities, maximum_matching(graph, made.capacities));
        for (std::int32_t vertex = 0; vertex < made.left_count; ++vertex) {
            const std::optional<HallSet> found = sets.of(Side::left, vertex);
            if (!found) continue;
            EXPECT_EQ(found->beside, 0);
            EXPECT_EQ(found->short_by(), 1);
            for (std::uint32_t part = 1; part + 1 < (1U << found->members.size()); ++part) {
                std::vector<std::int32_t> members;
                for (std::size_t i = 0; i < found->members.size(); ++i) {
                    if ((part >> i & 1U) != 0) members.push_back(found->members[i]);
                }
                ASSERT_LE(shortage(made, Side::left, members), 0) << "round " << round;
                ++tried;
            }
        }
    }
    EXPECT_GT(tried, 1000);
}

TEST(HallSets, SayWhoCompetesForWhat) {
    // Three cadres for the two posts 0 and 1; a fourth cadre has post 2 to himself; nobody can take post 3.
    const BipartiteGraph graph(4, 4, std::vector<BipartiteEdge>{{0, 0}, {0, 1}, {1, 0}, {1, 1}, {2, 1}, {3, 2}});
    const HallSets sets(graph, {}, maximum_matching(graph));
    const HallSet cadres = sets.all(Side::left);
    EXPECT_EQ(cadres.members, (std::vector<std::int32_t>{0, 1, 2}));
    EXPECT_EQ(cadres.choices, (std::vector<std::int32_t>{0, 1}));
    EXPECT_EQ(cadres.demand, 3);
    EXPECT_EQ(cadres.places, 2);
    EXPECT_EQ(sets.of(Side::left, 3), std::nullopt);
    const HallSet posts = sets.all(Side::right);
    EXPECT_EQ(posts.members, (std::vector<std::int32_t>{3}));
    EXPECT_TRUE(posts.choices.empty());
}

TEST(HallSets, RefuseWhatIsNoMaximumMatchingOfTheGraph) {
    const BipartiteGraph graph(2, 2, std::vector<BipartiteEdge>{{0, 0}, {0, 1}, {1, 0}});
    const auto refused = [&graph](const std::vector<std::int64_t>& edges) {
        try {
            const HallSets sets(graph, {}, Matching{edges, {}, {}});
        } catch (const Error& error) {
            return std::string(error.what());
        }
        return std::string("accepted");
    };
    const std::string foreign = "the matching does not belong to this graph with these capacities";
    EXPECT_EQ(refused({1, 2}), "accepted");
    EXPECT_EQ(refused({0}), "the matching is not a maximum one: give what maximum_matching returns");
    EXPECT_EQ(refused({0, 1}), foreign);
    EXPECT_EQ(refused({1, 3}), foreign);
    EXPECT_EQ(refused({-1}), foreign);
    EXPECT_EQ(refused({1, 1}), foreign);
    EXPECT_THROW(HallSets(graph, {}, maximum_matching(graph)).of(Side::left, 2), Error);
}

}  // namespace
}  // namespace cadre
