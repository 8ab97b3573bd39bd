#include "planning/planning_roster.hpp"

#include <cadre/error.hpp>
#include <cadre/planning/plan_review.hpp>

#include <gtest/gtest.h>

#include <set>
#include <tuple>

namespace cadre {
namespace {

using testing::pack_with_policies;
using testing::policy;
using testing::TwoPostsAndACommittee;
using Rows = std::vector<std::size_t>;

const EvaluationOptions mid_2015{.as_of = Date(2015, 6, 30)};
const Date last_day(2014, 6, 30);

const std::string young = policy("young", "rule = \"entry\"\nmeet = 'age < @\"P45Y\"'");
const std::string graduate = policy("graduate", "rule = \"entry\"\nmeet = 'degree >= \"bachelor\"'");
const std::string master = policy("master", "rule = \"entry\"\nmeet = 'degree >= \"master\"'");
const std::string disciplined =
    policy("disciplined", "rule = \"removal\"\nwhen = 'some d in disciplines[decided <= as_of] satisfies true'");

/// The small world with members added one by one.
class World : public TwoPostsAndACommittee {
public:
    World& member(const char* pool, const char* cadre, Date added = Date(2014, 1, 1), const char* status = "approved") {
        add("pool_members", {{"pool", pool}, {"cadre", cadre}, {"status", status}, {"added", added}});
        return *this;
    }
    World& decision(const char* pool, const char* cadre, const char* choice, Value reason = None{},
                    Value decided = Date(2015, 6, 1)) {
        add("review_decisions",
            {{"pool", pool}, {"cadre", cadre}, {"choice", choice}, {"reason", reason}, {"decided", decided}});
        return *this;
    }
};

ListValue one(Record record) {
    ListValue list;
    list.records.push_back(std::move(record));
    return list;
}

PlanReview review(const std::string& policies, const RosterBuilder& builder, const LastReview& last = {}) {
    return review_plan(pack_with_policies(policies), builder.build(), mid_2015, last);
}

std::vector<ReviewFinding> about(const PlanReview& review, ReviewMatter matter) {
    std::vector<ReviewFinding> found;
    for (const ReviewFinding& finding : review.findings) {
        if (finding.matter == matter) found.push_back(finding);
    }
    return found;
}

std::vector<std::string> fields(const ReviewFinding& finding) {
    std::vector<std::string> names;
    for (const MissingField& field : finding.missing) names.push_back(field.table + "." + field.attribute);
    return names;
}

std::vector<std::string> codes(const PlanReview& review) {
    std::vector<std::string> found;
    for (const PlanFinding& finding : review.plan_findings) found.emplace_back(code(finding.message.id));
    return found;
}

using Names = std::vector<std::string>;

TEST(PlanReview, FindsGroundsForRemovalAndSinceWhen) {
    World world;
    world.add("cadres", {{"id", "c"},
                         {"birth_date", Date(1980, 1, 1)},
                         {"disciplines", one({{"form", "reprimand"}, {"decided", Date(2015, 2, 1)}})}});
    world.member("committee", "a").member("committee", "c");
    const PlanReview found = review(disciplined, world);

    ASSERT_EQ(found.findings.size(), 2u);
    EXPECT_EQ(found.policies[found.findings[1].policy].id, "disciplined");
    EXPECT_EQ(found.policies[0].citation.clause, "1");
    EXPECT_EQ(found.findings[1].matter, ReviewMatter::removal);
    EXPECT_EQ(found.findings[1].verdict, Verdict::met);
    EXPECT_EQ(found.findings[1].pool, 2u);
    EXPECT_EQ(found.findings[1].member, 1u);
    EXPECT_EQ(found.findings[1].since, day_number(Date(2015, 2, 1)));
    EXPECT_EQ(found.findings[0].verdict, Verdict::undetermined);
    EXPECT_EQ(fields(found.findings[0]), Names{"cadres.disciplines"});
}

TEST(PlanReview, FindsMembersWhoNoLongerMeetWhatEntryAsks) {
    World world;
    world.add("cadres", {{"id", "c"}});
    world.member("pool_director", "a").member("pool_director", "b").member("pool_director", "c");
    const auto found = about(review(young, world), ReviewMatter::entry_not_kept);

    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].member, 1u);
    EXPECT_EQ(found[0].verdict, Verdict::met);
    EXPECT_EQ(found[0].since, day_number(Date(2015, 5, 2))) << "the birthday";
    EXPECT_EQ(found[1].member, 2u);
    EXPECT_EQ(fields(found[1]), Names{"cadres.birth_date"});
    EXPECT_FALSE(found[1].since);
}

