#include <cadre/rotation/rotation_request.hpp>

#include "rotation/rotation_pack.hpp"

#include <cadre/error.hpp>
#include <cadre/roster/roster_builder.hpp>
#include <cadre/rotation/move_order.hpp>
#include <cadre/rotation/move_rules.hpp>
#include <cadre/rotation/occupancy.hpp>
#include <cadre/rotation/plan_check.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>
#include <string>

namespace cadre {
namespace {

using testing::rotation_pack;
using testing::rotation_policy;

const Date day(2016, 1, 1);

const std::string same_rank =
    rotation_policy("same_rank", "rule = \"move\"\nmeet = 'proposed_post.rank = current_post.post.rank'");

const std::string three_years = rotation_policy("three_years",
                                                "rule = \"least_stay\"\nspells = 'post.rank = 1'\nleast = \"P36M\"\n"
                                                "exempt = 'degree = \"master\"'");

/// In the primary post since 2010; `more` goes before that.
Record spell(const std::string& post, Record more = {}) {
    const Record usual{{"post", post}, {"from", Date(2010, 1, 1)}, {"to", Ongoing{}}, {"primary", true}};
    for (const auto& cell : usual) {
        const auto is_same = [&](const auto& own) { return own.first == cell.first; };
        if (std::none_of(more.begin(), more.end(), is_same)) more.push_back(cell);
    }
    return more;
}

/// Three posts of rank 1 ("a" to "c") and one of rank 2, a seat each, in two districts; "a" is leading, "b" sensitive.
class Office : public RosterBuilder {
public:
    Office() {
        add("units", {{"id", "city"}, {"tier", "city"}, {"parent", None{}}});
        add("units", {{"id", "east"}, {"tier", "district"}, {"parent", "city"}});
        add("units", {{"id", "west"}, {"tier", "district"}, {"parent", "city"}});
        for (const char* id : {"a", "b", "c", "d"}) {
            const std::string key = id;
            add("posts", {{"id", key},
                          {"unit", key == "c" ? "west" : "east"},
                          {"rank", key == "d" ? 2 : 1},
                          {"leading", key == "a"},
                          {"sensitive", key == "b"},
                          {"seats", 1}});
        }
    }
    void cadre(const std::string& id, std::vector<Record> spells, Record more = {}) {
        more.emplace_back("id", id);
        more.emplace_back("appointments", ListValue{std::move(spells)});
        add("cadres", more);
    }
};

RotationRequest everybody() {
    RotationRequest request;
    request.evaluation.as_of = day;
    request.must_move = "true";
    return request;
}

/// "0: a → b": the moves by row.
std::vector<std::string> moves_of(const RotationDraft& draft) {
    std::vector<std::string> moves;
    for (const auto& option : draft.proposal.options) {
        const RotationOption& taken = draft.problem.options[*option];
        if (draft.problem.stays(taken)) continue;
        moves.push_back(std::to_string(draft.cadres[taken.cadre]) + ": " +
                        draft.post_keys[*draft.problem.cadres[taken.cadre].present] + " → " +
                        draft.post_keys[taken.post]);
    }
    return moves;
}

using Moves = std::vector<std::string>;

TEST(RotationRequest, ProposesWhatNoRuleStandsAgainst) {
    Office office;
    office.cadre("p", {spell("a")});
    office.cadre("q", {spell("b")});
    office.cadre("r", {spell("d")});
    const RotationDraft draft = propose_rotation(rotation_pack(same_rank), office.build(), everybody());
    EXPECT_EQ(draft.proposal.required_placed, 2u);
    EXPECT_EQ(moves_of(draft).size(), 2u);
    EXPECT_TRUE(verify_rotation(draft.problem, draft.proposal));
    ASSERT_EQ(draft.shortages.size(), 1u);
    EXPECT_EQ(draft.shortages[0].cadres, std::vector<std::size_t>{2});
    EXPECT_EQ(draft.shortages[0].waivers, (std::vector<RotationWaiver>{{0, 1}}));
    EXPECT_EQ(draft.rules.at(0).id, "same_rank");
    const RotationPlan plan = rotation_plan(draft);
    ASSERT_EQ(plan.moves.size(), 2u);
    EXPECT_EQ(plan.moves[0].day, day_number(day));
    EXPECT_EQ(plan.moves[0].kind, "rotation");
}

/// Only q's post would do for p, but q cannot leave it.
TEST(RotationRequest, GivesNoSeatAwayThatItsHolderDoesNotLeave) {
    Office office;
    office.cadre("p", {spell("a")});
    office.cadre("q", {spell("b")});
    RotationRequest request = everybody();
    request.posts = "sensitive";
    RotationDraft draft = propose_rotation(rotation_pack(""), office.build(), request);
    EXPECT_EQ(moves_of(draft), Moves{});
    ASSERT_EQ(draft.shortages.size(), 1u);  // q has no option; there would be a seat for p
    EXPECT_EQ(draft.shortages[0].cadres, std::vector<std::size_t>{1});
    request.posts = "rank = 1 and not(leading)";
    draft = propose_rotation(rotation_pack(""), office.build(), request);
    EXPECT_EQ(draft.proposal.required_placed, 2u);
}

TEST(RotationRequest, MissingDataMakesNoOption) {
    Office office;
    office.add("posts", {{"id", "e"}, {"seats", 1}});
    office.cadre("p", {spell("d")});
    const RotationDraft draft = propose_rotation(rotation_pack(same_rank), office.build(), everybody());
    EXPECT_EQ(moves_of(draft), Moves{});
    EXPECT_EQ(draft.open_option_count, 1u);
    ASSERT_EQ(draft.open_options.size(), 1u);
    EXPECT_EQ(draft.open_options[0].post_key, "e");
    ASSERT_EQ(draft.open_options[0].fields.size(), 1u);
    EXPECT_EQ(draft.open_options[0].fields[0].attribute, "rank");
    RotationRequest request = everybody();
    request.posts = "rank = 2";
    const RotationDraft narrow = propose_rotation(rotation_pack(same_rank), office.build(), request);
    EXPECT_EQ(narrow.open_option_count, 0u);
    ASSERT_EQ(narrow.open_posts.size(), 1u);
    EXPECT_EQ(narrow.open_posts[0].key, "e");
    EXPECT_EQ(narrow.open_posts[0].fields.at(0).attribute, "rank");
}

TEST(RotationRequest, SaysWhichRulesOnMovesOfTheKindAreInForce) {
    const std::string meet = "rule = \"move\"\nmeet = 'true'\n";
    const Pack pack = rotation_pack(
        rotation_policy("now", meet) + rotation_policy("later", meet + "from = 2016-01-02") +
        rotation_policy("other", meet + "kinds = [\"secondment\"]") +
        rotation_policy("ways", "rule = \"direction\"\ndirections = [\"district_to_district\"]") + three_years);
    Office office;
    office.cadre("p", {spell("a")});
    const auto judging = [&](const RotationRequest& request) {
        std::vector<std::string> ids;
        for (const RotationRule& rule : propose_rotation(pack, office.build(), request).rules) {
            if (rule.judges_moves) ids.push_back(rule.id);
        }
        return ids;
    };
    EXPECT_EQ(judging(everybody()), (std::vector<std::string>{"now", "ways"}));
    RotationRequest later = everybody();
    later.evaluation.law_as_of = Date(2016, 1, 2);
    later.kind = "secondment";
    EXPECT_EQ(judging(later), (std::vector<std::string>{"now", "later", "other", "ways"}));
}

TEST(RotationRequest, NobodyLeavesAPostBeforeTheLeastStayIsOver) {
    const Record late{{"held_since", Date(2013, 1, 2)}};
    const Record enough{{"held_since", Date(2013, 1, 1)}};
    Office office;
    office.cadre("p", {spell("a", late)}, {{"degree", "bachelor"}});
    office.cadre("q", {spell("b", enough)}, {{"degree", "bachelor"}});
    office.cadre("r", {spell("c", late)}, {{"degree", "master"}});
    office.cadre("s", {spell("d", late)}, {{"degree", "bachelor"}});
    const Pack pack = rotation_pack(same_rank + three_years);
    const RotationDraft draft = propose_rotation(pack, office.build(), everybody());
    EXPECT_EQ(moves_of(draft), (Moves{"1: b → c", "2: c → b"}));
    ASSERT_EQ(draft.rules.size(), 2u);
    EXPECT_EQ(draft.rules[1].id, "three_years");
    std::vector<std::size_t> by_stay;
    for (const RefusedOption& refused : draft.problem.refused) {
        if (refused.rules.back() == 1) by_stay.push_back(draft.cadres[refused.option.cadre]);
    }
    EXPECT_EQ(by_stay, (std::vector<std::size_t>{0, 0, 0}));
    const auto names_p = [](const RotationShortage& shortage) { return shortage.cadres.front() == 0; };
    const auto of_p = std::find_if(draft.shortages.begin(), draft.shortages.end(), names_p);
    ASSERT_NE(of_p, draft.shortages.end());
    EXPECT_EQ(of_p->waivers, (std::vector<RotationWaiver>{{1, 1}}));
}

TEST(RotationRequest, AStayThatMayBeTooShortMakesNoOption) {
    Office office;
    office.cadre("p", {spell("a")}, {{"degree", "bachelor"}});
    office.cadre("q", {spell("b", {{"held_since", Date(2013, 1, 2)}})});
    RotationRequest request = everybody();
    request.posts = "rank = 2";
    const RotationDraft draft = propose_rotation(rotation_pack(three_years), office.build(), request);
    EXPECT_EQ(moves_of(draft), Moves{});
    EXPECT_TRUE(draft.problem.refused.empty());
    EXPECT_EQ(draft.open_option_count, 2u);
    ASSERT_EQ(draft.open_options.size(), 2u);
    ASSERT_EQ(draft.open_options[0].fields.size(), 1u);
    EXPECT_EQ(draft.open_options[0].fields[0].attribute, "held_since");
    ASSERT_EQ(draft.open_options[1].fields.size(), 1u);
    EXPECT_EQ(draft.open_options[1].fields[0].attribute, "degree");
}

TEST(RotationRequest, ListsOfWhomItIsNotKnownWhetherTheyMove) {
    Office office;
    office.cadre("p", {spell("a")}, {{"party_member", true}});
    office.cadre("q", {spell("b")}, {{"degree", "master"}});
    office.cadre("r", {spell("d")}, {{"party_member", false}});
    RotationRequest request = everybody();
    request.must_move = "party_member";
    request.may_move = "degree = \"master\"";
    request.must_rows = {2};
    RotationDraft draft = propose_rotation(rotation_pack(""), office.build(), request);
    EXPECT_EQ(draft.cadres, (std::vector<std::size_t>{0, 1, 2}));
    EXPECT_TRUE(draft.problem.cadres[2].required);
    EXPECT_FALSE(draft.problem.cadres[1].required);
    ASSERT_EQ(draft.open_movers.size(), 1u);
    EXPECT_EQ(draft.open_movers[0].cadre, 1u);
    EXPECT_TRUE(draft.open_movers[0].has_to);
    EXPECT_EQ(draft.open_movers[0].fields.at(0).attribute, "party_member");
    request.open_listed = 0;
    draft = propose_rotation(rotation_pack(""), office.build(), request);
    EXPECT_EQ(draft.open_mover_count, 1u);
    EXPECT_TRUE(draft.open_movers.empty());
}

TEST(RotationRequest, LeavesThePrimaryPostOrTheOnlyOne) {
    Office office;
    office.cadre("p", {spell("a", {{"primary", false}}), spell("b")});
    office.cadre("q", {spell("c", {{"from", Date(2015, 1, 1)}})});
    office.cadre("r", {Record{{"post", "d"}, {"from", Date(2010, 1, 1)}, {"to", Ongoing{}}}});
    office.cadre("s", {Record{{"post", "d"}, {"to", Ongoing{}}}});
    office.cadre("t", {});
    const RotationDraft draft = propose_rotation(rotation_pack(""), office.build(), everybody());
    std::vector<std::string> left;
    for (const RotationCandidate& cadre : draft.problem.cadres) left.push_back(draft.post_keys[*cadre.present]);
    EXPECT_EQ(draft.cadres, (std::vector<std::size_t>{0, 1, 2, 4}));
    EXPECT_EQ(left, (std::vector<std::string>{"b", "c", "d", "–"}));
    ASSERT_EQ(draft.findings.size(), 1u);
    EXPECT_EQ(draft.findings[0].row, 3u);
    for (const RotationMove& move : rotation_plan(draft).moves) EXPECT_EQ(move.enters, move.person == 4u);
}

/// p holds one of two seats and, later or perhaps, again; r leaves the other one, which s may take.
TEST(RotationRequest, ASeatThatIsLeftIsFreeBesideOneWhoMayComeBack) {
    for (const Value& again : {Value(Date(2016, 6, 1)), Value(Missing{})}) {
        Office office;
        office.add("posts", {{"id", "two"}, {"rank", 3}, {"seats", 2}});
        office.cadre("p", {spell("two"), spell("two", {{"from", again}, {"primary", false}})});
        office.cadre("r", {spell("two")});
        office.cadre("s", {spell("a")});
        RotationRequest request = everybody();
        request.posts = "rank = 3 or leading";
        const Roster roster = office.build();
        const RotationDraft draft = propose_rotation(rotation_pack(""), roster, request);
        EXPECT_EQ(draft.proposal.required_placed, 2u);
        ASSERT_EQ(moves_of(draft).size(), 2u);
        EXPECT_EQ(moves_of(draft).back(), "2: a → two");
        EXPECT_TRUE(verify_rotation(draft.problem, draft.proposal));
        for (const PlanCheckFinding& finding : check_plan(rotation_pack(""), roster, rotation_plan(draft)).findings)
            EXPECT_NE(finding.matter, PlanMatter::over_filled);
    }
}

TEST(RotationRequest, GoalsAreFitnessThenDirectionsThenThePlanKnownBefore) {
    Office office;
    office.cadre("p", {spell("a")}, {{"degree", "master"}});
    RotationRequest request = everybody();
    request.posts = "rank = 1";
    const auto to = [&] { return moves_of(propose_rotation(rotation_pack(""), office.build(), request)).at(0); };
    request.directions = {{"district_to_district", 1}};
    EXPECT_EQ(to(), "0: a → b");
    request.directions = {{"district_to_district", -1}};
    EXPECT_EQ(to(), "0: a → c");
    request.fitness = {{"near", "if proposed_post.sensitive then 5 else 2", 10}};
    EXPECT_EQ(to(), "0: a → b");
    request.fitness[0].most = 2;
    EXPECT_EQ(to(), "0: a → c");
    request.directions.clear();
    RotationMove known;
    known.person = 0;
    known.from = 0;
    known.to = 2;
    request.plan.moves = {known};
    request.fitness.clear();
    EXPECT_EQ(to(), "0: a → c");
    request.fitness = {{"near", "proposed_post.sensitive", 1}};
    EXPECT_EQ(to(), "0: a → b");
    request.plan.moves[0].published = true;
    EXPECT_EQ(to(), "0: a → c");
}

TEST(RotationRequest, PublishedMovesThatCannotStayAreFindings) {
    Office office;
    office.cadre("p", {spell("a")});
    office.cadre("q", {spell("b")});
    RotationRequest request = everybody();
    RotationMove known;
    known.row = 7;
    known.person = 0;
    known.from = 0;
    known.to = 3;
    known.published = true;
    request.plan.moves = {known};
    const RotationDraft refused = propose_rotation(rotation_pack(same_rank), office.build(), request);
    ASSERT_EQ(refused.findings.size(), 1u);
    EXPECT_EQ(refused.findings[0].row, 7u);
    const std::string ten_years =
        rotation_policy("ten_years", "rule = \"least_stay\"\nspells = 'true'\nleast = \"P120M\"");
    const RotationDraft too_early = propose_rotation(rotation_pack(ten_years), office.build(), request);
    ASSERT_EQ(too_early.findings.size(), 1u);
    EXPECT_EQ(too_early.findings[0].row, 7u);
    EXPECT_TRUE(rotation_plan(too_early).moves.empty());
    RotationMove other = known;
    other.person = 1;
    other.from = 1;
    request.plan.moves = {known, other};
    const RotationDraft both = propose_rotation(rotation_pack(""), office.build(), request);
    ASSERT_EQ(both.findings.size(), 1u);
    EXPECT_EQ(both.proposal.placed, 2u);
    EXPECT_EQ(both.proposal.required_placed, 2u);
}

TEST(RotationRequest, PublishedMovesStayAsTheyAreWhoeverMayMove) {
    Office office;
    office.cadre("p", {spell("a")});
    office.cadre("q", {spell("b")});
    RotationRequest request = everybody();
    request.must_move.clear();
    RotationMove known;
    known.person = 1;
    known.from = 1;
    known.to = 2;
    known.published = true;
    known.day = day_number(day) + 30;
    known.kind = "transfer";
    request.plan.moves = {known};
    const RotationDraft draft = propose_rotation(rotation_pack(""), office.build(), request);
    EXPECT_EQ(rotation_plan(draft).moves, std::vector<RotationMove>{known});
    request.plan.moves[0].person = 5;
    EXPECT_THROW(propose_rotation(rotation_pack(""), office.build(), request), Error);
}

const std::string rotated_to_a =
    rotation_policy("rotated_to_a", "rule = \"move\"\nkinds = [\"rotation\"]\nmeet = 'proposed_post.leading'");

TEST(RotationRequest, RulesAreJudgedForTheKindOfTheMoves) {
    Office office;
    office.cadre("p", {spell("b")});
    RotationRequest request = everybody();
    request.posts = "sensitive or rank = 2";
    const auto moves = [&](const char* kind) {
        request.kind = kind;
        return moves_of(propose_rotation(rotation_pack(rotated_to_a), office.build(), request));
    };
    EXPECT_EQ(moves("rotation"), Moves{});
    EXPECT_EQ(moves("transfer"), Moves{"0: b → d"});
}

TEST(RotationRequest, PublishedMovesAreJudgedForTheirOwnKind) {
    Office office;
    office.cadre("p", {spell("b")});
    office.add("planned_moves", {{"cadre", "p"}});
    RotationMove known;
    known.row = 0;
    known.person = 0;
    known.from = 1;
    known.to = 3;
    known.published = true;
    known.day = day_number(day);
    const auto with_kind = [&](const char* kind) {
        known.kind = kind;
        RotationRequest request = everybody();
        request.posts = "rank = 2";
        request.plan.moves = {known};
        return propose_rotation(rotation_pack(rotated_to_a), office.build(), request);
    };
    const RotationDraft kept = with_kind("transfer");
    EXPECT_EQ(rotation_plan(kept).moves, std::vector<RotationMove>{known});
    EXPECT_EQ(with_kind("rotation").findings.size(), 1u);
    const RotationDraft open = with_kind("");
    EXPECT_EQ(open.findings.size(), 1u);
    ASSERT_EQ(open.open_options.size(), 1u);
    ASSERT_EQ(open.open_options[0].fields.size(), 1u);
    EXPECT_EQ(open.open_options[0].fields[0].attribute, "kind");
}

TEST(RotationRequest, WrongRequestsAreRefused) {
    Office office;
    office.cadre("p", {spell("a")});
    const Roster roster = office.build();
    const Pack pack = rotation_pack("");
    const auto refuses = [&](ErrorCode code, const std::function<void(RotationRequest&)>& change) {
        RotationRequest request = everybody();
        change(request);
        try {
            propose_rotation(pack, roster, request);
            ADD_FAILURE() << "not refused";
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), code) << error.what();
        }
    };
    refuses(ErrorCode::invalid_rule, [](RotationRequest& request) { request.must_move = "degre = \"master\""; });
    refuses(ErrorCode::invalid_rule, [](RotationRequest& request) { request.may_move = "birth_date"; });
    refuses(ErrorCode::invalid_rule, [](RotationRequest& request) { request.posts = "count(deferrals) = 0"; });
    refuses(ErrorCode::invalid_rule, [](RotationRequest& request) { request.must_move = "count(deferrals) = 0"; });
    refuses(ErrorCode::invalid_rule, [](RotationRequest& request) { request.fitness = {{"f", "birth_date"}}; });
    refuses(ErrorCode::invalid_argument, [](RotationRequest& request) { request.fitness = {{"moves", "true"}}; });
    refuses(ErrorCode::invalid_argument, [](RotationRequest& request) { request.fitness = {{"f", "true", -1}}; });
    refuses(ErrorCode::invalid_argument, [](RotationRequest& request) { request.directions = {{"sideways", 1}}; });
    refuses(ErrorCode::invalid_argument, [](RotationRequest& request) { request.kind = "rotaton"; });
    refuses(ErrorCode::invalid_argument, [](RotationRequest& request) { request.kind = ""; });
    refuses(ErrorCode::not_found, [](RotationRequest& request) { request.must_rows = {1}; });
    refuses(ErrorCode::invalid_argument, [](RotationRequest& request) { request.evaluation.as_of = Date(); });
}

