#include "planning/planning_roster.hpp"

#include <cadre/planning/plan_review.hpp>
#include <cadre/planning/proposal.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <tuple>

namespace cadre {
namespace {

using testing::pack_with_policies;
using testing::policy;
using Order = std::vector<std::size_t>;

const EvaluationOptions end_2015{.as_of = Date(2015, 12, 31)};

const Pack& rules() {
    static const Pack pack = pack_with_policies(
        policy("disciplined",
               "rule = \"removal\"\non = \"pool_members\"\n"
               "when = 'some d in cadre.disciplines[item.decided <= as_of] satisfies d.decided >= added'") +
        policy("young", "rule = \"entry\"\nmeet = 'age < @\"P45Y\"'") +
        policy("development", "rule = \"development\""));
    return pack;
}

/// Members of one committee; each row's cell is absent where it is missing.
struct Row {
    std::size_t cadre;
    std::optional<Date> added;
    std::optional<Date> removed;  ///< the status is "removed" where there is one
    std::optional<std::string> status = "approved";
};
struct World {
    std::vector<std::optional<Date>> disciplined;  ///< by cadre: the day of the one discipline
    std::vector<Row> rows;

    /// With the rows in an order of their positions.
    Roster roster(const Order& order) const;
};

std::string name(std::size_t cadre) {
    return "x" + std::to_string(cadre);
}

Roster World::roster(const Order& order) const {
    testing::TwoPostsAndACommittee builder;
    for (std::size_t cadre = 0; cadre < disciplined.size(); ++cadre) {
        Record discipline{{"form", "reprimand"}};
        if (disciplined[cadre]) discipline.emplace_back("decided", *disciplined[cadre]);
        ListValue disciplines;
        disciplines.records.push_back(discipline);
        builder.add("cadres", {{"id", name(cadre)},
                               {"birth_date", Date(1980, 1, 1)},
                               {"disciplines", disciplines},
                               {"trainings", ListValue{}},
                               {"appointments", ListValue{}}});
        builder.add("development_actions", {{"cadre", name(cadre)}, {"to", Date(2014, 3, 1)}});
        builder.add("review_decisions", {{"pool", "committee"},
                                         {"cadre", name(cadre)},
                                         {"choice", cadre % 2 == 0 ? "keep" : "remove"},
                                         {"reason", "theo kết quả công tác"},
                                         {"decided", Date(2015, 12, 1)}});
    }
    for (const std::size_t at : order) {
        Record member{{"pool", "committee"}, {"cadre", name(rows[at].cadre)}};
        if (rows[at].status) member.emplace_back("status", *rows[at].status);
        if (rows[at].added) member.emplace_back("added", *rows[at].added);
        if (rows[at].removed) member.emplace_back("removed", *rows[at].removed);
        builder.add("pool_members", member);
    }
    return builder.build();
}

/// A missing cell, rows of `pool_members` by their position in the world.
using Cell = std::tuple<std::string, std::size_t, std::string>;

std::set<Cell> cells(const std::vector<MissingField>& fields, const Order& order) {
    std::set<Cell> found;
    for (const MissingField& field : fields) {
        const auto row = static_cast<std::size_t>(field.row);
        found.emplace(field.table, field.table == "pool_members" ? order[row] : row, field.attribute);
    }
    return found;
}

using Finding = std::tuple<std::string, std::size_t, Verdict, std::optional<DayNumber>, std::set<Cell>>;

std::set<Finding> findings(const World& world, const Order& order) {
    const PlanReview review = review_plan(rules(), world.roster(order), end_2015);
    std::set<Finding> found;
    for (const ReviewFinding& finding : review.findings) {
        found.emplace(review.policies[finding.policy].id, world.rows[order[*finding.member]].cadre, finding.verdict,
                      finding.since, cells(finding.missing, order));
    }
    for (const DecisionDeparture& departure : review.departures) {
        found.emplace("decision " + std::to_string(departure.row), departure.person - 2, departure.departs,
                      std::nullopt, std::set<Cell>{});
    }
    return found;
}

using Standing = std::tuple<std::size_t, std::string, std::set<Cell>>;

/// Who of the committee is proposed, dropped or unsettled.
std::set<Standing> standings(const World& world, const Order& order) {
    const Proposal proposal = propose(rules(), world.roster(order), {.evaluation = end_2015, .open_listed = 0});
    std::set<Standing> found;
    const PoolProposal& committee = proposal.pools[2];
    for (const ProposedMember& member : committee.members) found.emplace(member.person, "proposed", std::set<Cell>{});
    for (const DroppedMember& member : committee.dropped) {
        found.emplace(world.rows[order[member.row]].cadre, "dropped " + member.policy, std::set<Cell>{});
    }
    for (const UnsettledRemoval& open : committee.unsettled) {
        found.emplace(world.rows[order[open.row]].cadre, "unsettled", cells(open.fields, order));
    }
    return found;
}

TEST(RepeatedRows, AGroundByOneRowIsAGroundWhicheverComesFirst) {
    const World world{{Date(2014, 5, 1)}, {{0, Date(2013, 1, 1), {}}, {0, Date(2015, 1, 1), {}}}};
    const std::set<Finding> both{{"disciplined", 0, Verdict::met, day_number(Date(2014, 5, 1)), {}},
                                 {"development", 0, Verdict::met, std::nullopt, {}},
                                 {"decision 0", 0, Verdict::met, std::nullopt, {}}};
    EXPECT_EQ(findings(world, {0, 1}), both);
    EXPECT_EQ(findings(world, {1, 0}), both);
    EXPECT_TRUE(standings(world, {1, 0}).contains({0, "dropped disciplined", {}}));
}

TEST(RepeatedRows, AnOpenRowLeavesTheGroundOpenAndNamesItsCells) {
    const World world{{Date(2014, 5, 1)}, {{0, Date(2015, 1, 1), {}}, {0, {}, {}}}};
    for (const Order& order : {Order{0, 1}, Order{1, 0}}) {
        EXPECT_TRUE(
            findings(world, order)
                .contains({"disciplined", 0, Verdict::undetermined, std::nullopt, {{"pool_members", 1, "added"}}}));
    }
}

TEST(RepeatedRows, ARowThatMayBeOverLeavesTheGroundOpenAndNamesItsCells) {
    const World world{{Date(2014, 5, 1)}, {{0, Date(2015, 1, 1), {}}, {0, Date(2013, 1, 1), {}, {}}}};
    const std::set<Cell> of_row{{"pool_members", 1, "removed"}, {"pool_members", 1, "status"}};
    for (const Order& order : {Order{0, 1}, Order{1, 0}}) {
        EXPECT_TRUE(findings(world, order).contains({"disciplined", 0, Verdict::undetermined, std::nullopt, of_row}));
        EXPECT_TRUE(standings(world, order).contains({0, "unsettled", of_row}));
    }
}

TEST(RepeatedRows, ARowThatIsOverIsNoGround) {
    const World world{{Date(2014, 5, 1)},
                      {{0, Date(2013, 1, 1), Date(2014, 9, 1), "removed"}, {0, Date(2015, 1, 1), {}}}};
    for (const Finding& finding : findings(world, {0, 1})) EXPECT_NE(std::get<0>(finding), "disciplined");
}

World random_world(std::mt19937& random) {
    const auto below = [&](unsigned end) { return static_cast<unsigned short>(random() % end); };
    const auto day = [&](unsigned missing) {
        return below(missing) == 0 ? std::nullopt
                                   : std::optional(Date(static_cast<unsigned short>(2013 + below(3)), 6, 1));
    };
    World world;
    for (int cadre = 0; cadre < 3; ++cadre) world.disciplined.push_back(day(5));
    for (int row = 0; row < 7; ++row) {
        Row one{below(3), day(5), {}};
        if (below(4) == 0) {
            one.status = "removed";
            one.removed = day(4);
        } else if (below(8) == 0) {
            one.status.reset();
        }
        world.rows.push_back(one);
    }
    return world;
}

TEST(RepeatedRows, TheirOrderChangesNothing) {
    std::mt19937 random(20151231);
    std::size_t seen = 0;
    for (int i = 0; i < 60; ++i) {
        const World world = random_world(random);
        Order order(world.rows.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        const std::set<Finding> first = findings(world, order);
        const std::set<Standing> standing = standings(world, order);
        for (int turn = 0; turn < 4; ++turn) {
            std::shuffle(order.begin(), order.end(), random);
            ASSERT_EQ(findings(world, order), first) << "world " << i;
            ASSERT_EQ(standings(world, order), standing) << "world " << i;
        }
        seen += first.size();
    }
    EXPECT_GT(seen, 200u);
}

/// The verdict of each policy on each cadre; those not found are not met.
std::map<std::pair<std::string, std::size_t>, Verdict> verdicts(const World& world) {
    std::map<std::pair<std::string, std::size_t>, Verdict> found;
    for (const char* id : {"disciplined", "young", "development"}) {
        for (std::size_t cadre = 0; cadre < world.disciplined.size(); ++cadre) found[{id, cadre}] = Verdict::not_met;
    }
    Order order(world.rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (const auto& [policy, cadre, verdict, since, missing] : findings(world, order)) {
        if (policy.rfind("decision", 0) != 0) found[{policy, cadre}] = verdict;
    }
    return found;
}

TEST(RepeatedRows, AKnownVerdictStaysWhenMissingCellsAreFilled) {
    std::mt19937 random(20160101);
    const auto fill = [&](std::optional<Date>& cell) {
        if (!cell) cell = Date(static_cast<unsigned short>(2013 + random() % 3), 6, 1);
    };
    int open = 0;
    for (int i = 0; i < 100; ++i) {
        World world = random_world(random);
        const auto before = verdicts(world);
        for (std::optional<Date>& day : world.disciplined) fill(day);
        for (Row& row : world.rows) {
            fill(row.added);
            if (!row.status) row.status = "approved";
            if (row.status == "removed") fill(row.removed);
        }
        for (const auto& [of, verdict] : verdicts(world)) {
            const bool known = before.at(of) != Verdict::undetermined;
            ASSERT_EQ(verdict, known ? before.at(of) : verdict) << i << " " << of.first;
            open += known ? 0 : 1;
            ASSERT_NE(verdict, Verdict::undetermined) << i << " " << of.first;
        }
    }
    EXPECT_GT(open, 30);
}

}  // namespace
}  // namespace cadre