TEST(PlanReview, KeepsToPoolsThatAPolicyIsFor) {
    World world;
    world.member("committee", "b").member("pool_deputy", "b");
    const std::string posts = policy("young", "rule = \"entry\"\npools = 'kind = \"post\"'\nmeet = 'age < @\"P45Y\"'");
    const auto found = review(posts, world).findings;
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].pool, 1u);
}

TEST(PlanReview, NamesWhatLeavesMembershipItselfOpen) {
    World world;
    world.add("pool_members", {{"pool", "committee"}, {"cadre", "b"}, {"status", "approved"}});
    world.add("pool_members",
              {{"pool", "committee"}, {"cadre", "stranger"}, {"status", "approved"}, {"added", Date(2014, 1, 1)}});
    const PlanReview found = review(young, world);

    ASSERT_EQ(found.findings.size(), 2u);
    EXPECT_EQ(found.findings[0].verdict, Verdict::undetermined) << "whether in the pool at all";
    EXPECT_EQ(fields(found.findings[0]), Names{"pool_members.added"});
    EXPECT_EQ(fields(found.findings[1]), Names{"pool_members.cadre"});
    EXPECT_EQ(codes(found), Names{"plan_member_without_cadre"});
    EXPECT_EQ(found.possible_members, 1);
}

TEST(PlanReview, SaysWhoMayBeAddedAndWhetherThereIsRoom) {
    World world;
    world.add("cadres", {{"id", "c"}, {"degree", "doctorate"}});
    world.add("cadres", {{"id", "d"}});
    world.member("pool_director", "a");
    const std::string away = policy("away", "rule = \"removal\"\nwhen = 'degree = \"doctorate\"'");
    const PlanReview found = review(graduate + away + policy("most", "rule = \"members\"\ncount = \"<= 1\""), world);

    ASSERT_EQ(found.additions.size(), 3u);
    EXPECT_EQ(found.additions[0].rows, (Rows{1})) << "a is in, c should go, of d nothing is known";
    EXPECT_EQ(found.additions[0].room, Verdict::not_met);
    EXPECT_EQ(found.policies[*found.additions[0].size_policy].id, "most");
    EXPECT_EQ(found.additions[1].rows, (Rows{0, 1})) << "a is in a pool of another post";
    EXPECT_EQ(found.additions[1].room, Verdict::met);
    EXPECT_FALSE(found.additions[1].size_policy);
}

TEST(PlanReview, LeavesOutWhoIsInAnotherPoolOfThePost) {
    World world;
    world.add("pools", {{"id", "next_term"}, {"kind", "post"}, {"post", "director"}, {"unit", "city"}});
    world.member("next_term", "a");
    world.add("pool_members", {{"pool", "no_such_pool"}, {"cadre", "b"}, {"status", "approved"}});
    const PlanReview found = review(graduate, world);
    EXPECT_EQ(found.additions[0].cadres, 0) << "a is in the next term's; of b the pool is not known";
    EXPECT_EQ(found.additions[1].rows, (Rows{0}));
}

TEST(PlanReview, CountsAllButListsTheFirst) {
    World world;
    for (int i = 0; i < 150; ++i) world.add("cadres", {{"degree", "bachelor"}});
    const PlanReview found = review(graduate, world);
    EXPECT_EQ(found.additions[0].cadres, 152);
    ASSERT_EQ(found.additions[0].rows.size(), most_additions_listed);
    EXPECT_EQ(found.additions[0].rows.back(), 99u);
}

