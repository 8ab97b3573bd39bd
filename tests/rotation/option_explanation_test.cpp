#include <cadre/rotation/option_explanation.hpp>

#include "rotation/rotation_pack.hpp"

#include <cadre/error.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <gtest/gtest.h>

#include <algorithm>

namespace cadre {
namespace {

using testing::rotation_pack;
using testing::rotation_policy;

constexpr std::size_t a = 0, b = 1, c = 2, d = 3, e = 4, f = 5;  // rows of posts
constexpr std::size_t p = 0, q = 1, r = 2, s = 3, t = 4;         // rows of cadres

Record spell(const std::string& post, bool primary = true, Date since = Date(2010, 1, 1)) {
    return {{"post", post}, {"from", since}, {"held_since", since}, {"to", Ongoing{}}, {"primary", primary}};
}

/// Posts of one seat: "a" to "c" of rank 1, "d" of rank 2, "e" of an unknown rank and with two seats, "f" of rank 1 and
/// held by "s", who does not move. "p" holds "a" and, besides, "c"; "q" holds "b" since 2015; "r" may move if a member
/// of the Party, which is not known; "t" moves from two posts.
class OptionExplanations : public ::testing::Test {
protected:
    OptionExplanations() {
        RosterBuilder builder;
        for (const char* id : {"a", "b", "c", "d", "e", "f"}) {
            const std::string key = id;
            Record post{{"id", key}, {"seats", key == "e" ? 2 : 1}, {"leading", key == "b"}};
            if (key != "e") post.emplace_back("rank", key == "d" ? 2 : 1);
            builder.add("posts", post);
        }
        const auto add = [&](const std::string& id, std::vector<Record> spells, Record more = {}) {
            more.emplace_back("id", id);
            more.emplace_back("appointments", ListValue{std::move(spells)});
            builder.add("cadres", more);
        };
        add("p", {spell("a"), spell("c", false, Date(2012, 1, 1))}, {{"party_member", true}, {"degree", "master"}});
        add("q", {spell("b", true, Date(2015, 1, 1))}, {{"party_member", true}, {"degree", "bachelor"}});
        add("r", {spell("d")}, {{"degree", "bachelor"}});
        add("s", {spell("f")}, {{"party_member", false}, {"degree", "bachelor"}});
        add("t", {spell("d"), spell("e")}, {{"party_member", true}});
        roster_.emplace(builder.build());
        request_.evaluation.as_of = Date(2016, 1, 1);
        request_.must_move = "party_member";
    }

    OptionExplanation explain(std::size_t cadre, std::size_t post) {
        const RotationDraft draft = propose_rotation(pack_, *roster_, request_);
        return explain_option(pack_, *roster_, request_, draft, cadre, post);
    }
    OptionStatus status(std::size_t cadre, std::size_t post) { return explain(cadre, post).status; }