TEST(RotationRequest, OfAnEmptyRosterProposesNothing) {
    Office office;
    office.add("cadres", {{"id", "p"}});
    RotationRequest request = everybody();
    request.must_move.clear();
    const RotationDraft draft = propose_rotation(rotation_pack(same_rank), office.build(), request);
    EXPECT_TRUE(draft.cadres.empty());
    EXPECT_TRUE(rotation_plan(draft).moves.empty());
}

/// Offices in which cadres hold one post or none, some a second one, or later the same again; cells are missing, seats
/// among them.
Roster random_office(std::mt19937_64& random, bool gaps) {
    RosterBuilder builder;
    const std::size_t posts = 3 + random() % 3;
    const auto hides = [&](std::size_t one_of) { return gaps && random() % one_of == 0; };
    for (std::size_t post = 0; post < posts; ++post) {
        Record record{{"id", "p" + std::to_string(post)}};
        if (!hides(6)) record.emplace_back("rank", static_cast<std::int64_t>(1 + random() % 2));
        if (!hides(6)) record.emplace_back("seats", static_cast<std::int64_t>(random() % 5 == 0 ? 2 : 1));
        builder.add("posts", record);
    }
    for (std::size_t cadre = 0; cadre < 4; ++cadre) {
        ListValue spells{{}, hides(12)};
        const std::size_t present = random() % posts;
        const bool holds = random() % 5 != 0;
        if (holds) {
            Record record{{"post", "p" + std::to_string(present)}, {"primary", true}};
            const Date from(random() % 4 == 0 ? 2014 : 2010, 1, 1);
            if (!hides(12)) record.emplace_back("from", from);
            if (!hides(8)) record.emplace_back("held_since", random() % 4 == 0 ? Date(2006, 1, 1) : from);
            if (!hides(12)) record.emplace_back("to", random() % 6 == 0 ? Value(Date(2016, 3, 1)) : Value(Ongoing{}));
            spells.records.push_back(record);
        }
        if (random() % 5 == 0) {
            const bool later = random() % 2 == 0;
            const std::size_t other = (present + (later && holds ? 0 : 1) + random() % (posts - 1)) % posts;
            spells.records.push_back({{"post", "p" + std::to_string(other)},
                                      {"primary", false},
                                      {"from", later ? Date(2016, 6, 1) : Date(2012, 1, 1)},
                                      {"to", Ongoing{}}});
        }
        Record record{
            {"id", "c" + std::to_string(cadre)}, {"party_member", random() % 2 == 0}, {"appointments", spells}};
        if (!hides(6)) record.emplace_back("degree", random() % 4 == 0 ? "master" : "bachelor");
        builder.add("cadres", record);
    }
    return builder.build();
}