TEST(PlanReview, JudgesRoomBySeatsAndIncumbents) {
    const auto room = [](const std::string& rule, const World& world) {
        return review(graduate + policy("size", rule), world).additions[2].room;
    };
    World world;
    world.member("committee", "a");
    EXPECT_EQ(room("rule = \"ratio\"\nshare = \"<= 67 %\"", world), Verdict::met) << "2 of 3 seats";
    EXPECT_EQ(room("rule = \"ratio\"\nshare = \"<= 66 %\"", world), Verdict::not_met);
    EXPECT_EQ(room("rule = \"ratio\"\nshare = \">= 150 %\"", world), Verdict::met) << "a lower bound leaves room";
    EXPECT_EQ(room("rule = \"ratio\"\nshare = \"<= 200 %\"\nbase = \"incumbents\"", world), Verdict::undetermined);
    world.add("pool_members", {{"pool", "committee"}, {"cadre", "b"}, {"status", "approved"}});
    EXPECT_EQ(room("rule = \"members\"\ncount = \"<= 2\"", world), Verdict::undetermined) << "b may be in";
    EXPECT_EQ(room("rule = \"members\"\ncount = \"<= 3\"", world), Verdict::met);
}

TEST(PlanReview, ComparesReadinessWithThisYearsFactsOnThatDay) {
    World world;
    world.member("pool_director", "a").member("pool_director", "b");
    const PlanReview found = review(young + graduate, world, {.day = last_day});

    EXPECT_EQ(found.compared_with, ComparedWith::this_roster);
    ASSERT_EQ(found.readiness.size(), 1u);
    EXPECT_EQ(found.readiness[0].member, 1u);
    EXPECT_EQ(found.readiness[0].before, Verdict::met);
    EXPECT_EQ(found.readiness[0].after, Verdict::not_met);
    ASSERT_EQ(found.readiness[0].policies.size(), 1u);
    EXPECT_EQ(found.policies[found.readiness[0].policies[0].policy].id, "young");
    EXPECT_EQ(found.readiness[0].policies[0].since, day_number(Date(2015, 5, 2)));
}

TEST(PlanReview, ComparesReadinessWithLastYearsRosterByKeys) {
    RosterBuilder before;
    before.add("cadres", {{"id", "b"}, {"degree", "master"}});
    before.add("cadres", {{"id", "a"}, {"degree", "bachelor"}});
    before.add("pools", {{"id", "committee"}, {"kind", "committee"}, {"post", None{}}});
    const Roster roster = before.build();
    World world;
    world.member("committee", "a").member("committee", "b").member("pool_deputy", "a");
    const PlanReview found = review(master, world, {.day = last_day, .roster = &roster});

    EXPECT_EQ(found.compared_with, ComparedWith::last_roster);
    ASSERT_EQ(found.readiness.size(), 2u) << "the deputies' pool did not exist";
    EXPECT_EQ(std::tuple(found.readiness[0].member, found.readiness[0].before, found.readiness[0].after),
              std::tuple(0u, Verdict::not_met, Verdict::met));
    EXPECT_EQ(std::tuple(found.readiness[1].member, found.readiness[1].before, found.readiness[1].after),
              std::tuple(1u, Verdict::met, Verdict::not_met));
}

TEST(PlanReview, ComparesNothingWithoutALastReview) {
    World world;
    world.member("pool_director", "b");
    const PlanReview found = review(young, world);
    EXPECT_EQ(found.compared_with, ComparedWith::nothing);
    EXPECT_TRUE(found.readiness.empty());
    EXPECT_TRUE(found.member_changes.empty());
}

using Change = std::tuple<MemberChange::Kind, std::string, std::optional<std::size_t>, std::optional<std::size_t>>;

std::vector<Change> changes(const PlanReview& review) {
    std::vector<Change> found;
    for (const MemberChange& c : review.member_changes) found.emplace_back(c.kind, c.pool, c.member, c.member_before);
    return found;
}

TEST(PlanReview, ListsMembersAddedRemovedAndChangedBetweenRosters) {
    World before;
    before.member("committee", "b").member("committee", "a", Date(2014, 1, 1), "proposed");
    before.add("cadres", {{"id", "gone"}});
    before.member("committee", "gone");
    const Roster roster = before.build();
    World world;
    world.member("committee", "a").member("pool_deputy", "a");
    const PlanReview found = review(graduate, world, {.day = last_day, .roster = &roster});

    using Kind = MemberChange::Kind;
    EXPECT_EQ(changes(found), (std::vector<Change>{{Kind::added, "pool_deputy", 1, std::nullopt},
                                                   {Kind::status, "committee", 0, 1},
                                                   {Kind::removed, "committee", std::nullopt, 0},
                                                   {Kind::removed, "committee", std::nullopt, 2}}));
    EXPECT_EQ(found.member_changes[1].status_before, "proposed");
    EXPECT_EQ(found.member_changes[1].status, "approved");
    EXPECT_EQ(found.not_compared, 0);
}

