#include "rotation/career.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/rotation.hpp>
#include <cadre/rotation/moves.hpp>
#include <cadre/rotation/rotation_graph.hpp>
#include <cadre/rotation/rotation_plan.hpp>

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace cadre {
namespace {

using testing::add_career;
using testing::add_place;
using testing::spell;
using testing::year;
using Lines = std::vector<std::string>;

/// Three places: "a" and "b" in two sectors of the city, "c" in a district.
class MovesOf : public ::testing::Test {
protected:
    void SetUp() override {
        add_place(builder, "a", "city", "party", "", {{"locality", "Ba Đình"}});
        add_place(builder, "b", "city", "government", "", {{"locality", "Ba Đình"}});
        add_place(builder, "c", "district", "party", "", {{"locality", "Sóc Sơn"}});
    }

    /// "from to day" of each move.
    Lines found(const MoveOptions& options = {}) {
        moves = find_moves(builder.build(), options);
        Lines lines;
        for (const Move& move : moves.moves) {
            lines.push_back(moves.vertices[static_cast<std::size_t>(move.from)] + ' ' +
                            moves.vertices[static_cast<std::size_t>(move.to)] + ' ' + to_iso(move.day));
        }
        return lines;
    }

    RosterBuilder builder;
    Moves moves;
};

TEST_F(MovesOf, ConsecutiveSpellsOfDifferentUnitsAreMoves) {
    add_career(builder, {spell("b", year(2005), year(2010), {{"kind", "rotation"}}), spell("a", year(2000), year(2005)),
                         spell("b", year(2010), Ongoing{})});
    EXPECT_EQ(found(), (Lines{"a b 2005-01-01"}));
    const Move& move = moves.moves.front();
    EXPECT_EQ(move.cadre, 0);
    EXPECT_EQ(move.left, 0);
    EXPECT_EQ(move.taken, 1);
    EXPECT_EQ(moves.kinds.at(static_cast<std::size_t>(move.kind)), "rotation");
    EXPECT_EQ(moves.uncertain, 0);
}

TEST_F(MovesOf, AreTheEdgesOfTheirGraph) {
    add_career(builder, {spell("c", year(2000), year(2005)), spell("a", year(2005), year(2010)),
                         spell("b", year(2010), Ongoing{})});
    add_career(builder, {spell("c", year(2001), year(2005)), spell("a", year(2007), Ongoing{})});
    EXPECT_EQ(found(), (Lines{"a b 2010-01-01", "c a 2005-01-01", "c a 2007-01-01"}));
    const RotationGraph graph = move_graph(moves);
    for (std::int32_t edge = 0; edge < graph.edge_count(); ++edge) {
        EXPECT_EQ(graph.source(edge), moves.moves[static_cast<std::size_t>(edge)].from);
        EXPECT_EQ(graph.target(edge), moves.moves[static_cast<std::size_t>(edge)].to);
    }
}

TEST_F(MovesOf, GroupUnitsAsAsked) {
    builder.add("units",
                {{"id", "d"}, {"tier", "city"}, {"fields", ListValue{{{{"item", "land"}}, {{"item", "finance"}}}}}});
    builder.add("units", {{"id", "e"}, {"fields", ListValue{{{{"item", "finance"}}}}}});
    builder.add("posts", {{"id", "d"}, {"unit", "d"}});
    builder.add("posts", {{"id", "e"}, {"unit", "e"}});
    add_career(builder, {spell("a", year(2000), year(2005)), spell("b", year(2005), year(2010)),
                         spell("c", year(2010), Ongoing{})});
    add_career(builder, {spell("d", year(2000), year(2005)), spell("e", year(2005), Ongoing{})});
    EXPECT_EQ(found({.by = Grouping::tier}), (Lines{"city district 2010-01-01"}));
    EXPECT_EQ(moves.uncertain, 1) << "the tier of e is not known";
    EXPECT_EQ(found({.by = Grouping::sector}), (Lines{"party government 2005-01-01", "government party 2010-01-01"}));
    EXPECT_EQ(found({.by = Grouping::locality}), (Lines{"Ba Đình Sóc Sơn 2010-01-01"}));
    EXPECT_EQ(found({.by = Grouping::field}), (Lines{"finance, land finance 2005-01-01"}));
    EXPECT_EQ(found({.by = Grouping::post}).size(), 3u);
}

TEST_F(MovesOf, ASpellsOwnUnitIsBeforeThatOfItsPost) {
    add_career(builder, {spell("a", year(2000), year(2005)), spell("a", year(2005), Ongoing{}, {{"unit", "c"}})});
    EXPECT_EQ(found(), (Lines{"a c 2005-01-01"}));
}

TEST_F(MovesOf, LeaveOutSpellsByThePolicy) {
    add_career(builder, {spell("a", year(2000), Ongoing{}), spell("b", year(2003), year(2006), {{"primary", false}}),
                         spell("c", year(2008), Ongoing{}, {{"acting", true}})});
    EXPECT_EQ(found(), (Lines{"a c 2008-01-01"}));
    EXPECT_EQ(found({.spells = {.with_acting = false}}), Lines{});
    EXPECT_EQ(found({.spells = {.with_secondary = true}}), (Lines{"a b 2003-01-01", "b c 2008-01-01"}));
}

TEST_F(MovesOf, AreUncertainAroundASpellThatMayNotCount) {
    add_career(builder,
               {spell("a", year(2000), year(2003)), spell("b", year(2003), year(2006), {{"primary", Missing{}}}),
                spell("c", year(2006), Ongoing{})});
    EXPECT_EQ(found(), Lines{});
    EXPECT_EQ(moves.uncertain, 2);
    EXPECT_EQ(found({.spells = {.with_secondary = true}}).size(), 2u);
}

TEST_F(MovesOf, AreNeverGuessed) {
    add_career(builder, {spell("a", year(2000), year(2003)), spell("no such post", year(2003), year(2006)),
                         spell("b", year(2006), Ongoing{})});
    EXPECT_EQ(found(), Lines{});
    EXPECT_EQ(moves.uncertain, 2) << "to the unknown post and from it";
    add_career(builder, {spell("a", year(2000), year(2003)), spell("b", year(2003), Ongoing{})}, {}, true);
    EXPECT_EQ(found(), Lines{});
    EXPECT_EQ(moves.open_histories, 1);
    EXPECT_EQ(moves.uncertain, 4) << "others may stand before and between";
    add_career(builder, {spell("a", year(2000), year(2003)), spell("b", Missing{}, Ongoing{})});
    EXPECT_EQ(found(), Lines{});
    EXPECT_EQ(moves.uncertain, 6);
}

TEST_F(MovesOf, AReorganisationIsNoMove) {
    add_career(builder,
               {spell("a", year(2000), year(2005)), spell("b", year(2005), year(2010), {{"kind", "reorganisation"}}),
                spell("c", year(2010), Ongoing{})});
    EXPECT_EQ(found(), (Lines{"b c 2010-01-01"}));
    add_career(builder, {spell("a", year(2000), year(2005), {{"end_reason", "reorganisation"}}),
                         spell("b", year(2005), Ongoing{})});
    EXPECT_EQ(found(), (Lines{"b c 2010-01-01"}));
}

TEST_F(MovesOf, EndingBeforeTheStartIsAFindingAndLeftOutUnlessAsked) {
    add_career(builder, {spell("a", year(2000), year(2005)), spell("b", year(2005), year(2004)),
                         spell("c", year(2006), Ongoing{})});
    EXPECT_EQ(found(), (Lines{"a c 2006-01-01"}));
    ASSERT_EQ(moves.findings.size(), 1u);
    EXPECT_EQ(moves.findings[0].row, 1u);
    EXPECT_EQ(moves.findings[0].message.id, texts::rotation_spell_reversed);
    EXPECT_EQ(found({.spells = {.with_reversed = true}}).size(), 2u);
    EXPECT_EQ(moves.findings.size(), 1u);
}

TEST_F(MovesOf, KeepToTheGapAndTheWindow) {
    add_career(builder, {spell("a", year(2000), year(2005)), spell("b", Date(2005, 1, 31), year(2010)),
                         spell("c", year(2010), Ongoing{})});
    EXPECT_EQ(found({.longest_gap = 30}), (Lines{"a b 2005-01-31", "b c 2010-01-01"}));
    EXPECT_EQ(found({.longest_gap = 29}), (Lines{"b c 2010-01-01"}));
    EXPECT_THROW(found({.longest_gap = -1}), Error);
    EXPECT_THROW(found({.window = {day_number(Date(2005, 1, 2)), day_number(Date(2005, 1, 1))}}), Error);
    EXPECT_EQ(found({.window = {{}, day_number(year(2010))}}), (Lines{"a b 2005-01-31"}));
    EXPECT_EQ(found({.window = {day_number(year(2010)), {}}}), (Lines{"b c 2010-01-01"}));
}

TEST_F(MovesOf, AnUnknownEndLeavesTheGapAndTheOrderOpen) {
    add_career(builder, {spell("a", year(2000), Missing{}), spell("b", year(2005), Ongoing{})});
    EXPECT_EQ(found(), (Lines{"a b 2005-01-01"}));
    EXPECT_EQ(found({.longest_gap = 30}), Lines{});
    EXPECT_EQ(moves.uncertain, 1);
    add_career(builder, {spell("a", year(2000), year(2005)), spell("b", year(2000), Missing{})});
    EXPECT_EQ(found().size(), 1u);
    EXPECT_EQ(moves.uncertain, 1) << "which of the two came first is not known";
}

TEST_F(MovesOf, ARosterWithoutAppointmentsAreNone) {
    builder.add("cadres", {{"id", "x"}});
    EXPECT_EQ(found(), Lines{});
    EXPECT_EQ(moves.open_histories, 1);
    EXPECT_EQ(moves.vertices.size(), 3u);
}

TEST_F(MovesOf, APlanJoinWhatIsLeftToWhatIsTaken) {
    builder.add("cadres", {{"id", "x"}});
    const auto plan = [&](Value from, Value to, Value day) {
        builder.add("planned_moves", {{"cadre", "x"}, {"from", from}, {"to", to}, {"day", day}, {"kind", "transfer"}});
    };
    plan("c", "a", year(2016));
    plan("a", "b", year(2017));
    plan(None{}, "b", year(2018));
    plan("a", "b", Missing{});
    const Roster roster = builder.build();
    const Moves planned = moves_of_plan(roster, read_rotation_plan(roster), Grouping::tier);
    ASSERT_EQ(planned.moves.size(), 1u);
    EXPECT_EQ(planned.moves[0].taken, 0);
    EXPECT_EQ(planned.moves[0].left, -1);
    EXPECT_EQ(planned.kinds, (std::vector<std::string>{"transfer"}));
    EXPECT_EQ(planned.uncertain, 0) << "within one tier on any day";
    EXPECT_EQ(moves_of_plan(roster, read_rotation_plan(roster)).uncertain, 1);
}

}  // namespace
}  // namespace cadre
