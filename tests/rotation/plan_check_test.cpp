#include <cadre/rotation/plan_check.hpp>

#include "rotation/move_world.hpp"
#include "rotation/rotation_pack.hpp"

#include <cadre/error.hpp>
#include <cadre/rotation/move_order.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace cadre {
namespace {

using testing::MoveWorld;
using testing::rotation_pack;
using testing::rotation_policy;

using Lines = std::vector<std::string>;

const DayNumber day = day_number(Date(2016, 1, 1));
const Date before(2015, 1, 1);
constexpr std::size_t north = 0;
constexpr std::size_t south = 1;
constexpr std::size_t third = 2;

Record spell(const char* post, Value from, Value to, bool acting = false) {
    return {{"post", post}, {"from", std::move(from)}, {"to", std::move(to)}, {"acting", acting}};
}

/// Posts "north" and "south" of one seat, held by the cadres 0 and 1 since 2015, and the post "third".
class TwoHolders : public RosterBuilder {
public:
    TwoHolders() {
        add("posts", {{"id", "north"}, {"seats", 1}});
        add("posts", {{"id", "south"}, {"seats", 1}});
        add("posts", {{"id", "third"}, {"seats", 1}, {"rank", 3}});
        add_cadre("a", {{spell("north", before, Ongoing{})}});
        add_cadre("b", {{spell("south", before, Ongoing{})}});
    }
    void add_cadre(const std::string& id, const ListValue& spells) {
        add("cadres", {{"id", id}, {"party_member", true}, {"appointments", spells}});
    }
};

RotationMove move_of(std::size_t person, std::size_t from, std::size_t to, DayNumber on = day) {
    RotationMove move;
    move.person = person;
    move.from = from;
    move.to = to;
    move.day = on;
    return move;
}

RotationMove entering(std::size_t person, std::size_t to, DayNumber on = day) {
    RotationMove move = move_of(person, to, to, on);
    move.from.reset();
    move.enters = true;
    return move;
}

RotationMove leaving(std::size_t person, std::size_t from, DayNumber on = day) {
    RotationMove move = move_of(person, from, from, on);
    move.to.reset();
    move.leaves = true;
    return move;
}

PlanCheck checked(const RosterBuilder& builder, std::vector<RotationMove> moves, const PlanCheckOptions& options = {},
                  const std::string& policies = "") {
    return check_plan(rotation_pack(policies), builder.build(), {std::move(moves), {}}, options);
}

/// "0 rule violated"; of a post "over_filled violated post 1, +0 to +10: 2–2", its days counted from `day`.
std::string line_of(const PlanCheckFinding& finding) {
    std::string line = finding.move ? std::to_string(*finding.move) + ' ' : "";
    line += std::string(to_code(finding.matter)) + ' ' + std::string(to_code(finding.status));
    if (finding.move || !finding.post) return line;
    line += " post " + std::to_string(*finding.post) + ", " + std::to_string(*finding.from - day);
    line += finding.to ? " to " + std::to_string(*finding.to - day) : "";
    return line + ": " + std::to_string(finding.least) + ' ' + std::to_string(finding.most);
}

Lines lines(const PlanCheck& check) {
    Lines lines;
    for (const PlanCheckFinding& finding : check.findings) lines.push_back(line_of(finding));
    return lines;
}

const PlanCheckOptions any_vacancy{.longest_vacancy = std::nullopt};

TEST(PlanCheck, LetsTwoPeopleSwapPosts) {
    const PlanCheck check = checked(TwoHolders(), {move_of(0, north, south), move_of(1, south, north)});
    EXPECT_EQ(lines(check), Lines{});
    EXPECT_EQ(check.passes(), Verdict::met);
}

TEST(PlanCheck, FindsSeatsThatTooManyHold) {
    const PlanCheck check = checked(TwoHolders(), {move_of(0, north, south)}, any_vacancy);
    EXPECT_EQ(lines(check), Lines{"over_filled violated post 1, 0: 2 2"});
    EXPECT_EQ(check.passes(), Verdict::not_met);
}

TEST(PlanCheck, LetsSeatsOverlapForAHandover) {
    const std::vector<RotationMove> moves{move_of(0, north, south), move_of(1, south, third, day + 10)};
    PlanCheckOptions options = any_vacancy;
    options.handover_days = 10;
    EXPECT_EQ(lines(checked(TwoHolders(), moves, options)), Lines{});
    options.handover_days = 9;
    EXPECT_EQ(lines(checked(TwoHolders(), moves, options)), Lines{"over_filled violated post 1, 0 to 1: 2 2"});
}

TEST(PlanCheck, FindsSeatsLeftEmptyForTooLong) {
    const std::vector<RotationMove> moves{move_of(0, north, third), move_of(1, south, north, day + 5),
                                          entering(2, south, day + 5)};
    TwoHolders builder;
    builder.add_cadre("c", {});
    EXPECT_EQ(lines(checked(builder, moves, {.longest_vacancy = 5})), Lines{});
    EXPECT_EQ(lines(checked(builder, moves, {.longest_vacancy = 4})), Lines{"left_empty violated post 0, 0 to 5: 0 0"});
    EXPECT_EQ(lines(checked(builder, {leaving(1, south)}, {.longest_vacancy = 1000})),
              Lines{"left_empty violated post 1, 0: 0 0"});
    EXPECT_EQ(lines(checked(builder, {leaving(1, south)}, any_vacancy)), Lines{});
}

TEST(PlanCheck, LetsOneWhoActsFillASeatOrNot) {
    TwoHolders builder;
    builder.add_cadre("acts", {{spell("north", date_of(day), Ongoing{}, true)}});
    EXPECT_EQ(lines(checked(builder, {move_of(0, north, third)})), Lines{});
    EXPECT_EQ(lines(checked(builder, {move_of(0, north, third)}, {.acting_fills = false})),
              Lines{"left_empty violated post 0, 0: 0 0"});
}

TEST(PlanCheck, FindsWhatMovesLackOrContradict) {
    RotationMove unknown;
    unknown.published = true;
    const Lines gaps{"0 cadre_unknown undetermined", "0 post_unknown undetermined", "0 post_unknown undetermined",
                     "0 day_unknown undetermined"};
    const Lines found = lines(checked(TwoHolders(), {unknown}, any_vacancy));
    EXPECT_EQ(Lines(found.begin(), found.begin() + 4), gaps);
    TwoHolders crowded;
    crowded.add_cadre("more", {{spell("north", before, Ongoing{})}});
    EXPECT_EQ(lines(checked(crowded, {})), Lines{"empty_plan violated"}) << "the seats of no day are not counted";
    RotationMove nothing = leaving(0, north);
    nothing.from.reset();
    nothing.enters = true;
    EXPECT_EQ(lines(checked(TwoHolders(), {nothing})), Lines{"0 moves_nothing violated"});
    EXPECT_EQ(lines(checked(TwoHolders(), {move_of(0, north, north)})), Lines{"0 same_post violated"});
    const PlanCheck twice = checked(TwoHolders(), {move_of(0, north, third), leaving(0, north)}, any_vacancy);
    EXPECT_EQ(lines(twice), Lines{"1 two_moves_a_day violated"});
    EXPECT_EQ(twice.findings[0].other, 0u);
}

TEST(PlanCheck, FindsPostsThatTheCadreDoesNotHold) {
    EXPECT_EQ(lines(checked(TwoHolders(), {move_of(0, south, third)}, {.concurrent_posts = {{north, third}}})),
              Lines{"0 not_held violated"});
    EXPECT_EQ(lines(checked(TwoHolders(), {entering(0, north)})), Lines{"0 already_held violated"});
    // Days out of order: what is left has not been taken yet.
    const std::vector<RotationMove> reversed{move_of(0, north, third, day + 5), move_of(0, third, north, day)};
    EXPECT_EQ(lines(checked(TwoHolders(), reversed, any_vacancy)),
              (Lines{"1 not_held violated", "1 already_held violated"}));
}

TEST(PlanCheck, SaysWhereAppointmentsLeaveItOpen) {
    TwoHolders builder;
    builder.add("cadres", {{"id", "open"}});
    const PlanCheck check = checked(builder, {move_of(2, third, south), leaving(1, south)}, any_vacancy);
    EXPECT_EQ(lines(check), (Lines{"0 not_held undetermined", "unlisted_posts undetermined"}));
    EXPECT_EQ(check.passes(), Verdict::undetermined);
    ASSERT_EQ(check.findings[1].missing.size(), 1u);
    EXPECT_EQ(check.findings[1].missing[0].row, 2);
    EXPECT_EQ(check.findings[1].least, 1);
}

TEST(PlanCheck, SaysWhereSeatsAreNotKnown) {
    RosterBuilder builder;
    builder.add("posts", {{"id", "north"}});
    builder.add("cadres", {{"id", "a"}, {"appointments", ListValue{{spell("north", before, Ongoing{})}, false}}});
    builder.add("cadres", {{"id", "b"}, {"appointments", ListValue{}}});
    const PlanCheck check = checked(builder, {entering(1, north)});
    EXPECT_EQ(lines(check), Lines{"seats_unknown undetermined post 0, 0: 2 2"});
    EXPECT_EQ(check.findings[0].missing.at(0).attribute, "seats");
}

TEST(PlanCheck, FindsPostsThatOneMayNotHoldAtOnce) {
    EXPECT_EQ(lines(checked(TwoHolders(), {entering(0, third)})), Lines{"0 not_compatible violated"});
    EXPECT_EQ(lines(checked(TwoHolders(), {entering(0, third)}, {.concurrent_posts = {{third, north}}})), Lines{});
    TwoHolders builder;
    builder.add_cadre("acts", {{spell("south", before, Ongoing{}, true)}});
    const PlanCheckOptions acting{.acting_fills = false};
    EXPECT_EQ(lines(checked(builder, {entering(2, third)})), Lines{"over_filled violated post 1, -1: 2 2"});
    EXPECT_EQ(lines(checked(builder, {entering(2, third)}, acting)).at(0), "0 not_compatible violated");
}

TEST(PlanCheck, KeepsPublishedMoves) {
    RotationPlan earlier{{move_of(0, north, third), leaving(1, south)}, {}};
    earlier.moves[0].published = true;
    PlanCheckOptions options = any_vacancy;
    options.earlier = earlier;
    EXPECT_EQ(lines(checked(TwoHolders(), {move_of(0, north, third)}, options)), Lines{});
    EXPECT_EQ(lines(checked(TwoHolders(), {leaving(1, south)}, options)), Lines{"published_changed violated"});
    EXPECT_EQ(lines(checked(TwoHolders(), {move_of(0, north, third, day + 1)}, options)),
              Lines{"0 published_changed violated"});
    RotationMove somebody = move_of(0, north, third);
    somebody.person.reset();
    const PlanCheck open = checked(TwoHolders(), {somebody}, options);
    EXPECT_EQ(line_of(open.findings[1]), "published_changed undetermined");
}

const std::string rank_rule = rotation_policy("rank", "rule = \"move\"\nmeet = 'proposed_post.rank >= 4'");

TEST(PlanCheck, JudgesRulesOnMoves) {
    const std::string exempt = "\nexempt = 'party_member'";
    const auto of = [&](const std::string& keys, std::size_t to) {
        return checked(TwoHolders(), {move_of(0, north, to)}, any_vacancy,
                       rotation_policy("rank", "rule = \"move\"\nmeet = 'proposed_post.rank >= 4'" + keys));
    };
    const PlanCheck violated = of("", third);
    EXPECT_EQ(lines(violated), Lines{"0 rule violated"});
    EXPECT_EQ(violated.rules.at(*violated.findings[0].rule).id, "rank");
    const PlanCheck open = of("", south);
    EXPECT_EQ(line_of(open.findings[0]), "0 rule undetermined");
    EXPECT_EQ(open.findings[0].missing.at(0).table, "posts");
    EXPECT_EQ(lines(of(exempt, third)), Lines{"0 rule exempt"});
    EXPECT_EQ(of(exempt, third).passes(), Verdict::met);
}

TEST(PlanCheck, JudgesRulesOnMovesForTheirKinds) {
    TwoHolders builder;
    builder.add("planned_moves", {{"cadre", "a"}});
    builder.add("planned_moves", {{"cadre", "b"}});
    const auto of = [&](const std::string& kind) {
        RotationMove move = move_of(0, north, third);
        move.row = 1;
        move.kind = kind;
        return checked(builder, {move}, any_vacancy,
                       rotation_policy("rank",
                                       "rule = \"move\"\nmeet = 'proposed_post.rank >= 4'\n"
                                       "kinds = [\"rotation\"]"));
    };
    EXPECT_EQ(lines(of("rotation")), Lines{"0 rule violated"});
    EXPECT_EQ(lines(of("transfer")), Lines{});
    const PlanCheck open = of("");
    ASSERT_EQ(lines(open), Lines{"0 rule undetermined"});
    ASSERT_EQ(open.findings[0].missing.size(), 1u);
    EXPECT_EQ(open.findings[0].missing[0].table, "planned_moves");
    EXPECT_EQ(open.findings[0].missing[0].row, 1);
    EXPECT_EQ(open.findings[0].missing[0].attribute, "kind");
    EXPECT_THROW(of("rotaton"), Error);
}

TEST(PlanCheck, JudgesTheLeastStayOfThePostThatIsLeft) {
    const std::string rule = rank_rule + rotation_policy("stay", R"(rule = "least_stay"
spells = 'not(acting) and not(end_reason in ("retirement", "promotion"))'
least = "P18M")");
    const auto of = [&](RotationMove move, const Date& on) {
        move.day = day_number(on);
        Lines found;
        const PlanCheck check = checked(TwoHolders(), {move}, any_vacancy, rule);
        EXPECT_EQ(check.rules.at(1).id, "stay");
        for (const PlanCheckFinding& finding : check.findings) {
            if (finding.rule != 1u) continue;
            EXPECT_EQ(finding.spell, 0u);
            EXPECT_EQ(finding.to, day_number(Date(2016, 7, 1)));
            found.push_back(line_of(finding));
        }
        return found;
    };
    RotationMove transfer = move_of(0, north, third);
    transfer.kind = "transfer";
    EXPECT_EQ(of(transfer, Date(2016, 6, 30)), Lines{"0 rule violated"});
    EXPECT_EQ(of(transfer, Date(2016, 7, 1)), Lines{});
    EXPECT_EQ(of(move_of(0, north, third), Date(2016, 6, 30)), Lines{"0 rule undetermined"}) << "a promotion, perhaps";
    EXPECT_EQ(of(leaving(0, north), Date(2016, 6, 30)), Lines{"0 rule undetermined"}) << "retires, perhaps";
    EXPECT_EQ(of(leaving(0, north), Date(2016, 7, 1)), Lines{});
}

TEST(PlanCheck, JudgesTheLeastStayOfAPostThatThePlanItselfGives) {
    const std::string rule = rotation_policy("stay", R"(rule = "least_stay"
spells = 'kind = "rotation"'
least = "P6M")");
    const auto of = [&](const char* kind, const Date& left) {
        RotationMove first = move_of(0, north, third);
        first.kind = kind;
        return checked(TwoHolders(), {first, move_of(0, third, north, day_number(left))}, any_vacancy, rule);
    };
    const PlanCheck check = of("rotation", Date(2016, 6, 30));
    ASSERT_EQ(lines(check), Lines{"1 rule violated"});
    EXPECT_EQ(check.findings[0].other, 0u);
    EXPECT_EQ(check.findings[0].spell, std::nullopt);
    EXPECT_EQ(check.findings[0].to, day_number(Date(2016, 7, 1)));
    EXPECT_EQ(lines(of("rotation", Date(2016, 7, 1))), Lines{});
    EXPECT_EQ(lines(of("transfer", Date(2016, 6, 30))), Lines{});
    EXPECT_EQ(line_of(of("", Date(2016, 6, 30)).findings.at(0)), "1 rule undetermined");
}

TEST(PlanCheck, RefusesRowsAndDaysThatAreNot) {
    EXPECT_THROW(checked(TwoHolders(), {move_of(2, north, south)}), Error);
    EXPECT_THROW(checked(TwoHolders(), {move_of(0, north, south, last_day + 1)}), Error);
    EXPECT_THROW(checked(TwoHolders(), {move_of(0, north, south)}, {.concurrent_posts = {{north, 3}}}), Error);
}

/// All pairs of posts may be held at once, and seats may stay empty.
PlanCheckOptions seats_alone(const MoveWorld& world) {
    PlanCheckOptions options = any_vacancy;
    for (std::size_t a = 0; a < world.posts(); ++a) {
        for (std::size_t b = 0; b < a; ++b) options.concurrent_posts.emplace_back(a, b);
    }
    return options;
}

bool is_over_filled(const MoveWorld& world, std::size_t post, DayNumber on) {
    return world.holders(post, on).size() > world.seats(post);
}

void compare(const MoveWorld& world, const PlanCheck& check) {
    DayNumber first = testing::first_plan_day + 30;
    for (const RotationMove& move : world.moves) first = std::min(first, *move.day);
    for (DayNumber on = first - 1; on <= testing::first_plan_day + 40; ++on) {
        for (std::size_t post = 0; check.passes() == Verdict::met && post < world.posts(); ++post) {
            ASSERT_FALSE(is_over_filled(world, post, on)) << "post " << post << " on " << on - day;
        }
        for (const PlanCheckFinding& finding : check.findings) {
            const bool certain =
                finding.matter == PlanMatter::over_filled && finding.status == PlanCheckStatus::violated;
            if (!certain || *finding.from > on || on >= finding.to.value_or(DayBounds::never)) continue;
            ASSERT_TRUE(is_over_filled(world, *finding.post, on)) << "post " << *finding.post << " on " << on - day;
        }
    }
}

TEST(PlanCheck, NeverPassesAPlanThatOverfillsASeatHoweverMissingDataIsFilled) {
    const Pack pack = rotation_pack("");
    std::mt19937 random(3);
    std::size_t passed = 0;
    std::size_t refused = 0;
    for (int trial = 0; trial < 6000; ++trial) {
        MoveWorld world(random, trial % 2 == 1);
        world.add_moves(1 + static_cast<std::size_t>(trial % 4));
        const PlanCheck check = check_plan(pack, world.roster(), world.plan(), seats_alone(world));
        passed += check.passes() == Verdict::met ? 1 : 0;
        refused += check.passes() == Verdict::not_met ? 1 : 0;
        compare(world, check);
        if (HasFatalFailure()) FAIL() << "trial " << trial;
    }
    EXPECT_GT(passed, 100u);
    EXPECT_GT(refused, 100u);
}

TEST(PlanCheck, FindsNoSeatOverFilledByAnOrderThatWasFound) {
    const Pack pack = rotation_pack("");
    std::mt19937 random(4);
    std::size_t moves = 0;
    for (int trial = 0; trial < 1000; ++trial) {
        MoveWorld world(random, false);
        world.add_moves(4);
        const Roster roster = world.roster();
        const MoveOrder order = order_moves(roster, world.plan());
        const PlanCheck check = check_plan(pack, roster, order.plan, seats_alone(world));
        const auto is = [&](PlanMatter matter) {
            return std::any_of(check.findings.begin(), check.findings.end(),
                               [&](const PlanCheckFinding& finding) { return finding.matter == matter; });
        };
        // An order takes those who are yet to take up a post for its holders, and leaves posts over-filled that were.
        if (is(PlanMatter::not_held)) continue;
        moves += order.moves.size();
        std::set<std::size_t> so_before;
        for (const PlanCheckFinding& finding : check.findings) {
            if (finding.matter != PlanMatter::over_filled) continue;
            const auto by_a_move = [&](const RotationMove& move) {
                return move.to == finding.post && move.day == finding.from;
            };
            const bool taken = std::any_of(order.plan.moves.begin(), order.plan.moves.end(), by_a_move);
            if (!taken) so_before.insert(*finding.post);
            EXPECT_TRUE(so_before.contains(*finding.post)) << "trial " << trial;
        }
    }
    EXPECT_GT(moves, 500u);
}

TEST(PlanCheck, ANegativeNumberOfSeatsIsWrongNotMissing) {
    TwoHolders builder;
    builder.add("posts", {{"id", "wrong"}, {"seats", -1}});
    builder.add_cadre("c", {{spell("wrong", before, Ongoing{})}});
    builder.add_cadre("d", {{spell("wrong", before, Ongoing{})}});
    const PlanCheck check = checked(builder, {leaving(2, 3)});
    ASSERT_EQ(check.row_findings.size(), 1u);
    EXPECT_EQ(check.row_findings[0].row, 3u);
    std::size_t open = 0;
    for (const PlanCheckFinding& finding : check.findings) {
        if (finding.post != 3u || finding.status != PlanCheckStatus::undetermined) continue;
        ++open;
        EXPECT_TRUE(finding.missing.empty()) << finding.missing.front().attribute;
    }
    EXPECT_EQ(open, 2u) << "several may hold it, and a seat may be left empty";
}

}  // namespace
}  // namespace cadre