TEST(PlanReview, TellsChangesOfMembersByTheirDaysWithoutLastYearsRoster) {
    World world;
    world.member("committee", "a", Date(2015, 1, 1));
    world.add("pool_members", {{"pool", "committee"},
                               {"cadre", "b"},
                               {"status", "removed"},
                               {"added", Date(2013, 1, 1)},
                               {"removed", Date(2015, 1, 1)}});
    using Kind = MemberChange::Kind;
    EXPECT_EQ(changes(review(graduate, world, {.day = last_day})),
              (std::vector<Change>{{Kind::added, "committee", 0, std::nullopt},
                                   {Kind::removed, "committee", std::nullopt, 1}}));
}

TEST(PlanReview, CountsMembersWithoutKeysThatCannotBeCompared) {
    World before;
    const Roster roster = before.build();
    World world;
    world.add("pool_members",
              {{"pool", "committee"}, {"cadre", "stranger"}, {"status", "approved"}, {"added", Date(2014, 1, 1)}});
    const PlanReview found = review(graduate, world, {.day = last_day, .roster = &roster});
    EXPECT_TRUE(found.member_changes.empty());
    EXPECT_EQ(found.not_compared, 1);
}

TEST(PlanReview, AddsNobodyWhoMayBeUnderARemovalPolicy) {
    World world;
    world.add("cadres", {{"id", "c"}, {"birth_date", Date(1980, 1, 1)}, {"disciplines", ListValue{}}});
    const PlanReview found = review(young + disciplined, world);
    ASSERT_EQ(found.additions.size(), 3u);
    EXPECT_EQ(found.additions[0].rows, Rows{2}) << "of \"a\" nothing is known about discipline";
}

const std::string developed = policy("developed", "rule = \"development\"\npools = 'kind = \"post\"'");

/// What is found for a cadre "c", planned since 2014, with these facts and this action.
std::vector<ReviewFinding> undeveloped(Record facts, const std::vector<Record>& actions, bool with_table = true) {
    World world;
    facts.emplace_back("id", "c");
    world.add("cadres", facts);
    world.member("pool_director", "c").member("committee", "a");
    if (with_table) world.add_table("development_actions");
    for (const Record& action : actions) world.add("development_actions", action);
    return about(review(developed, world), ReviewMatter::no_development);
}

TEST(PlanReview, FindsPlannedCadresWithoutDevelopment) {
    const Record idle{{"trainings", ListValue{}}, {"appointments", ListValue{}}};
    const auto found = undeveloped(idle, {});
    ASSERT_EQ(found.size(), 1u) << "the committee's pool is not asked for it";
    EXPECT_EQ(found[0].verdict, Verdict::met);
    EXPECT_EQ(found[0].member, 0u);

    EXPECT_TRUE(undeveloped(idle, {{{"cadre", "c"}, {"kind", "rotation"}, {"from", Date(2015, 9, 1)}}}).empty())
        << "planned";
    EXPECT_EQ(undeveloped(idle, {{{"cadre", "c"}, {"from", Date(2013, 1, 1)}, {"to", Date(2013, 6, 1)}}}).size(), 1u)
        << "ended before one was planned";
    EXPECT_EQ(undeveloped(idle, {{{"cadre", "a"}, {"from", Date(2015, 1, 1)}}}).size(), 1u) << "another's";
}

TEST(PlanReview, CountsTrainingAndRotationOnFileAsDevelopment) {
    const Value after = one({{"from", Date(2014, 5, 1)}, {"to", Date(2014, 6, 1)}});
    const Value rotation = one({{"kind", "rotation"}, {"from", Date(2014, 5, 1)}, {"to", Ongoing{}}});
    const Value post = one({{"kind", "appointment"}, {"from", Date(2014, 5, 1)}, {"to", Ongoing{}}});
    EXPECT_TRUE(undeveloped({{"trainings", after}, {"appointments", ListValue{}}}, {}).empty());
    EXPECT_TRUE(undeveloped({{"trainings", ListValue{}}, {"appointments", rotation}}, {}, false).empty());
    EXPECT_EQ(undeveloped({{"trainings", ListValue{}}, {"appointments", post}}, {}).size(), 1u);
}