std::int64_t most_holders(const Occupancy& occupancy, std::size_t post) {
    std::int64_t most = 0;
    for (const SeatSpan& span : occupancy.spans) {
        if (span.post == post && span.to > day_number(day)) most = std::max(most, span.most);
    }
    return most;
}

TEST(RotationRequest, PlansKeepToTheRulesAndCanBeCarriedOut) {
    const Pack pack = rotation_pack(same_rank + three_years +
                                    rotation_policy("transferred",
                                                    "rule = \"move\"\nkinds = [\"transfer\"]\n"
                                                    "meet = 'proposed_post.rank = 2'"));
    std::mt19937_64 random(91);
    std::size_t moved = 0;
    for (int round = 0; round < 300; ++round) {
        const Roster roster = random_office(random, true);
        RotationRequest request = everybody();
        request.must_move = "party_member";
        request.may_move = "true";
        request.kind = round % 2 == 0 ? "rotation" : "transfer";
        request.fitness = {{"high", "if proposed_post.rank = 2 then 3 else 1"}};
        const RotationDraft draft = propose_rotation(pack, roster, request);
        ASSERT_TRUE(verify_rotation(draft.problem, draft.proposal)) << "round " << round;
        ASSERT_EQ(draft.proposal.placed, draft.cadres.size()) << "round " << round;
        const RotationPlan plan = rotation_plan(draft);
        const MoveRules rules(pack, roster);
        for (const RotationMove& move : plan.moves) {
            const ProposedMove judged = *proposed_move(move);
            ASSERT_EQ(rules.judge({judged}).allowed(0), Verdict::met) << "round " << round;
        }
        for (const PlanCheckFinding& finding : check_plan(pack, roster, plan).findings) {
            const bool stands_against = finding.move && finding.matter != PlanMatter::not_compatible &&
                                        finding.status != PlanCheckStatus::exempt;
            ASSERT_FALSE(stands_against) << "round " << round << ": " << to_code(finding.matter);
        }
        for (const int handover : {0, 5}) {
            OrderOptions options;
            options.handover_days = static_cast<std::uint16_t>(handover);
            const MoveOrder order = order_moves(roster, plan, options);
            ASSERT_TRUE(order.blocked.empty()) << "round " << round;
            const Occupancy occupancy = occupancy_of(roster, order.plan);
            for (const RotationMove& move : plan.moves) {
                const auto& seats = occupancy.seats[*move.to];
                const std::int64_t most = most_holders(occupancy, *move.to);
                ASSERT_LE(most, seats.value_or(most)) << "round " << round;
            }
        }
        moved += plan.moves.size();
    }
    EXPECT_GT(moved, 80u);
}