    Pack pack_ = rotation_pack(
        rotation_policy("same_rank", "rule = \"move\"\nmeet = 'proposed_post.rank = current_post.post.rank'"));
    std::optional<Roster> roster_;
    RotationRequest request_;
};

TEST_F(OptionExplanations, TellWhatIsNotConsidered) {
    EXPECT_EQ(status(s, a), OptionStatus::not_asked_for);
    EXPECT_EQ(status(t, a), OptionStatus::present_unknown);
    EXPECT_EQ(status(p, c), OptionStatus::held);
    EXPECT_EQ(status(p, f), OptionStatus::no_seat);
    request_.posts = "not(leading)";
    EXPECT_EQ(status(p, b), OptionStatus::not_offered);
    request_.posts = "rank = 2";
    EXPECT_EQ(status(p, e), OptionStatus::undetermined);
}

TEST_F(OptionExplanations, ShowTheConditionsOfTheRequest) {
    const OptionExplanation other = explain(s, a);
    ASSERT_EQ(other.reasons.size(), 1u);
    EXPECT_EQ(other.reasons[0].criterion, "must_move");
    EXPECT_EQ(other.reasons[0].verdict(), Verdict::not_met);
    const OptionExplanation open = explain(r, a);
    EXPECT_EQ(open.status, OptionStatus::undetermined);
    ASSERT_EQ(open.reasons.size(), 1u);
    EXPECT_NE(open.reasons[0].to_text(Language::en).find("cadres.party_member, row 2"), std::string::npos)
        << open.reasons[0].to_text(Language::en);
    request_.posts = "rank = 2";
    const OptionExplanation post = explain(p, e);
    ASSERT_EQ(post.reasons.size(), 1u);
    EXPECT_EQ(post.reasons[0].table, "posts");
    EXPECT_EQ(post.reasons[0].row, e);
}

TEST_F(OptionExplanations, ShowTheRulesThatRefuseOrMay) {
    request_.must_rows = {r};
    const OptionExplanation refused = explain(r, a);
    EXPECT_EQ(refused.status, OptionStatus::refused);
    ASSERT_EQ(refused.reasons.size(), 1u);
    EXPECT_EQ(refused.reasons[0].criterion, "same_rank");
    const OptionExplanation open = explain(r, e);
    EXPECT_EQ(open.status, OptionStatus::undetermined);
    ASSERT_EQ(open.reasons.size(), 1u);
    EXPECT_EQ(open.reasons[0].verdict(), Verdict::undetermined);
}

TEST_F(OptionExplanations, ShowWhyAStayWouldBeTooShort) {
    pack_ = rotation_pack(rotation_policy(
        "three_years",
        "rule = \"least_stay\"\nspells = 'post.rank = 1'\nleast = \"P36M\"\nexempt = 'degree = \"master\"'"));
    EXPECT_EQ(status(p, b), OptionStatus::possible) << "exempt";
    const OptionExplanation refused = explain(q, a);
    EXPECT_EQ(refused.status, OptionStatus::refused);
    ASSERT_EQ(refused.reasons.size(), 1u);
    EXPECT_EQ(refused.reasons[0].verdict(), Verdict::not_met);
    const std::string text = refused.reasons[0].to_text(Language::en);
    EXPECT_NE(text.find("✗ The spell in row 2 of `cadres.appointments`"), std::string::npos) << text;
    EXPECT_NE(text.find("✗ Day on which the least stay is over: 2018-01-01 (needed: no later than 2016-01-01)"),
              std::string::npos)
        << text;
}

TEST_F(OptionExplanations, TellWhatAnotherPlanWouldCost) {
    pack_ = rotation_pack("");
    request_.must_move.clear();
    request_.must_rows = {p, q};
    request_.fitness = {{"fit", "proposed_post.leading", 1}};
    const OptionExplanation proposed = explain(p, b);
    EXPECT_EQ(proposed.status, OptionStatus::proposed);
    ASSERT_TRUE(proposed.regret.has_value());
    const OptionExplanation stays = explain(p, a);
    EXPECT_EQ(stays.status, OptionStatus::possible);
    ASSERT_TRUE(stays.regret.has_value());
    EXPECT_EQ(stays.regret->costs.at(0), 1) << "has to move and does not";
    EXPECT_EQ(stays.regret->costs.at(2), 1) << "a point of fitness";
}

TEST_F(OptionExplanations, RefuseRowsThatAreNotThere) {
    EXPECT_THROW(explain(9, a), Error);
    EXPECT_THROW(explain(p, 9), Error);
}

/// An option is told as one, what rules refuse as refused, whatever stands in the problem.
TEST_F(OptionExplanations, AgreeWithTheProblem) {
    request_.must_move = "true";
    const RotationDraft draft = propose_rotation(pack_, *roster_, request_);
    for (const RotationOption& option : draft.problem.options) {
        if (!draft.posts[option.post]) continue;
        const auto found =
            explain_option(pack_, *roster_, request_, draft, draft.cadres[option.cadre], *draft.posts[option.post]);
        const bool is_proposed = draft.problem.options[*draft.proposal.options[option.cadre]] == option;
        EXPECT_EQ(found.status, is_proposed ? OptionStatus::proposed : OptionStatus::possible);
    }
    ASSERT_FALSE(draft.problem.refused.empty());
    for (const RefusedOption& refused : draft.problem.refused) {
        const auto found = explain_option(pack_, *roster_, request_, draft, draft.cadres[refused.option.cadre],
                                          *draft.posts[refused.option.post]);
        EXPECT_EQ(found.status, OptionStatus::refused);
        EXPECT_EQ(found.reasons.size(), refused.rules.size());
    }
}

}  // namespace
}  // namespace cadre
