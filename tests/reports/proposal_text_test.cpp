#include <cadre/reports/proposal_text.hpp>

#include "planning/planning_roster.hpp"

#include <gtest/gtest.h>

namespace cadre {
namespace {

using testing::pack_with_policies;
using testing::policy;

constexpr const char* components = R"toml(
[[suitability]]
id = "master"
title = { vi = "Trình độ thạc sĩ trở lên", en = "A master's degree or above" }
cite = "4"
value = 'degree >= "master"'
weight = 5
)toml";

Proposal proposal(const std::string& policies) {
    testing::TwoPostsAndACommittee builder;
    builder.add("cadres", {{"id", "c"}});
    builder.add("pool_members",
                {{"pool", "committee"}, {"cadre", "b"}, {"status", "approved"}, {"added", Date(2014, 1, 1)}});
    return propose(pack_with_policies(components + policies), builder.build(),
                   {.evaluation = {.as_of = Date(2015, 6, 30)}, .pools = std::vector<std::size_t>{2}});
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST(ProposalText, ShowsMembersWithTheirComponentsAndWhatChanged) {
    const Proposal found = proposal(policy("one", "rule = \"members\"\ncount = \"<= 1\"") +
                                    policy("known", "rule = \"entry\"\nmeet = 'birth_date < @\"1990-01-01\"'"));
    const std::string en = proposal_text(found, Language::en);
    EXPECT_TRUE(has(en, "no choice has a total above 5 points, which is proved")) << en;
    EXPECT_TRUE(has(en, "A master's degree or above (master) [1-QĐ/TU, 4]: counts up to 1, 5 points each")) << en;
    EXPECT_TRUE(has(en, "Pool committee, row 2: 1 proposed; 2 surely eligible, 2 considered; 1 undetermined")) << en;
    EXPECT_TRUE(has(en, "row 0  new     5       1 × 5 = 5")) << en;
    EXPECT_TRUE(has(en, "not proposed: row 0 of `pool_members`: the choice made is without this member")) << en;
    EXPECT_TRUE(has(en, "undetermined: row 2, waiting for: ")) << en;
    EXPECT_TRUE(has(en, "cadres, row 2, birth_date")) << en;

    const std::string vi = proposal_text(found, Language::vi);
    EXPECT_TRUE(has(vi, "Quy hoạch committee, dòng 2: đề xuất 1 người")) << vi;
    EXPECT_TRUE(has(vi, "dòng 0  bổ sung")) << vi;
}

TEST(ProposalText, NamesTheClausesInConflictAndWhatIsNotJudged) {
    const Proposal found =
        proposal(policy("many", "rule = \"members\"\ncount = \">= 9\"") + policy("action", "rule = \"development\""));
    const std::string en = proposal_text(found, Language::en);
    EXPECT_TRUE(has(en, "- many (many) [1-QĐ/TU, 1]\n")) << en;
    EXPECT_TRUE(has(en, "No smaller set of policies is in conflict, which is proved.")) << en;
    EXPECT_TRUE(has(en, "Not judged: policy action")) << en;
    EXPECT_TRUE(has(proposal_text(found, Language::vi), "Không phương án nào bảo đảm")) << en;
}

TEST(ProposalText, SaysWhichRemovalPoliciesAreOpenOfMembersWhoStay) {
    const Proposal found = proposal(policy("noted", "rule = \"removal\"\nwhen = 'political_theory = \"none\"'"));
    const std::string en = proposal_text(found, Language::en);
    EXPECT_TRUE(has(en, "- row 0 of `pool_members` stays; whether the removal policy noted applies is undetermined"))
        << en;
    EXPECT_TRUE(has(en, "(cadres, row 1, political_theory)")) << en;
    EXPECT_TRUE(has(proposal_text(found, Language::vi), "được giữ lại; chưa xác định có thuộc quy tắc noted")) << en;
}

TEST(ProposalText, NamesThePoolsThatWereCutWhereNoChoiceIsFound) {
    testing::TwoPostsAndACommittee builder;
    for (int at = 0; at < 100; ++at) builder.add("cadres", {{"id", "c" + std::to_string(at)}});
    const Pack pack = pack_with_policies(components + policy("two", "rule = \"members\"\ncount = \">= 2\"") +
                                         policy("one", "rule = \"members\"\ncount = \"<= 1\""));
    const Proposal found = propose(pack, builder.build(), {.evaluation = {.as_of = Date(2015, 6, 30)}});
    const std::string en = proposal_text(found, Language::en);
    EXPECT_TRUE(has(en, "Not found among those considered")) << en;
    EXPECT_TRUE(has(en, "- two (two) [1-QĐ/TU, 1]\n- one (one)")) << en;
    EXPECT_TRUE(has(en, "than were considered: pool_director, pool_deputy, committee; what")) << en;
    EXPECT_TRUE(has(proposal_text(found, Language::vi), "Chưa tìm được phương án: trong số người được xét")) << en;
}

}  // namespace
}  // namespace cadre