TEST(PlanReview, NeverSaysThatThereIsNoDevelopmentWithoutData) {
    const Record idle{{"trainings", ListValue{}}, {"appointments", ListValue{}}};
    const auto without_table = undeveloped(idle, {}, false);
    ASSERT_EQ(without_table.size(), 1u);
    EXPECT_EQ(without_table[0].verdict, Verdict::undetermined);
    EXPECT_EQ(codes(review(developed, World().member("pool_director", "a"))), Names{"plan_without_development"});

    const auto without_lists = undeveloped({}, {});
    ASSERT_EQ(without_lists.size(), 1u);
    EXPECT_EQ(without_lists[0].verdict, Verdict::undetermined);
    EXPECT_EQ(fields(without_lists[0]), (Names{"cadres.appointments", "cadres.trainings"}));

    const auto of_anyone = undeveloped(idle, {{{"from", Date(2015, 1, 1)}}});
    ASSERT_EQ(of_anyone.size(), 1u);
    EXPECT_EQ(of_anyone[0].verdict, Verdict::undetermined) << "the action may be this cadre's";
    EXPECT_EQ(fields(of_anyone[0]), Names{"development_actions.cadre"});
}

TEST(PlanReview, CountsAnActionOfSomebodyOutsideTheRosterForNobody) {
    const Record idle{{"trainings", ListValue{}}, {"appointments", ListValue{}}};
    const Record action{{"cadre", "somebody_else"}, {"from", Date(2015, 1, 1)}};
    const auto one_outside = undeveloped(idle, {action});
    ASSERT_EQ(one_outside.size(), 1u);
    EXPECT_EQ(one_outside[0].verdict, Verdict::met);

    const auto too_many = undeveloped(idle, std::vector<Record>(101, action));
    ASSERT_EQ(too_many.size(), 1u);
    EXPECT_EQ(too_many[0].verdict, Verdict::undetermined) << "the import report does not list them all";
}

TEST(PlanReview, TellsHowManyActionsAreNobodysAndHowManyMayBeAnybodys) {
    World world;
    world.member("pool_director", "a");
    world.add("development_actions", {{"cadre", "a"}, {"from", Date(2015, 1, 1)}});
    world.add("development_actions", {{"cadre", "somebody_else"}, {"from", Date(2015, 1, 1)}});
    world.add("development_actions", {{"from", Date(2015, 1, 1)}});
    world.add("development_actions", {{"from", Date(2015, 2, 1)}});
    const PlanReview found = review(developed, world);
    ASSERT_EQ(codes(found), (Names{"plan_development_outside", "plan_development_of_anybody"}));
    EXPECT_EQ(found.plan_findings[0].row, 1u);
    EXPECT_EQ(found.plan_findings[1].row, 2u);
    EXPECT_NE(found.plan_findings[1].message.text(Language::en).find("2 rows"), std::string::npos);
    EXPECT_EQ(codes(review(young, world)), Names{}) << "no policy asks for actions";
}

TEST(PlanReview, FindsReviewsThatAreOverdue) {
    const std::string yearly = policy("yearly", "rule = \"review\"\nwithin = \"P12M\"");
    TwoPostsAndACommittee world;
    world.add("pools", {{"id", "open"}, {"post", None{}}});
    const Roster roster = world.build();
    const auto on = [&](Date day) { return review_plan(pack_with_policies(yearly), roster, {.as_of = day}).findings; };

    const auto on_the_day = on(Date(2015, 12, 15));
    ASSERT_EQ(on_the_day.size(), 2u) << "after twelve months it is not overdue";
    EXPECT_EQ(on_the_day[0].pool, 2u);
    EXPECT_EQ(on_the_day[0].verdict, Verdict::met) << "never reviewed";
    EXPECT_EQ(on_the_day[1].verdict, Verdict::undetermined);
    EXPECT_EQ(fields(on_the_day[1]), Names{"pools.reviewed"});

    const auto after = on(Date(2016, 2, 1));
    ASSERT_EQ(after.size(), 4u);
    EXPECT_EQ(after[0].since, day_number(Date(2015, 12, 16)));
    EXPECT_EQ(on(Date(2014, 12, 14))[0].verdict, Verdict::undetermined) << "the review before is not known";
}

