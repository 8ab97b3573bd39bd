#include <cadre/planning/coverage.hpp>

#include "planning/planning_roster.hpp"

#include <cadre/error.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace cadre {
namespace {

using testing::pack_with_policies;
using testing::policy;

const Date term_start(2015, 10, 1);
const Date term_end(2020, 10, 1);
const std::string retires = policy("retires", "rule = \"departure\"\nday = 'birth_date + @\"P60Y\"'");
const std::string masters = policy("masters", "rule = \"entry\"\nmeet = 'degree >= \"master\"'");

Record spell(const std::string& post, Value to) {
    return {{"post", post}, {"from", Date(2010, 1, 1)}, {"to", std::move(to)}};
}

ListValue list_of(std::vector<Record> spells, bool open = false) {
    return {std::move(spells), open};
}

/// Pools "chair" (a post with one seat), "deputies" (one with two) and "committee" (three seats) of one term.
class World : public RosterBuilder {
public:
    World() {
        add("posts", {{"id", "chair"}, {"seats", 1}});
        add("posts", {{"id", "deputies"}, {"seats", 2}});
        for (const char* post : {"chair", "deputies"}) add_pool({{"id", post}, {"kind", "post"}, {"post", post}});
        add_pool({{"id", "committee"}, {"kind", "committee"}, {"post", None{}}, {"seats", 3}});
        add_table("pool_members");
    }
    void add_pool(Record pool) {
        pool.insert(pool.end(), {{"term_start", term_start}, {"term_end", term_end}});
        add("pools", pool);
    }
    void cadre(const std::string& id, const Record& facts, const ListValue& spells) {
        Record row = facts;
        row.insert(row.end(), {{"id", id}, {"appointments", spells}});
        add("cadres", row);
    }
    /// Retires at 60, on the day.
    void incumbent(const std::string& id, const std::string& post, const Date& retires_on) {
        const Date birth(static_cast<unsigned short>(retires_on.year() - 60), retires_on.month(), retires_on.day());
        cadre(id, {{"birth_date", birth}}, list_of({spell(post, Ongoing{})}));
    }
    void master(const std::string& id) { cadre(id, {{"degree", "master"}, {"birth_date", Date(1980, 1, 1)}}, {}); }
    void member(const std::string& pool, const std::string& id, const Record& more = {}) {
        Record row = more;
        row.insert(row.end(), {{"pool", pool}, {"cadre", id}, {"status", "approved"}, {"added", Date(2014, 1, 1)}});
        add("pool_members", row);
    }
    Coverage covered(const std::string& policies = retires + masters) const {
        return cover(pack_with_policies(policies), build(), {.as_of = Date(2015, 6, 30)});
    }
};

/// Only the pool of the chair has a seat that may open.
class Chair : public World {
public:
    Chair() {
        for (int i = 0; i < 2; ++i) incumbent("deputy" + std::to_string(i), "deputies", Date(2030, 1, 1));
    }
    PoolCoverage chair(const std::string& policies = retires + masters) const { return covered(policies).pools[0]; }
};

SeatOpening on(const Date& day) {
    return {day_number(day), day_number(day), true};
}

using Openings = std::vector<SeatOpening>;

TEST(Cover, TellsGapThinAndCovered) {
    for (const int candidates : {0, 1, 2}) {
        Chair world;
        world.incumbent("old", "chair", Date(2017, 3, 1));
        for (int i = 0; i < candidates; ++i) {
            world.master("c" + std::to_string(i));
            world.member("chair", "c" + std::to_string(i));
        }
        const PoolCoverage chair = world.chair();
        const CoverageStatus expected[]{CoverageStatus::gap, CoverageStatus::thin, CoverageStatus::covered};
        EXPECT_EQ(chair.status, expected[candidates]);
        EXPECT_EQ(chair.openings, Openings{on(Date(2017, 3, 1))});
        EXPECT_EQ(chair.sure_candidates, candidates);
        EXPECT_EQ(chair.least_short, candidates == 0 ? 1 : 0);
        EXPECT_EQ(chair.most_short, chair.least_short);
    }
}

TEST(Cover, CountsTheLastDayOfTheTermAndNotTheDayAfter) {
    Chair world;
    world.incumbent("old", "chair", Date(2020, 9, 30));
    EXPECT_EQ(world.chair().openings, Openings{on(Date(2020, 9, 30))});
    Chair later;
    later.incumbent("old", "chair", term_end);
    EXPECT_EQ(later.chair().status, CoverageStatus::no_opening);
}

TEST(Cover, JudgesEntryOnTheDayTheSeatOpens) {
    const std::string of_age = policy("of_age", "rule = \"entry\"\nmeet = 'birth_date + @\"P40Y\" <= as_of'");
    for (const auto& [birth, ready] : {std::pair{Date(1977, 3, 1), 1}, std::pair{Date(1977, 3, 2), 0}}) {
        Chair world;
        world.incumbent("old", "chair", Date(2017, 3, 1));
        world.cadre("young", {{"birth_date", birth}}, {});
        world.member("chair", "young");
        EXPECT_EQ(world.chair(retires + of_age).sure_candidates, ready) << "ready on the very day";
    }
}

TEST(Cover, JudgesEntryOnTheFirstDayOfTheTermWhereThePolicySaysSo) {
    const std::string young =
        policy("young", "rule = \"entry\"\nmeet = 'birth_date + @\"P40Y\" > as_of'\non_day = \"term_start\"");
    for (const auto& [birth, ready] : {std::pair{Date(1975, 10, 2), 1}, std::pair{Date(1975, 10, 1), 0}}) {
        Chair world;
        world.incumbent("old", "chair", Date(2017, 3, 1));
        world.cadre("young", {{"birth_date", birth}}, {});
        world.member("chair", "young");
        EXPECT_EQ(world.chair(retires + young).possible_candidates, ready);
    }
}

TEST(Cover, OpensASeatAtTheEndOfAnAppointment) {
    Chair world;
    world.cadre("old", {{"birth_date", Date(1980, 1, 1)}}, list_of({spell("chair", Date(2018, 1, 1))}));
    EXPECT_EQ(world.chair().openings, Openings{on(Date(2018, 1, 1))});
}

TEST(Cover, LetsAFollowingAppointmentProlongOne) {
    Chair world;
    const Record next{{"post", "chair"}, {"from", Date(2018, 1, 1)}, {"to", Date(2019, 1, 1)}};
    world.cadre("old", {{"birth_date", Date(1980, 1, 1)}}, list_of({spell("chair", Date(2018, 1, 1)), next}));
    EXPECT_EQ(world.chair().openings, Openings{on(Date(2019, 1, 1))});
}

TEST(Cover, TakesTheEarliestOfSeveralPolicies) {
    const std::string stays = policy("stays", "rule = \"departure\"\nstays = 'degree >= \"master\"'");
    Chair world;
    world.cadre("old", {{"birth_date", Date(1957, 3, 1)}, {"degree", "bachelor"}},
                list_of({spell("chair", Ongoing{})}));
    EXPECT_EQ(world.chair(retires + stays).openings, Openings{on(term_start)});
    EXPECT_EQ(world.chair(retires).openings, Openings{on(Date(2017, 3, 1))});
    EXPECT_EQ(world.chair(stays).openings, Openings{on(term_start)});
}

TEST(Cover, DoesNotAskWhoStaysInATermThatHasBegun) {
    const std::string stays = policy("stays", "rule = \"departure\"\nstays = 'degree >= \"master\"'");
    Chair world;
    world.cadre("old", {{"degree", "bachelor"}}, list_of({spell("chair", Ongoing{})}));
    const Roster roster = world.build();
    EXPECT_EQ(cover(pack_with_policies(stays), roster, {.as_of = term_start}).pools[0].openings.size(), 1u);
    EXPECT_EQ(cover(pack_with_policies(stays), roster, {.as_of = Date(2015, 10, 2)}).pools[0].openings.size(), 0u);
}

TEST(Cover, FindsVacantSeatsOpenNow) {
    Chair world;
    EXPECT_EQ(world.chair().openings, Openings{on(Date(2015, 6, 30))});
    EXPECT_EQ(world.chair().status, CoverageStatus::gap);
}

TEST(Cover, OpensNoSeatWhileOthersHoldAllOfThem) {
    Chair world;
    world.incumbent("old", "chair", Date(2017, 3, 1));
    world.incumbent("second", "chair", Date(2030, 1, 1));
    EXPECT_EQ(world.chair().status, CoverageStatus::no_opening) << "two hold one seat, one of them goes";
}

TEST(Cover, TakesNoIncumbentOfThePostButThoseOfOthers) {
    Chair world;
    world.incumbent("old", "chair", Date(2017, 3, 1));
    world.member("chair", "old");
    world.member("chair", "deputy0");
    const PoolCoverage chair = world.chair(retires);
    EXPECT_EQ(chair.status, CoverageStatus::thin);
    EXPECT_EQ(chair.sure_candidates, 1);
}

TEST(Cover, LeavesOpenWhatMissingDataLeavesOpen) {
    Chair partial;
    partial.cadre("old", {{"birth_date", PartialDate::of_month(1957, 3)}}, list_of({spell("chair", Ongoing{})}));
    const SeatOpening in_march{day_number(Date(2017, 3, 1)), day_number(Date(2017, 3, 31)), true};
    EXPECT_EQ(partial.chair().openings, Openings{in_march});

    Chair unknown;
    unknown.cadre("old", {}, list_of({spell("chair", Ongoing{})}));
    const SeatOpening ever{day_number(Date(2015, 6, 30)), day_number(Date(2020, 9, 30)), false};
    EXPECT_EQ(unknown.chair().openings, Openings{ever});
    EXPECT_EQ(unknown.chair().status, CoverageStatus::undetermined);
    EXPECT_EQ(unknown.chair().reason, CoverageReason::missing_data);

    Chair listless;
    listless.cadre("x", {}, list_of({}, true));
    EXPECT_EQ(listless.chair().status, CoverageStatus::undetermined) << "x may hold the chair";
    EXPECT_EQ(listless.covered().unlisted, 1);
}

TEST(Cover, JudgesEveryDayOnWhichASeatMayOpen) {
    const std::string but_the_tenth = policy("days", "rule = \"entry\"\nmeet = 'as_of != @\"2017-03-10\"'");
    Chair world;
    world.cadre("old", {{"birth_date", PartialDate::of_month(1957, 3)}}, list_of({spell("chair", Ongoing{})}));
    world.master("c");
    world.member("chair", "c");
    EXPECT_EQ(world.chair(retires + but_the_tenth).sure_candidates, 0);
    EXPECT_EQ(world.chair(retires + but_the_tenth).possible_candidates, 1);
    EXPECT_EQ(world.chair(retires + masters).sure_candidates, 1);
}

TEST(Cover, CoversACommitteeByItsMembers) {
    World world;
    world.incumbent("chair", "chair", Date(2030, 1, 1));
    for (int i = 0; i < 2; ++i) world.incumbent("deputy" + std::to_string(i), "deputies", Date(2030, 1, 1));
    world.cadre("old", {{"birth_date", Date(1957, 3, 1)}}, {});
    world.member("committee", "old", {{"incumbent", true}});
    world.member("committee", "chair", {{"incumbent", true}});
    world.member("committee", "deputy0", {{"incumbent", false}});
    const PoolCoverage committee = world.covered(retires).pools[2];
    EXPECT_EQ(committee.openings, (Openings{on(Date(2015, 6, 30)), on(Date(2017, 3, 1))}));
    EXPECT_EQ(committee.status, CoverageStatus::gap);
    EXPECT_EQ(committee.least_short, 1);
}

TEST(Cover, LetsOneCandidateTakeOneSeat) {
    World world;
    world.incumbent("old", "chair", Date(2017, 3, 1));
    world.incumbent("d0", "deputies", Date(2017, 3, 1));
    world.incumbent("d1", "deputies", Date(2018, 3, 1));
    for (int i = 0; i < 3; ++i) world.cadre("seat" + std::to_string(i), {}, {});
    for (int i = 0; i < 3; ++i) world.member("committee", "seat" + std::to_string(i), {{"incumbent", true}});
    for (const char* id : {"x", "y"}) {
        world.master(id);
        for (const char* pool : {"chair", "deputies"}) world.member(pool, id);
    }
    const Coverage coverage = world.covered(policy("r",
                                                   "rule = \"departure\"\npools = 'kind = \"post\"'\n"
                                                   "day = 'birth_date + @\"P60Y\"'") +
                                            masters);
    EXPECT_EQ(coverage.pools[0].status, CoverageStatus::covered);
    EXPECT_EQ(coverage.pools[1].status, CoverageStatus::thin);
    EXPECT_EQ(coverage.least_short(), 1);
    EXPECT_EQ(coverage.most_short(), 1);
    const SharedGap shared{{0, 1}, {6, 7}, 0, 3};
    EXPECT_EQ(coverage.at_best.gaps, std::vector<SharedGap>{shared});
    EXPECT_EQ(coverage.at_best.essential, (std::vector<std::size_t>{6, 7}));
}

TEST(Cover, NamesWhyAPoolWasNotJudged) {
    World world;
    world.add("pools", {{"id", "reversed"}, {"post", "chair"}, {"term_start", term_end}, {"term_end", term_start}});
    world.add("pools", {{"id", "endless"}, {"post", "chair"}, {"term_start", term_start}});
    world.add("posts", {{"id", "countless"}});
    world.add_pool({{"id", "countless"}, {"kind", "post"}, {"post", "countless"}});
    world.add_pool({{"id", "postless"}, {"kind", "post"}, {"post", "no such post"}, {"seats", 1}});
    const Coverage coverage = world.covered();
    EXPECT_EQ(coverage.pools[3].reason, CoverageReason::term_unknown);
    EXPECT_EQ(coverage.pools[4].reason, CoverageReason::term_unknown);
    EXPECT_EQ(coverage.pools[5].reason, CoverageReason::seats_unknown);
    EXPECT_EQ(coverage.pools[6].reason, CoverageReason::post_unknown);
    EXPECT_EQ(coverage.most_short(), std::nullopt);
    EXPECT_EQ(coverage.least_short(), 6) << "of the pools that were judged";
    EXPECT_FALSE(coverage.findings.empty());
}

TEST(Cover, LetsAMemberOfAnUnknownPoolFillAnySeat) {
    Chair world;
    world.master("c");
    world.member("no such pool", "c", {{"incumbent", false}});
    EXPECT_EQ(world.chair().status, CoverageStatus::undetermined);
    EXPECT_EQ(world.covered().least_short(), 3) << "one chair, three seats of the committee, one perhaps filled";
    EXPECT_EQ(world.covered().most_short(), 4);
}

}  // namespace
}  // namespace cadre
