#include <cadre/rotation/occupancy.hpp>

#include "rotation/move_world.hpp"

#include <cadre/error.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

using testing::first_plan_day;
using testing::MoveWorld;

const Date before(2015, 1, 1);

/// Posts "north" and "south" of one seat, held by the cadres 0 and 1.
class TwoHolders : public RosterBuilder {
public:
    TwoHolders() {
        for (const char* post : {"north", "south"}) {
            add("posts", {{"id", post}, {"seats", 1}});
            add_cadre(post, {{{{"post", post}, {"from", before}, {"to", Ongoing{}}}}});
        }
    }
    void add_cadre(const std::string& id, const ListValue& spells) {
        add("cadres", {{"id", id}, {"appointments", spells}});
    }
};

RotationMove move_of(std::size_t person, std::size_t from, std::size_t to, DayNumber day) {
    RotationMove move;
    move.person = person;
    move.from = from;
    move.to = to;
    move.day = day;
    return move;
}

SeatSpan span_on(const Occupancy& occupancy, std::size_t post, DayNumber day) {
    for (const SeatSpan& span : occupancy.spans) {
        if (span.post == post && span.from <= day && day < span.to) return span;
    }
    return {post, day, day, 0, 0};
}

TEST(Occupancy, TwoPeopleSwapPostsOnOneDay) {
    const RotationPlan plan{{move_of(0, 0, 1, first_plan_day), move_of(1, 1, 0, first_plan_day)}, {}};
    const Occupancy occupancy = occupancy_of(TwoHolders().build(), plan);
    EXPECT_EQ(occupancy.before, first_plan_day - 1);
    EXPECT_EQ(occupancy.last, first_plan_day);
    const std::vector<SeatSpan> expected{{0, first_plan_day - 1, DayBounds::never, 1, 1},
                                         {1, first_plan_day - 1, DayBounds::never, 1, 1}};
    EXPECT_EQ(occupancy.spans, expected);
    const std::vector<std::size_t> then = occupancy.holders(0, first_plan_day);
    ASSERT_EQ(then.size(), 1u);
    EXPECT_EQ(occupancy.holdings[then[0]].person, 1u);
    EXPECT_EQ(occupancy.holdings[then[0]].taken_by, 1u);
    EXPECT_EQ(occupancy.holdings[occupancy.holders(0, first_plan_day - 1).at(0)].left_by, 0u);
    EXPECT_EQ(occupancy.unlisted, 0);
}

TEST(Occupancy, AMoveWithoutADayLeavesBothPostsOpen) {
    RotationMove move = move_of(0, 0, 1, first_plan_day);
    move.day.reset();
    const Occupancy occupancy = occupancy_of(TwoHolders().build(), {{move}, {}});
    for (const std::size_t post : {0u, 1u}) {
        const SeatSpan span = span_on(occupancy, post, first_plan_day);
        EXPECT_EQ(span.least, static_cast<std::int64_t>(post));
        EXPECT_EQ(span.most, static_cast<std::int64_t>(post) + 1);
    }
}

TEST(Occupancy, CountsThoseWhoseAppointmentsAreNotKnown) {
    TwoHolders builder;
    builder.add_cadre("open", {{}, true});
    builder.add("cadres", {{"id", "missing"}});
    builder.add_cadre("nameless", {{{{"from", before}, {"to", Ongoing{}}}}});
    builder.add_cadre("over", {{{{"from", before}, {"to", Date(2015, 6, 1)}}}});
    EXPECT_EQ(occupancy_of(builder.build(), {{move_of(0, 0, 1, first_plan_day)}, {}}).unlisted, 3);
}

TEST(Occupancy, OfAnEmptyPlanIsThatOfTheSnapshot) {
    TwoHolders builder;
    builder.set_snapshot(first_plan_day);
    const Occupancy occupancy = occupancy_of(builder.build(), {});
    EXPECT_EQ(occupancy.last, first_plan_day);
    EXPECT_EQ(span_on(occupancy, 1, first_plan_day).least, 1);
}

TEST(Occupancy, RefusesRowsAndDaysThatAreNot) {
    const Roster roster = TwoHolders().build();
    EXPECT_THROW(occupancy_of(roster, {{move_of(2, 0, 1, first_plan_day)}, {}}), Error);
    EXPECT_THROW(occupancy_of(roster, {{move_of(0, 0, 2, first_plan_day)}, {}}), Error);
    EXPECT_THROW(occupancy_of(roster, {{move_of(0, 0, 1, last_day + 1)}, {}}), Error);
}

/// Compares with a simulation day by day; `exact` where nothing is hidden.
void compare(const MoveWorld& world, bool exact) {
    const Occupancy occupancy = occupancy_of(world.roster(), world.plan());
    for (std::size_t post = 0; post < world.posts(); ++post) {
        for (DayNumber day = occupancy.before; day <= occupancy.last; ++day) {
            const auto really = static_cast<std::int64_t>(world.holders(post, day).size());
            const SeatSpan span = span_on(occupancy, post, day);
            ASSERT_LE(span.least, really);
            ASSERT_LE(really, span.most + occupancy.unlisted);
            if (exact) {
                ASSERT_EQ(span.least, span.most);
            }
        }
    }
}

TEST(Occupancy, IsWhatASimulationDayByDayFinds) {
    std::mt19937 random(1);
    for (int trial = 0; trial < 400; ++trial) {
        MoveWorld world(random, false);
        world.add_moves(1 + static_cast<std::size_t>(trial % 6));
        compare(world, true);
        if (HasFatalFailure()) FAIL() << "trial " << trial;
    }
}

TEST(Occupancy, HoldsHoweverMissingDataIsFilled) {
    std::mt19937 random(2);
    for (int trial = 0; trial < 2000; ++trial) {
        MoveWorld world(random, true);
        world.add_moves(1 + static_cast<std::size_t>(trial % 6));
        const RotationPlan plan = world.plan();
        const bool known_posts = std::all_of(plan.moves.begin(), plan.moves.end(), [](const RotationMove& move) {
            return (move.to || move.leaves) && (move.person || move.day);
        });
        if (known_posts) compare(world, false);
        if (HasFatalFailure()) FAIL() << "trial " << trial;
    }
}

TEST(Occupancy, NamesPostsWithANegativeNumberOfSeats) {
    TwoHolders builder;
    builder.add("posts", {{"id", "wrong"}, {"seats", -3}});
    const Occupancy occupancy = occupancy_of(builder.build(), {});
    EXPECT_FALSE(occupancy.seats[2]);
    ASSERT_EQ(occupancy.row_findings.size(), 1u);
    EXPECT_EQ(occupancy.row_findings[0].table, "posts");
    EXPECT_EQ(occupancy.row_findings[0].row, 2u);
    EXPECT_EQ(occupancy.row_findings[0].message.text(Language::en),
              "row 2 of `posts` (counted from 0): a negative number of seats (-3), which is taken for unknown");
}

}  // namespace
}  // namespace cadre
