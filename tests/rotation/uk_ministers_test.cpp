#include "rotation/uk_ministers.hpp"

#include <cadre/rotation/components.hpp>
#include <cadre/rotation/moves.hpp>
#include <cadre/rotation/rotation_graph.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <utility>

namespace cadre {
namespace {

class UkMinisters : public ::testing::Test {
protected:
    void SetUp() override {
        const auto folder = testing::uk_ministers_folder();
        if (!std::filesystem::exists(folder)) GTEST_SKIP() << "skipped: no real data at " << folder;
    }
};

TEST_F(UkMinisters, MoveAmongSixtyNineOrganisations) {
    const Roster roster = testing::uk_ministers();
    for (const bool with_reversed : {false, true}) {
        const Moves moves = find_moves(roster, {.spells = {.with_secondary = true, .with_reversed = with_reversed}});
        EXPECT_EQ(moves.vertices.size(), 69u);
        EXPECT_EQ(moves.moves.size(), 1990u);
        EXPECT_EQ(moves.uncertain, 0);
        EXPECT_EQ(moves.findings.size(), 2u);
        std::set<std::pair<std::int32_t, std::int32_t>> pairs;
        for (const Move& move : moves.moves) pairs.emplace(move.from, move.to);
        EXPECT_EQ(pairs.size(), 934u);
        std::size_t largest = 0;
        for (const auto& members : strong_components(move_graph(moves)).members()) {
            largest = std::max(largest, members.size());
        }
        EXPECT_EQ(largest, 67u);
    }
}

}  // namespace
}  // namespace cadre