bool has_too_many_holders(const Roster& roster) {
    RotationPlan plan;
    plan.moves.emplace_back().day = day_number(day);
    plan.moves.back().enters = plan.moves.back().leaves = true;
    const Occupancy occupancy = occupancy_of(roster, plan);
    for (std::size_t post = 0; post < occupancy.seats.size(); ++post) {
        if (most_holders(occupancy, post) > *occupancy.seats[post]) return true;
    }
    return false;
}

/// The most of those who have to move, of all plans that keep to rules and seats.
std::size_t most_moved(const Roster& roster, const RotationDraft& draft, const Pack& pack) {
    const MoveRules rules(pack, roster);
    RotationPlan plan;
    std::size_t most = 0;
    const std::function<void(std::size_t, std::size_t)> extend = [&](std::size_t at, std::size_t moved) {
        if (at == draft.cadres.size()) {
            const Occupancy occupancy = occupancy_of(roster, plan);
            for (const RotationMove& move : plan.moves) {
                if (most_holders(occupancy, *move.to) > *occupancy.seats[*move.to]) return;
            }
            most = std::max(most, moved);
            return;
        }
        extend(at + 1, moved);
        const auto from = draft.posts[*draft.problem.cadres[at].present];
        const Occupancy before = occupancy_of(roster, {});
        for (std::size_t to = 0; to < roster.size("posts"); ++to) {
            const ProposedMove judged{draft.cadres[at], to, from, !from, day_number(day)};
            const auto holds = [&](const Holding& held) { return held.person == judged.cadre && held.post == to; };
            if (std::any_of(before.holdings.begin(), before.holdings.end(), holds)) continue;
            if (rules.judge({judged}).allowed(0) != Verdict::met) continue;
            RotationMove move;
            move.person = judged.cadre;
            move.from = from;
            move.enters = !from;
            move.to = to;
            move.day = judged.day;
            plan.moves.push_back(move);
            extend(at + 1, moved + (draft.problem.cadres[at].required ? 1 : 0));
            plan.moves.pop_back();
        }
    };
    extend(0, 0);
    return most;
}

TEST(RotationRequest, MovesTheMostOfThoseWhoHaveTo) {
    const Pack pack = rotation_pack(same_rank);
    std::mt19937_64 random(92);
    std::size_t found = 0;
    for (int round = 0; round < 150; ++round) {
        const Roster roster = random_office(random, false);
        if (has_too_many_holders(roster)) continue;
        RotationRequest request = everybody();
        request.must_move = "party_member";
        request.may_move = "true";
        const RotationDraft draft = propose_rotation(pack, roster, request);
        ASSERT_EQ(draft.proposal.required_placed, most_moved(roster, draft, pack)) << "round " << round;
        found += draft.proposal.required_placed;
    }
    EXPECT_GT(found, 30u);
}

TEST(RotationRequest, NamesPostsWithANegativeNumberOfSeats) {
    Office office;
    office.add("posts", {{"id", "wrong"}, {"seats", -1}});
    office.cadre("p", {spell("a")});
    const RotationDraft draft = propose_rotation(rotation_pack(""), office.build(), everybody());
    ASSERT_EQ(draft.findings.size(), 1u);
    EXPECT_EQ(draft.findings[0].table, "posts");
    EXPECT_EQ(draft.findings[0].row, 4u);
}

}  // namespace
}  // namespace cadre