TEST(PlanReview, ListsDecisionsThatDepart) {
    World world;
    world.member("committee", "a").member("committee", "b");
    world.decision("committee", "b", "keep", "Cần cho nhiệm kỳ này");
    world.decision("committee", "a", "remove", "Xin thôi");
    world.decision("pool_deputy", "b", "add", "Thiếu nguồn");
    world.decision("committee", "a", "keep");
    world.decision("committee", "b", "remove");
    world.decision("pool_deputy", "a", "add");
    world.decision("pool_director", "a", "not_add");
    const PlanReview found = review(young, world);

    ASSERT_EQ(found.departures.size(), 3u);
    EXPECT_EQ(found.departures[0].choice, ReviewChoice::keep);
    EXPECT_EQ(found.departures[0].policies, (Rows{0}));
    EXPECT_EQ(found.departures[0].reason, "Cần cho nhiệm kỳ này");
    EXPECT_EQ(found.departures[0].decided, day_number(Date(2015, 6, 1)));
    EXPECT_EQ(found.departures[1].row, 1u);
    EXPECT_EQ(found.departures[1].policies, Rows{}) << "there was no ground";
    EXPECT_EQ(found.departures[2].choice, ReviewChoice::add);
    EXPECT_EQ(codes(found), Names{});
}

TEST(PlanReview, JudgesADecisionThatHasBeenCarriedOut) {
    World world;
    world.add("pool_members", {{"pool", "committee"},
                               {"cadre", "b"},
                               {"status", "removed"},
                               {"added", Date(2014, 1, 1)},
                               {"removed", Date(2015, 6, 2)}});
    world.decision("committee", "b", "remove");
    EXPECT_TRUE(review(young, world).departures.empty()) << "there was a ground, though one is out by now";
}

TEST(PlanReview, ReportsDecisionsThatCannotBeRight) {
    World world;
    world.member("committee", "b");
    world.decision("committee", "b", "keep").decision("no_such_pool", "b", "keep");
    world.decision("committee", "stranger", "keep");
    world.add("review_decisions", {{"pool", "committee"}, {"cadre", "b"}, {"decided", Date(2015, 6, 1)}});
    world.add(
        "review_decisions",
        {{"pool", "committee"}, {"cadre", "a"}, {"choice", "keep"}, {"policy", "old"}, {"decided", Date(2015, 6, 1)}});
    const PlanReview found = review(young, world);
    EXPECT_EQ(codes(found),
              (Names{"plan_departure_without_reason", "plan_decision_without_pool", "plan_decision_without_cadre",
                     "plan_decision_without_choice", "plan_decision_unknown_policy"}));
    EXPECT_EQ(found.plan_findings[1].table, "review_decisions");
    EXPECT_EQ(found.plan_findings[1].row, 1u);
    EXPECT_EQ(found.departures.size(), 1u);
}

TEST(PlanReview, LooksAtDecisionsSinceTheLastReview) {
    World world;
    world.member("committee", "b");
    world.decision("committee", "b", "keep", "a", last_day).decision("committee", "b", "keep", "b", Missing{});
    world.decision("committee", "b", "keep", "c", Date(2015, 6, 30));
    world.decision("committee", "b", "keep", "d", Date(2015, 7, 1));
    const PlanReview found = review(young, world, {.day = last_day});
    ASSERT_EQ(found.departures.size(), 2u);
    EXPECT_EQ(found.departures[0].reason, "b") << "without a day";
    EXPECT_EQ(found.departures[1].reason, "c");
}

TEST(PlanReview, RefusesALastReviewThatIsNotBefore) {
    const World world;
    try {
        review(young, world, {.day = Date(2015, 6, 30)});
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::invalid_argument);
        EXPECT_EQ(code(error.diagnostics()[0].message.id), "plan_last_review_not_before");
    }
}

/// Numbers from one seed, the same everywhere.
class Numbers {
public:
    explicit Numbers(std::uint64_t seed) : state_(seed) {}
    int below(int end) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<int>((state_ >> 33U) % static_cast<std::uint64_t>(end));
    }

private:
    std::uint64_t state_;
};

