#include "planning/planning_roster.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/planning.hpp>
#include <cadre/planning/composition.hpp>
#include <cadre/planning/proposal.hpp>

#include <gtest/gtest.h>

#include <random>

namespace cadre {
namespace {

using testing::pack_with_policies;
using testing::policy;

const EvaluationOptions mid_2015{.as_of = Date(2015, 6, 30)};

std::string component(const std::string& id, const std::string& keys) {
    return "\n[[suitability]]\nid = \"" + id + "\"\ntitle = { vi = \"" + id + "\", en = \"" + id +
           "\" }\ncite = \"1\"\n" + keys + "\n";
}

const std::string older = component("older", "value = 'age.years - 30'\nmost = 20\nweight = 2");
const std::string master = component("master", "value = 'degree >= \"master\"'\nweight = 5");

/// Cells of a small plan; absent: missing.
struct Person {
    std::optional<std::string> sex;
    std::optional<int> born;
    std::optional<std::string> degree;
};
struct Pool {
    std::optional<std::string> tier;
    std::optional<int> seats;
};
struct Member {
    std::size_t pool;
    std::size_t person;
    std::optional<bool> incumbent;
};
struct World {
    std::vector<Person> people;
    std::vector<Pool> pools;
    std::vector<Member> members;

    Roster roster() const;
};

std::string name(char kind, std::size_t at) {
    return kind + std::to_string(at);
}

Roster World::roster() const {
    RosterBuilder builder;
    builder.add("units", {{"id", "city"}});
    builder.add_table("pool_members");
    for (std::size_t at = 0; at < people.size(); ++at) {
        Record row{{"id", name('c', at)}};
        if (people[at].sex) row.emplace_back("sex", *people[at].sex);
        if (people[at].born) row.emplace_back("birth_date", Date(*people[at].born, 3, 1));
        if (people[at].degree) row.emplace_back("degree", *people[at].degree);
        builder.add("cadres", row);
    }
    for (std::size_t at = 0; at < pools.size(); ++at) {
        Record row{{"id", name('p', at)},
                   {"kind", "committee"},
                   {"post", None{}},
                   {"unit", "city"},
                   {"term_start", Date(2015, 10, 1)},
                   {"term_end", Date(2020, 10, 1)}};
        if (pools[at].tier) row.emplace_back("tier", *pools[at].tier);
        if (pools[at].seats) row.emplace_back("seats", std::int64_t{*pools[at].seats});
        builder.add("pools", row);
    }
    for (const Member& member : members) {
        Record row{{"pool", name('p', member.pool)},
                   {"cadre", name('c', member.person)},
                   {"status", "approved"},
                   {"added", Date(2014, 1, 1)}};
        if (member.incumbent) row.emplace_back("incumbent", *member.incumbent);
        builder.add("pool_members", row);
    }
    return builder.build();
}

int below(std::mt19937& random, int end) {
    return static_cast<int>(random() % static_cast<unsigned>(end));
}

World filled(World world, std::mt19937& random) {
    for (Person& person : world.people) {
        if (!person.sex) person.sex = below(random, 2) == 0 ? "female" : "male";
        if (!person.born) person.born = 1960 + below(random, 30);
        if (!person.degree) person.degree = below(random, 2) == 0 ? "master" : "bachelor";
    }
    for (Pool& pool : world.pools) {
        if (!pool.tier) pool.tier = below(random, 2) == 0 ? "city" : "district";
        if (!pool.seats) pool.seats = 1 + below(random, 2);
    }
    for (Member& member : world.members) {
        if (!member.incumbent) member.incumbent = below(random, 2) == 0;
    }
    return world;
}

template <class T>
void blank(std::optional<T>& cell, std::mt19937& random, int missing_in_hundred) {
    if (below(random, 100) < missing_in_hundred) cell.reset();
}

World random_world(std::mt19937& random, std::size_t people, std::size_t pools, int missing_in_hundred) {
    World world;
    world.people.resize(people);
    world.pools.resize(pools);
    for (std::size_t pool = 0; pool < pools; ++pool) {
        for (std::size_t person = 0; person < people; ++person) {
            if (below(random, 3) == 0) world.members.push_back({pool, person, {}});
        }
    }
    world = filled(world, random);
    for (Person& person : world.people) {
        blank(person.sex, random, missing_in_hundred);
        blank(person.born, random, missing_in_hundred);
        blank(person.degree, random, missing_in_hundred);
    }
    for (Pool& pool : world.pools) {
        blank(pool.tier, random, missing_in_hundred);
        blank(pool.seats, random, missing_in_hundred);
    }
    for (Member& member : world.members) blank(member.incumbent, random, missing_in_hundred);
    return world;
}

/// Some of these at random.
std::string random_policies(std::mt19937& random) {
    const std::vector<std::string> all{
        policy("entry", "rule = \"entry\"\nmeet = 'age < @\"P52Y\"'"),
        policy("size", "rule = \"members\"\ncount = \">= 1\""),
        policy("most", "rule = \"members\"\ncount = \"<= 2\""),
        policy("seats", "rule = \"ratio\"\nshare = \">= 150 %\""),
        policy("holders", "rule = \"ratio\"\nshare = \"> 100 %\"\nbase = \"incumbents\""),
        policy("women", "rule = \"share\"\nmeet = 'sex = \"female\"'\nshare = \">= 30 %\""),
        policy("few_women", "rule = \"share\"\nmeet = 'sex = \"female\"'\nshare = \"<= 20 %\""),
        policy("men", "rule = \"share\"\nmeet = 'sex = \"male\"'\nshare = \"< 70 %\"\npools = 'tier = \"city\"'"),
        policy("masters", "rule = \"share\"\nmeet = 'degree >= \"master\"'\nshare = \">= 40 %\"\nover = \"plan\""),
        policy("few_masters",
               "rule = \"share\"\nmeet = 'degree >= \"master\"'\nshare = \"<= 60 %\"\nover = \"plan\"\npools = 'tier = "
               "\"city\"'"),
        policy("bands", "rule = \"age_bands\"\nages = [\"P40Y\"]\ncount = \">= 1\"\nover = \"plan\""),
        policy("band", "rule = \"age_bands\"\nages = [\"P40Y\"]\ncount = \"<= 1\""),
        policy("posts", "rule = \"posts_per_person\"\ncount = \"<= 1\""),
        policy("removal", "rule = \"removal\"\nwhen = 'degree = \"bachelor\" and age > @\"P48Y\"'"),
    };
    std::string text = older + master;
    for (const std::string& one : all) {
        if (below(random, 3) == 0) text += one;
    }
    return text;
}

/// Every option that is among those of `all_in`, chosen by the bits of a number.
Proposal subset(const Proposal& empty, const World& world, unsigned bits) {
    Proposal chosen = empty;
    for (PoolProposal& pool : chosen.pools) {
        pool.members.clear();
        for (std::size_t person = 0; person < world.people.size(); ++person, bits >>= 1U) {
            if ((bits & 1U) == 0) continue;
            ProposedMember member;
            member.person = person;
            for (std::size_t row = 0; row < world.members.size(); ++row) {
                if (world.members[row].pool == pool.pool && world.members[row].person == person) member.present = row;
            }
            pool.members.push_back(member);
        }
    }
    return chosen;
}

/// The points that anybody has, from a pack that asks for nothing; undetermined ones count as 0.
std::vector<std::int64_t> points_of_all(const Roster& roster, std::size_t people) {
    std::vector<std::int64_t> points(people);
    const Proposal all = propose(pack_with_policies(older + master), roster, {.evaluation = mid_2015});
    for (const ProposedMember& member : all.pools[0].members) points[member.person] = member.points;
    return points;
}

std::int64_t score(const Proposal& proposal, const std::vector<std::int64_t>& points) {
    std::int64_t sum = 0;
    for (const PoolProposal& pool : proposal.pools) {
        for (const ProposedMember& member : pool.members) sum += points[member.person];
    }
    return sum;
}

/// The policies that the members, as proposed, do not surely keep to.
std::vector<std::string> broken(const Pack& pack, const Roster& roster, const Proposal& proposal) {
    std::vector<std::string> found;
    for (const ProposalBreach& breach : check_proposal(pack, roster, mid_2015, proposal))
        found.push_back(breach.policy);
    return found;
}

TEST(Propose, FindsTheBestOfAllChoicesOrThatThereIsNone) {
    constexpr std::size_t people = 4;
    int feasible = 0;
    int infeasible = 0;
    for (unsigned seed = 0; seed < 40; ++seed) {
        std::mt19937 random(seed);
        const World world = random_world(random, people, 2, seed % 3 == 0 ? 0 : 8);
        const Roster roster = world.roster();
        const Pack pack = pack_with_policies(random_policies(random));
        const Proposal found = propose(pack, roster, {.evaluation = mid_2015});
        const auto points = points_of_all(roster, people);
        std::optional<std::int64_t> best;
        for (unsigned bits = 0; bits < (1U << (2 * people)); ++bits) {
            const Proposal choice = subset(found, world, bits);
            if (!check_proposal(pack, roster, mid_2015, choice).empty()) continue;
            best = std::max(best.value_or(0), score(choice, points));
        }
        SCOPED_TRACE(seed);
        ASSERT_NE(found.status, SelectionStatus::unknown);
        ASSERT_EQ(found.has_members(), best.has_value()) << ::testing::PrintToString(broken(pack, roster, found));
        (best ? feasible : infeasible)++;
        if (!best) continue;
        EXPECT_EQ(broken(pack, roster, found), std::vector<std::string>{});
        EXPECT_EQ(found.status, SelectionStatus::optimal);
        EXPECT_EQ(found.score, *best);
        EXPECT_EQ(score(found, points), *best) << "the score is that of the members";
    }
    EXPECT_GT(feasible, 10);
    EXPECT_GT(infeasible, 3);
}

/// Whether the proposal says that it is open if a present member of the pool stays.
bool is_unsettled(const World& world, const Proposal& proposal, std::size_t pool, std::size_t person) {
    const auto& unsettled = proposal.pools[pool].unsettled;
    return std::any_of(unsettled.begin(), unsettled.end(),
                       [&](const UnsettledRemoval& open) { return world.members[open.row].person == person; });
}

TEST(Propose, HoldsWhateverTheMissingCellsAre) {
    int held = 0;
    for (unsigned seed = 0; seed < 60; ++seed) {
        std::mt19937 random(1000 + seed);
        const World world = random_world(random, 8, 3, 15);
        const Pack pack = pack_with_policies(random_policies(random));
        const Proposal found = propose(pack, world.roster(), {.evaluation = mid_2015});
        if (!found.has_members()) continue;
        for (int filling = 0; filling < 8; ++filling) {
            const Roster roster = filled(world, random).roster();
            SCOPED_TRACE(seed);
            // A present member who is under a removal policy only once cells are filled in may have stayed.
            for (const ProposalBreach& breach : check_proposal(pack, roster, mid_2015, found)) {
                ASSERT_EQ(breach.policy, "removal");
                ASSERT_TRUE(is_unsettled(world, found, *breach.pool, *breach.person));
            }
            ++held;
        }
    }
    EXPECT_GT(held, 100);
}

/// The roster once the proposal has been carried out.
Roster carried_out(World world, const Proposal& proposal) {
    const std::vector<Member> present = world.members;
    world.members.clear();
    for (const PoolProposal& pool : proposal.pools) {
        for (const ProposedMember& member : pool.members) {
            const auto incumbent = member.present ? present[*member.present].incumbent : false;
            world.members.push_back({pool.pool, member.person, incumbent});
        }
    }
    return world.roster();
}

bool is_unjudged(const Proposal& proposal, const ClauseResult& judged) {
    return std::any_of(proposal.unjudged.begin(), proposal.unjudged.end(), [&](const UnjudgedClause& clause) {
        return clause.policy == judged.policy && (!clause.pool || clause.pool == judged.pool);
    });
}

TEST(Propose, ClaimsNothingThatCompositionDoesNotFind) {
    int judged = 0;
    int unjudged = 0;
    for (unsigned seed = 0; seed < 150; ++seed) {
        std::mt19937 random(5000 + seed);
        const World world = random_world(random, 5, 3, seed % 3 == 0 ? 0 : 10);
        const Pack pack = pack_with_policies(random_policies(random));
        const Proposal found = propose(pack, world.roster(), {.evaluation = mid_2015});
        if (!found.has_members()) continue;
        for (const ClauseResult& clause : compose(pack, carried_out(world, found), mid_2015).clauses) {
            const bool is_open = is_unjudged(found, clause);
            (is_open ? unjudged : judged)++;
            if (is_open) continue;
            ASSERT_EQ(clause.verdict, Verdict::met) << "seed " << seed << ", " << clause.policy << " of "
                                                    << (clause.pool ? name('p', *clause.pool) : "all");
        }
    }
    EXPECT_GT(judged, 200);
    EXPECT_GT(unjudged, 20);
}

World four_people() {
    return {{{"female", 1980, "master"}, {"male", 1970, "bachelor"}, {"male", 1975, {}}, {{}, 1968, "bachelor"}},
            {{"city", 1}},
            {{0, 1, true}}};
}

std::vector<std::string> ids(const Proposal& proposal) {
    std::vector<std::string> found;
    for (const ProposalClause& clause : proposal.conflict) found.push_back(clause.id);
    return found;
}

using Ids = std::vector<std::string>;

TEST(Propose, NamesTheSmallestSetOfPoliciesInConflict) {
    const Pack pack =
        pack_with_policies(policy("three", "rule = \"members\"\ncount = \">= 3\"") +
                           policy("half", "rule = \"share\"\nmeet = 'sex = \"female\"'\nshare = \">= 50 %\"") +
                           policy("young", "rule = \"entry\"\nmeet = 'age < @\"P60Y\"'"));
    const Proposal found = propose(pack, four_people().roster(), {.evaluation = mid_2015});
    EXPECT_EQ(found.status, SelectionStatus::infeasible);
    EXPECT_EQ(ids(found), (Ids{"three", "half"})) << "one woman is known";
    EXPECT_EQ(found.proof, SelectionConflict::Proof::smallest);
    EXPECT_EQ(found.conflict[1].citation.clause, "1");
}

TEST(Propose, FindsTheConflictOfSharesThatOnlyAnEmptyPoolKeeps) {
    const auto women = [](const std::string& id, const std::string& share, const std::string& over) {
        return policy(id, "rule = \"share\"\nmeet = 'sex = \"female\"'\nshare = \"" + share + "\"" + over);
    };
    for (const std::string over : {"", "\nover = \"plan\""}) {
        const Pack pack = pack_with_policies(older + women("most", ">= 60 %", over) + women("few", "<= 20 %", over));
        const Proposal found = propose(pack, four_people().roster(), {.evaluation = mid_2015});
        EXPECT_EQ(found.status, SelectionStatus::infeasible);
        EXPECT_EQ(ids(found), (Ids{"most", "few"}));
    }
}

TEST(Propose, LeavesAShareOpenWhereNobodyCouldBeProposed) {
    World world = four_people();
    world.pools.push_back({"district", 1});
    const Pack pack = pack_with_policies(
        older + policy("nobody", "rule = \"entry\"\nmeet = 'age < @\"P20Y\"'\npools = 'tier = \"district\"'") +
        policy("women", "rule = \"share\"\nmeet = 'sex = \"female\"'\nshare = \">= 20 %\"") +
        policy("holders", "rule = \"ratio\"\nshare = \"<= 400 %\"\nbase = \"incumbents\""));
    const Proposal found = propose(pack, world.roster(), {.evaluation = mid_2015});
    ASSERT_EQ(found.status, SelectionStatus::optimal);
    EXPECT_EQ(found.pools[0].members.size(), 4u);
    ASSERT_EQ(found.unjudged.size(), 2u);
    EXPECT_EQ(found.unjudged[0].policy, "women");
    EXPECT_EQ(found.unjudged[0].pool, 1u);
    EXPECT_EQ(found.unjudged[0].why.id, texts::proposal_share_of_nobody);
    EXPECT_EQ(found.unjudged[1].why.id, texts::proposal_no_incumbents);
    EXPECT_EQ(broken(pack, world.roster(), found), Ids{});
}

TEST(Propose, KeepsAsManyPresentMembersAsAsked) {
    const Pack pack = pack_with_policies(older + policy("one", "rule = \"members\"\ncount = \"<= 1\""));
    World world = four_people();
    const Proposal free = propose(pack, world.roster(), {.evaluation = mid_2015});
    ASSERT_EQ(free.pools[0].members.size(), 1u);
    EXPECT_EQ(free.pools[0].members[0].person, 3u) << "the oldest";
    ASSERT_EQ(free.pools[0].dropped.size(), 1u);
    EXPECT_EQ(free.pools[0].dropped[0].why, DroppedMember::Why::left_out);

    const Proposal kept = propose(pack, world.roster(), {.evaluation = mid_2015, .keep = {1, 1}});
    EXPECT_EQ(kept.pools[0].members[0].person, 1u);
    EXPECT_EQ(kept.pools[0].members[0].present, 0u);
    EXPECT_EQ(kept.score, 30) << "45 years, less 30, twice";

    world.members.push_back({0, 2, false});
    const Proposal conflict = propose(pack, world.roster(), {.evaluation = mid_2015, .keep = {1, 1}});
    EXPECT_EQ(conflict.status, SelectionStatus::infeasible);
    EXPECT_EQ(ids(conflict), (Ids{"one", ""})) << "two cannot be kept in a pool of one";
}

TEST(Propose, LeavesOutWhoDoesNotSurelyMeetAndSaysWhy) {
    const Pack pack = pack_with_policies(master + policy("masters", "rule = \"entry\"\nmeet = 'degree >= \"master\"'"));
    World world = four_people();
    world.members.push_back({0, 2, {}});
    const Proposal found = propose(pack, world.roster(), {.evaluation = mid_2015});
    const PoolProposal& pool = found.pools[0];
    ASSERT_EQ(pool.members.size(), 1u);
    EXPECT_EQ(pool.members[0].person, 0u);
    EXPECT_EQ(pool.members[0].points, 5);
    EXPECT_EQ(pool.eligible, 1u);
    EXPECT_EQ(pool.undetermined, 1u);
    ASSERT_EQ(pool.open.size(), 1u);
    EXPECT_EQ(pool.open[0].person, 2u);
    EXPECT_EQ(pool.open[0].fields[0].attribute, "degree");
    ASSERT_EQ(pool.dropped.size(), 2u);
    EXPECT_EQ(pool.dropped[0].why, DroppedMember::Why::entry_not_met);
    EXPECT_EQ(pool.dropped[0].policy, "masters");
    EXPECT_EQ(pool.dropped[1].why, DroppedMember::Why::entry_undetermined);
}

TEST(Propose, ProposesNobodyNewWhoMayBeUnderARemovalPolicyAndLetsPresentMembersStay) {
    const Pack pack = pack_with_policies(older + policy("too_old", "rule = \"removal\"\nwhen = 'degree = \"master\"'"));
    const Roster roster = four_people().roster();
    World world = four_people();
    const Proposal found = propose(pack, roster, {.evaluation = mid_2015});
    EXPECT_EQ(found.pools[0].eligible, 2u) << "the two bachelors";
    EXPECT_EQ(found.pools[0].members.size(), 2u);
    EXPECT_EQ(found.pools[0].undetermined, 1u);
    ASSERT_EQ(found.pools[0].open.size(), 1u);
    EXPECT_EQ(found.pools[0].open[0].person, 2u);
    EXPECT_EQ(found.pools[0].open[0].fields[0].attribute, "degree");
    EXPECT_TRUE(found.pools[0].unsettled.empty());

    world.members.push_back({0, 2, {}});
    const Proposal stays = propose(pack, world.roster(), {.evaluation = mid_2015});
    EXPECT_EQ(stays.pools[0].members.size(), 3u);
    ASSERT_EQ(stays.pools[0].unsettled.size(), 1u);
    EXPECT_EQ(stays.pools[0].unsettled[0].row, 1u);
    EXPECT_EQ(stays.pools[0].unsettled[0].policy, "too_old");
    EXPECT_EQ(stays.pools[0].unsettled[0].fields[0].attribute, "degree");
    EXPECT_EQ(broken(pack, world.roster(), stays), Ids{});

    Proposal taken_in = found;
    taken_in.pools[0].members.push_back({2, {}, 0, {}});
    EXPECT_EQ(broken(pack, roster, taken_in), Ids{"too_old"});
}

TEST(Propose, CountsUndeterminedComponentsAsTheLeastAndSaysSo) {
    const Pack pack = pack_with_policies(master + older);
    const Proposal found = propose(pack, four_people().roster(), {.evaluation = mid_2015});
    const ProposedMember& open = found.pools[0].members[2];
    EXPECT_EQ(open.components[0].value, 0);
    EXPECT_TRUE(open.components[0].undetermined);
    EXPECT_EQ(open.components[1].value, 10) << "40 years, less 30";
    EXPECT_EQ(open.components[1].points, 20);
    EXPECT_FALSE(open.components[1].undetermined);
    EXPECT_EQ(open.points, 20);
}

TEST(Propose, LeavesOtherPoolsAsTheyAreAndCountsThem) {
    World world = four_people();
    world.pools.push_back({"city", 1});
    world.members = {{1, 3, false}};
    const Pack pack = pack_with_policies(older + policy("posts", "rule = \"posts_per_person\"\ncount = \"<= 1\"") +
                                         policy("one", "rule = \"members\"\ncount = \"<= 1\""));
    const Proposal found =
        propose(pack, world.roster(), {.evaluation = mid_2015, .pools = std::vector<std::size_t>{0}});
    ASSERT_EQ(found.pools.size(), 1u);
    ASSERT_EQ(found.pools[0].members.size(), 1u);
    EXPECT_EQ(found.pools[0].members[0].person, 1u) << "the oldest stands in the other pool already";
    EXPECT_EQ(broken(pack, world.roster(), found), std::vector<std::string>{});
}

TEST(Propose, AsksForAHigherPostWhereThePoolHasOne) {
    testing::TwoPostsAndACommittee builder;
    ListValue held;
    held.records.push_back({{"post", "deputy"}, {"from", Date(2012, 1, 1)}, {"to", Ongoing{}}, {"primary", true}});
    builder.add("cadres", {{"id", "c"}, {"appointments", held}});
    const Pack pack =
        pack_with_policies(component("any", "value = 'true'\nweight = 1") + policy("higher", "rule = \"higher_post\""));
    const Roster roster = builder.build();
    const Proposal found = propose(pack, roster, {.evaluation = mid_2015});
    ASSERT_EQ(found.pools.size(), 3u);
    ASSERT_EQ(found.pools[0].members.size(), 1u);
    EXPECT_EQ(found.pools[0].members[0].person, 2u);
    EXPECT_TRUE(found.pools[1].members.empty()) << "the deputy's post is no higher";
    ASSERT_EQ(found.unjudged.size(), 1u);
    EXPECT_EQ(found.unjudged[0].pool, 2u) << "the committee";
    EXPECT_EQ(broken(pack, roster, found), std::vector<std::string>{});
}

TEST(Propose, SaysWhatItDoesNotJudge) {
    World world = four_people();
    world.pools[0].seats.reset();
    const Pack pack = pack_with_policies(policy("seats", "rule = \"ratio\"\nshare = \">= 100 %\"") +
                                         policy("action", "rule = \"development\""));
    const Proposal found = propose(pack, world.roster(), {.evaluation = mid_2015});
    ASSERT_EQ(found.unjudged.size(), 2u);
    EXPECT_EQ(found.unjudged[0].pool, 0u);
    EXPECT_EQ(found.unjudged[0].why.id, texts::proposal_seats_unknown);
    EXPECT_EQ(found.unjudged[1].policy, "action");
}

/// Pools that ask for the same do not compete for the same people alone.
TEST(Propose, DealsPeopleOutWhereMoreAreEligibleThanAreConsidered) {
    World world;
    for (int at = 0; at < 600; ++at) world.people.push_back({"male", 1950 + at % 40, "master"});
    world.pools.assign(3, {"city", 1});
    const Pack pack = pack_with_policies(older + policy("size", "rule = \"members\"\ncount = \">= 30\"") +
                                         policy("posts", "rule = \"posts_per_person\"\ncount = \"<= 1\""));
    ProposalOptions options{.evaluation = mid_2015};
    const Proposal found = propose(pack, world.roster(), options);
    EXPECT_TRUE(found.cut);
    EXPECT_TRUE(found.has_members());
    EXPECT_EQ(found.pools[0].options, most_options_a_pool);
    EXPECT_EQ(found.pools[0].eligible, 600u);

    options.evaluation.threads = 4;
    const Proposal again = propose(pack, world.roster(), options);
    EXPECT_EQ(again.score, found.score);
    for (std::size_t pool = 0; pool < 3; ++pool) {
        ASSERT_EQ(again.pools[pool].members.size(), found.pools[pool].members.size());
        for (std::size_t at = 0; at < found.pools[pool].members.size(); ++at) {
            EXPECT_EQ(again.pools[pool].members[at].person, found.pools[pool].members[at].person);
        }
    }
}

/// Old men come first by suitability; the women and the masters are the youngest.
World mostly_old_men(std::size_t men) {
    World world;
    world.people.assign(men, {"male", 1955, "bachelor"});
    for (int at = 0; at < 40; ++at) world.people.push_back({"female", 1975, "bachelor"});
    for (int at = 0; at < 40; ++at) world.people.push_back({"male", 1976, "master"});
    world.people.push_back({"female", 1984, "master"});
    world.people.push_back({"female", 1984, "master"});
    world.pools.assign(2, {"city", 1});
    return world;
}

TEST(Propose, ConsidersTheBestOfEachClassThatASharesAsksFor) {
    const std::string two =
        policy("two", "rule = \"members\"\ncount = \"<= 4\"") + policy("some", "rule = \"members\"\ncount = \">= 2\"");
    const std::string women = policy("women", "rule = \"share\"\nmeet = 'sex = \"female\"'\nshare = \">= 50 %\"");
    const std::string masters = policy("masters", "rule = \"share\"\nmeet = 'degree < \"master\"'\nshare = \"< 50 %\"");
    const std::string young =
        policy("young", "rule = \"age_bands\"\nages = [\"P39Y\"]\ncount = \">= 1\"\nover = \"plan\"");
    for (const std::string& policies : {two + women, two + women + young, two + women + masters}) {
        const Pack pack = pack_with_policies(older + policies);
        const Roster roster = mostly_old_men(400).roster();
        const Proposal found = propose(pack, roster, {.evaluation = mid_2015});
        SCOPED_TRACE(policies);
        EXPECT_TRUE(found.cut);
        ASSERT_TRUE(found.has_members());
        EXPECT_EQ(broken(pack, roster, found), Ids{});
    }
}

TEST(Propose, ConsidersMoreThanAPoolHasToHold) {
    const Pack pack = pack_with_policies(older + policy("size", "rule = \"ratio\"\nshare = \">= 150 %\""));
    World world = mostly_old_men(400);
    world.pools[0].seats = 60;
    const Proposal found = propose(pack, world.roster(), {.evaluation = mid_2015});
    ASSERT_TRUE(found.has_members());
    EXPECT_EQ(found.pools[0].options, 180u);
    EXPECT_EQ(found.pools[1].options, most_options_a_pool);
}

TEST(Propose, CallsNothingInfeasibleWhereMoreAreEligibleThanAreConsidered) {
    const std::string policies =
        policy("three", "rule = \"members\"\ncount = \">= 3\"") + policy("two", "rule = \"members\"\ncount = \"<= 2\"");
    const Pack pack = pack_with_policies(older + policies);
    const Proposal found = propose(pack, mostly_old_men(400).roster(), {.evaluation = mid_2015});
    EXPECT_TRUE(found.cut);
    EXPECT_EQ(found.status, SelectionStatus::unknown);
    EXPECT_EQ(ids(found), (Ids{"three", "two"})) << "among those considered";
}

TEST(Propose, RefusesAPoolThatIsNotThereAndAShareOverAll) {
    const Pack pack = pack_with_policies(older);
    const Roster roster = four_people().roster();
    EXPECT_THROW(propose(pack, roster, {.evaluation = mid_2015, .pools = std::vector<std::size_t>{1}}), Error);
    EXPECT_THROW(propose(pack, roster, {.evaluation = mid_2015, .keep = {3, 2}}), Error);
}

std::vector<std::string> findings(const std::string& text) {
    Diagnostics diagnostics;
    read_suitability(pack_with_policies(text), diagnostics);
    std::vector<std::string> found;
    for (const Diagnostic& finding : diagnostics) found.emplace_back(code(finding.message.id));
    return found;
}

TEST(Suitability, RefusesSensitiveAttributesThatAreNotDeclared) {
    const std::string fit = "value = 'fit_for_duty'\nweight = 1\n";
    EXPECT_EQ(findings(component("a", fit)), Ids{"sensitive_undeclared"});
    EXPECT_EQ(findings(component("a", fit + "reads_sensitive = [\"cadres.fit_for_duty\"]")), Ids{});
    EXPECT_EQ(findings(component("a",
                                 "value = 'degree >= \"master\"'\nweight = 1\n"
                                 "reads_sensitive = [\"cadres.fit_for_duty\"]")),
              Ids{"sensitive_unread"});
}

TEST(Suitability, ReportsWhatIsWrongWithAComponent) {
    EXPECT_EQ(findings(older + master), Ids{});
    EXPECT_EQ(findings(component("a", "value = 'degree'\nweight = 1")), Ids{"suitability_value"});
    EXPECT_EQ(findings(component("a", "value = 'age.years'\nweight = 1")), Ids{"missing_key"}) << "most";
    EXPECT_EQ(findings(component("a", "value = 'degree >= \"master\"'\nmost = 1\nweight = 1")),
              Ids{"suitability_most_of_condition"});
    EXPECT_EQ(findings(component("a", "value = 'degree >= \"master\"'\nweight = 0")), Ids{"suitability_number"});
    EXPECT_EQ(findings(component("a", "value = 'degree >= \"master\"'\nweight = 1\nbonus = 1")), Ids{"unknown_key"});
    EXPECT_EQ(findings("\n[[suitability]]\nid = \"a\"\ntitle = { vi = \"a\", en = \"a\" }\n"
                       "value = 'sex = \"female\"'\nweight = 1\ncite = { document = \"1-QĐ/TU\" }\n"),
              Ids{"trait_without_clause"});
}

}  // namespace
}  // namespace cadre
