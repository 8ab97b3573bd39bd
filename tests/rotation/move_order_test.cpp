#include <cadre/error.hpp>
#include <cadre/rotation/move_order.hpp>
#include <cadre/rotation/occupancy.hpp>

#include <cadre/roster/roster_builder.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <string>
#include <vector>

namespace cadre {
namespace {

const DayNumber day_one = day_number(Date(2016, 1, 1));

/// Posts with their seats, and cadres of whom each holds one post, or none.
struct Office {
    std::vector<std::int64_t> seats;
    std::vector<std::optional<std::size_t>> holds;  ///< by cadre

    Roster roster() const {
        RosterBuilder builder;
        const auto key = [](std::size_t at) { return "p" + std::to_string(at); };
        for (std::size_t post = 0; post < seats.size(); ++post) {
            builder.add("posts", {{"id", key(post)}, {"seats", seats[post]}});
        }
        for (std::size_t person = 0; person < holds.size(); ++person) {
            ListValue spells;
            if (holds[person]) {
                spells.records.push_back(
                    {{"post", key(*holds[person])}, {"from", Date(2010, 1, 1)}, {"to", Ongoing{}}});
            }
            builder.add("cadres", {{"id", "c" + std::to_string(person)}, {"appointments", spells}});
        }
        return builder.build();
    }
    RotationMove move(std::size_t person, std::optional<std::size_t> to, DayNumber day = day_one) const {
        RotationMove move;
        move.person = person;
        move.from = holds[person];
        move.enters = !move.from;
        move.to = to;
        move.leaves = !to;
        move.day = day;
        return move;
    }
};

std::vector<std::size_t> positions(const MoveOrder& order) {
    std::vector<std::size_t> moves;
    for (const OrderedMove& move : order.moves) moves.push_back(move.move);
    return moves;
}

TEST(MoveOrder, FollowsAChainOfVacancies) {
    const Office office{{1, 1, 1}, {0, 1}};
    const RotationPlan plan{{office.move(0, 1), office.move(1, 2)}, {}};
    const MoveOrder order = order_moves(office.roster(), plan, {.handover_days = 5});
    EXPECT_EQ(positions(order), (std::vector<std::size_t>{1, 0}));
    EXPECT_EQ(order.moves[0].day, day_one);
    EXPECT_EQ(order.moves[1].day, day_one + 5);
    EXPECT_EQ(order.moves[1].takes_seat_of, 1u);
    EXPECT_EQ(order.critical_chain, (std::vector<std::size_t>{1, 0}));
    EXPECT_EQ(order.critical_days, 5);
    EXPECT_TRUE(order.cycles.empty());
}

TEST(MoveOrder, TwoPeopleSwapPostsOnOneDay) {
    const Office office{{1, 1}, {0, 1}};
    const MoveOrder order = order_moves(office.roster(), {{office.move(0, 1), office.move(1, 0)}, {}});
    ASSERT_EQ(order.cycles.size(), 1u);
    EXPECT_EQ(order.cycles[0].size(), 2u);
    EXPECT_EQ(order.moves.at(0).day, order.moves.at(1).day);
    EXPECT_TRUE(order.blocked.empty());
}

TEST(MoveOrder, BreaksACycleWithAnInterimHolder) {
    const Office office{{1, 1}, {0, 1}};
    RotationPlan plan{{office.move(0, 1), office.move(1, 0)}, {}};
    plan.moves[1].published = true;
    const MoveOrder order = order_moves(office.roster(), plan, {.handover_days = 7, .cycles = CycleRule::interim});
    EXPECT_EQ(positions(order), (std::vector<std::size_t>{1, 0}));
    EXPECT_EQ(order.moves[0].day, day_one + 7);
    EXPECT_EQ(order.moves[1].leaves_on, day_one);
    EXPECT_EQ(order.moves[1].day, day_one + 14);
    ASSERT_EQ(order.plan.moves.size(), 3u);
    EXPECT_TRUE(order.plan.moves[0].leaves);
    EXPECT_TRUE(order.plan.moves[2].enters);
}

TEST(MoveOrder, AVacantSeatBreaksACycle) {
    const Office office{{2, 1}, {0, 1}};
    const MoveOrder order = order_moves(office.roster(), {{office.move(0, 1), office.move(1, 0)}, {}});
    EXPECT_EQ(positions(order), (std::vector<std::size_t>{1, 0}));
    EXPECT_TRUE(order.cycles.empty());
}

TEST(MoveOrder, SaysWhyAMoveHasNoPlace) {
    const Office office{{1, 1, 1}, {0, 1, 2, {}}};
    RotationPlan plan{{office.move(0, 1), office.move(1, 2), office.move(3, 1), office.move(2, 0)}, {}};
    plan.moves[3].from = 1;
    plan.moves.push_back(office.move(2, 2));
    plan.moves.push_back({});
    const MoveOrder order = order_moves(office.roster(), plan);
    EXPECT_TRUE(order.moves.empty());
    const std::vector<BlockedMove> expected{{0, MoveObstacle::waits, 1},         {1, MoveObstacle::no_seat, {}},
                                            {2, MoveObstacle::waits, 1},         {3, MoveObstacle::not_held, {}},
                                            {4, MoveObstacle::already_held, {}}, {5, MoveObstacle::not_known, {}}};
    EXPECT_EQ(order.blocked, expected);
}

TEST(MoveOrder, KeepsACycleOutOfACompetition) {
    // Two who swap posts need no seat; the one from outside does.
    const Office office{{1, 1}, {{}, 0, 1}};
    RotationPlan plan{{office.move(0, 0), office.move(1, 1), office.move(2, 0)}, {}};
    plan.moves[0].published = true;
    const MoveOrder order = order_moves(office.roster(), plan);
    EXPECT_EQ(order.cycles.size(), 1u);
    ASSERT_EQ(order.blocked.size(), 1u);
    EXPECT_EQ(order.blocked[0].move, 0u);
}

TEST(MoveOrder, ASecondMoveComesAfterTheFirst) {
    const Office office{{1, 1, 1}, {0}};
    RotationPlan plan{{office.move(0, 2, day_one + 30), office.move(0, 1)}, {}};
    plan.moves[0].from = 1;
    const MoveOrder order = order_moves(office.roster(), plan);
    EXPECT_EQ(positions(order), (std::vector<std::size_t>{1, 0}));
    EXPECT_EQ(order.moves[1].day, day_one + 30);
    EXPECT_EQ(order.moves[1].depends_on, 1u);
}

TEST(MoveOrder, OfAnEmptyPlanIsEmpty) {
    EXPECT_TRUE(order_moves(Office{{1}, {0}}.roster(), {}).moves.empty());
}

TEST(MoveOrder, HandlesALongChainAndALongCycle) {
    constexpr std::size_t length = 100'000;
    for (const bool closed : {false, true}) {
        Office office;
        RotationPlan plan;
        for (std::size_t at = 0; at < length; ++at) {
            office.seats.push_back(1);
            office.holds.emplace_back(at);
        }
        if (!closed) office.seats.push_back(1);
        for (std::size_t at = 0; at < length; ++at)
            plan.moves.push_back(office.move(at, (at + 1) % office.seats.size()));
        const MoveOrder order = order_moves(office.roster(), plan);
        EXPECT_EQ(order.moves.size(), length);
        EXPECT_EQ(order.critical_chain.size(), closed ? 1 : length);
        EXPECT_EQ(order.cycles.size(), closed ? 1 : 0);
    }
}

/// A plan on one day that moves some of a random office.
struct Draw {
    Office office;
    RotationPlan plan;

