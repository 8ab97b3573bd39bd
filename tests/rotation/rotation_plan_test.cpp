#include <cadre/error.hpp>
#include <cadre/messages/texts/rotation.hpp>
#include <cadre/roster/roster_builder.hpp>
#include <cadre/rotation/rotation_plan.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

class TwoPosts : public RosterBuilder {
public:
    TwoPosts() {
        add("posts", {{"id", "north"}});
        add("posts", {{"id", "south"}});
        add("cadres", {{"id", "a"}});
        add("cadres", {{"id", "b"}});
    }
};

TEST(RotationPlan, ReadsMovesInTheirOrder) {
    TwoPosts builder;
    builder.add("planned_moves", {{"cadre", "b"},
                                  {"from", "north"},
                                  {"to", "south"},
                                  {"day", Date(2016, 1, 1)},
                                  {"kind", "rotation"},
                                  {"published", true}});
    builder.add("planned_moves", {{"cadre", "a"}, {"from", None{}}, {"to", "north"}, {"day", Date(2016, 1, 1)}});
    const RotationPlan plan = read_rotation_plan(builder.build());
    ASSERT_EQ(plan.moves.size(), 2u);
    EXPECT_EQ(plan.moves[0].person, 1u);
    EXPECT_EQ(plan.moves[0].to, 1u);
    EXPECT_EQ(plan.moves[0].kind, "rotation");
    EXPECT_TRUE(plan.moves[0].published);
    EXPECT_TRUE(plan.moves[1].enters);
    EXPECT_FALSE(plan.moves[1].leaves);
    EXPECT_TRUE(plan.findings.empty());
}

TEST(RotationPlan, FindsRowsThatCannotBeRight) {
    TwoPosts builder;
    const Date day(2016, 1, 1);
    builder.add("planned_moves", {{"cadre", "a"}, {"from", "north"}, {"to", "north"}, {"day", day}});
    builder.add("planned_moves", {{"cadre", "a"}, {"from", None{}}, {"to", None{}}, {"day", day}});
    builder.add("planned_moves", {{"from", "north"}});
    const RotationPlan plan = read_rotation_plan(builder.build());
    std::vector<std::pair<std::size_t, MessageId>> found;
    for (const PlanFinding& finding : plan.findings) found.emplace_back(finding.row, finding.message.id);
    const std::vector<std::pair<std::size_t, MessageId>> expected{
        {0, texts::rotation_move_to_itself},    {1, texts::rotation_move_of_nothing},
        {1, texts::rotation_two_moves_a_day},   {2, texts::rotation_move_without_cadre},
        {2, texts::rotation_move_without_post}, {2, texts::rotation_move_without_day}};
    EXPECT_EQ(found, expected);
}

TEST(RotationPlan, RefusesARosterWithoutPlannedMoves) {
    EXPECT_THROW(read_rotation_plan(TwoPosts().build()), Error);
}

}  // namespace
}  // namespace cadre