/// Forty cadres with gaps, in the pools at random; the member `removed` of them has been removed.
Roster random_plan(std::uint64_t seed, std::optional<std::size_t> removed = {}) {
    Numbers numbers(seed);
    TwoPostsAndACommittee world;
    for (int i = 0; i < 40; ++i) {
        Record cadre{{"id", "x" + std::to_string(i)}};
        if (numbers.below(5) != 0)
            cadre.emplace_back("birth_date", Date(static_cast<unsigned short>(1955 + numbers.below(35)), 3, 1));
        if (numbers.below(5) != 0) cadre.emplace_back("degree", numbers.below(2) == 0 ? "bachelor" : "master");
        if (numbers.below(3) != 0) {
            cadre.emplace_back("disciplines", numbers.below(2) == 0 ? Value(ListValue{})
                                                                    : Value(one({{"decided", Date(2014, 9, 1)}})));
        }
        world.add("cadres", cadre);
    }
    const char* pools[] = {"pool_director", "pool_deputy", "committee"};
    for (std::size_t i = 0; i < 60; ++i) {
        Record member{{"pool", pools[i % 3]},
                      {"cadre", "x" + std::to_string(static_cast<int>(i / 3 * 2) + numbers.below(2))}};
        member.emplace_back("status", removed == i ? "removed" : "approved");
        if (removed == i) member.emplace_back("removed", Date(2015, 6, 30));
        if (numbers.below(6) != 0) member.emplace_back("added", Date(2014, 1, 1 + numbers.below(20)));
        world.add("pool_members", member);
    }
    return world.build();
}

const std::string all_rules = young + master + disciplined + developed;

using Violation = std::tuple<std::size_t, std::size_t, std::optional<std::size_t>>;

std::set<Violation> violations(const Roster& roster) {
    std::set<Violation> found;
    for (const ReviewFinding& finding : review_plan(pack_with_policies(all_rules), roster, mid_2015).findings) {
        const bool about_entry =
            finding.matter == ReviewMatter::removal || finding.matter == ReviewMatter::entry_not_kept;
        if (about_entry && finding.verdict == Verdict::met) found.emplace(finding.policy, finding.pool, finding.member);
    }
    return found;
}

TEST(PlanReview, RemovingWhoShouldBeRemovedAddsNoViolationOfThePolicy) {
    int removals = 0;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        const std::set<Violation> before = violations(random_plan(seed));
        for (const auto& [policy_at, pool, member] : before) {
            const std::set<Violation> after = violations(random_plan(seed, member));
            for (const Violation& violation : after) {
                if (std::get<0>(violation) != policy_at) continue;
                EXPECT_TRUE(before.contains(violation)) << seed;
            }
            EXPECT_FALSE(after.contains({policy_at, pool, member})) << "it is settled";
            ++removals;
        }
    }
    EXPECT_GT(removals, 50);
}

TEST(PlanReview, IsTheSameOnAnyNumberOfThreads) {
    const Pack pack = pack_with_policies(all_rules);
    const Roster roster = random_plan(9);
    const auto on = [&](int threads) {
        return review_plan(pack, roster, {.as_of = Date(2015, 6, 30), .threads = threads}, {.day = last_day});
    };
    const PlanReview one_thread = on(1);
    const PlanReview four = on(4);
    ASSERT_EQ(one_thread.findings.size(), four.findings.size());
    EXPECT_GT(four.findings.size(), 20u);
    for (std::size_t i = 0; i < four.findings.size(); ++i) {
        EXPECT_EQ(one_thread.findings[i].policy, four.findings[i].policy);
        EXPECT_EQ(one_thread.findings[i].member, four.findings[i].member);
        EXPECT_EQ(one_thread.findings[i].verdict, four.findings[i].verdict);
        EXPECT_EQ(one_thread.findings[i].since, four.findings[i].since);
        EXPECT_EQ(one_thread.findings[i].missing, four.findings[i].missing);
    }
    ASSERT_EQ(one_thread.additions.size(), four.additions.size());
    for (std::size_t i = 0; i < four.additions.size(); ++i) {
        EXPECT_EQ(one_thread.additions[i].rows, four.additions[i].rows);
    }
    EXPECT_EQ(one_thread.readiness.size(), four.readiness.size());
}

}  // namespace
}  // namespace cadre