    explicit Draw(std::mt19937& random, int days) {
        const auto pick = [&](std::size_t most) { return std::uniform_int_distribution<std::size_t>(0, most)(random); };
        for (int post = 0; post < 3; ++post) office.seats.push_back(1 + static_cast<std::int64_t>(pick(1)));
        std::vector<std::int64_t> room = office.seats;
        for (int person = 0; person < 6; ++person) {
            const std::size_t post = pick(3);
            office.holds.push_back(post < 3 && room[post]-- > 0 ? std::optional(post) : std::nullopt);
            const std::size_t to = pick(3);
            const auto& held = office.holds.back();
            const bool stays = to == held.value_or(3);
            if (pick(2) > 0 && !stays) {
                const auto day = day_one + static_cast<DayNumber>(pick(static_cast<std::size_t>(days) - 1));
                plan.moves.push_back(
                    office.move(office.holds.size() - 1, to < 3 ? std::optional(to) : std::nullopt, day));
            }
        }
    }

    std::vector<std::int64_t> vacant() const {
        std::vector<std::int64_t> vacant = office.seats;
        for (const auto& post : office.holds) {
            if (post) --vacant[*post];
        }
        return vacant;
    }
    /// Whether moves carried out together leave no post with more holders than seats.
    bool fits(const std::vector<std::size_t>& moves) const {
        std::vector<std::int64_t> left = vacant();
        for (const std::size_t at : moves) {
            if (plan.moves[at].from) ++left[*plan.moves[at].from];
            if (plan.moves[at].to) --left[*plan.moves[at].to];
        }
        return std::all_of(left.begin(), left.end(), [](std::int64_t seats) { return seats >= 0; });
    }
    /// Whether some permutation carries all moves out one by one.
    bool one_by_one() const {
        std::vector<std::size_t> order(plan.moves.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        do {
            bool all = true;
            for (std::size_t most = 1; most <= order.size() && all; ++most) {
                all = fits({order.begin(), order.begin() + static_cast<std::ptrdiff_t>(most)});
            }
            if (all) return true;
        } while (std::next_permutation(order.begin(), order.end()));
        return false;
    }
};

/// The order carried out step by step; while a cycle is under way, the day is not over.
void expect_steps_fit(const Draw& draw, const MoveOrder& order) {
    std::vector<std::size_t> done;
    std::vector<std::size_t> carried_out(order.cycles.size());
    for (const OrderedMove& move : order.moves) {
        done.push_back(move.move);
        if (move.cycle) ++carried_out[*move.cycle];
        bool under_way = false;
        for (std::size_t cycle = 0; cycle < carried_out.size(); ++cycle) {
            under_way = under_way || (carried_out[cycle] > 0 && carried_out[cycle] < order.cycles[cycle].size());
        }
        if (!under_way) {
            EXPECT_TRUE(draw.fits(done));
        }
    }
}

TEST(MoveOrder, IsAsGoodAsTheBestPermutation) {
    std::mt19937 random(3);
    for (int trial = 0; trial < 3000; ++trial) {
        const Draw draw(random, 1);
        const MoveOrder order = order_moves(draw.office.roster(), draw.plan);
        std::vector<std::size_t> all(draw.plan.moves.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        expect_steps_fit(draw, order);
        EXPECT_EQ(order.blocked.empty(), draw.fits(all)) << trial;
        if (order.blocked.empty()) {
            EXPECT_EQ(order.cycles.empty(), draw.one_by_one()) << trial;
        }
        ASSERT_FALSE(HasFailure()) << trial;
    }
}

TEST(MoveOrder, LeavesOutNoMoreThanItMust) {
    std::mt19937 random(4);
    for (int trial = 0; trial < 3000; ++trial) {
        const Draw draw(random, 3);
        const MoveOrder order = order_moves(draw.office.roster(), draw.plan);
        for (std::size_t set = 1; set < std::size_t{1} << order.blocked.size(); ++set) {
            std::vector<std::size_t> more = positions(order);
            for (std::size_t at = 0; at < order.blocked.size(); ++at) {
                if ((set >> at & 1U) != 0) more.push_back(order.blocked[at].move);
            }
            EXPECT_FALSE(draw.fits(more));
        }
        ASSERT_FALSE(HasFailure()) << trial;
    }
}

TEST(MoveOrder, NeverDoublesASeatAndKeepsTheDaysOfAPlanThatDoesNot) {
    std::mt19937 random(5);
    const auto over_filled = [](const Occupancy& occupancy) {
        return std::any_of(occupancy.spans.begin(), occupancy.spans.end(),
                           [&](const SeatSpan& span) { return span.most > *occupancy.seats[span.post]; });
    };
    int kept = 0;
    for (int trial = 0; trial < 3000; ++trial) {
        const Draw draw(random, 3);
        const Roster roster = draw.office.roster();
        for (const CycleRule rule : {CycleRule::one_day, CycleRule::interim}) {
            const std::uint16_t handover = trial % 2 == 0 ? 0 : 4;
            const MoveOrder order = order_moves(roster, draw.plan, {.handover_days = handover, .cycles = rule});
            EXPECT_FALSE(over_filled(occupancy_of(roster, order.plan)));
            if (handover > 0 || over_filled(occupancy_of(roster, draw.plan))) continue;
            ++kept;
            EXPECT_TRUE(order.blocked.empty());
            for (const OrderedMove& move : order.moves) EXPECT_EQ(move.day, draw.plan.moves[move.move].day);
        }
        ASSERT_FALSE(HasFailure()) << trial;
    }
    EXPECT_GT(kept, 500);
}

TEST(MoveOrder, RefusesDaysBeyondTheCalendar) {
    const Office office{{1, 1}, {0, 1}};
    const RotationPlan plan{{office.move(0, 1, last_day), office.move(1, 0, last_day)}, {}};
    EXPECT_EQ(order_moves(office.roster(), plan, {.cycles = CycleRule::interim}).moves.size(), 2u);
    try {
        order_moves(office.roster(), plan, {.handover_days = 1, .cycles = CycleRule::interim});
        FAIL() << "nobody can arrive after the last day";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::invalid_argument);
        EXPECT_NE(error.text(Language::en).find("9999-12-31"), std::string::npos) << error.text(Language::en);
    }
    const Office one{{1, 1, 1}, {0}};
    RotationMove again = one.move(0, 2, last_day);
    again.from = 1;
    EXPECT_THROW(order_moves(one.roster(), {{one.move(0, 1, last_day), again}, {}}), Error);
}

}  // namespace
}  // namespace cadre
