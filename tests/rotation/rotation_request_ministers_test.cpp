#include <cadre/rotation/rotation_request.hpp>

#include "rotation/rotation_pack.hpp"
#include "support/csv.hpp"

#include <cadre/roster/roster_builder.hpp>
#include <cadre/rotation/move_order.hpp>

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <tuple>

namespace cadre {
namespace {

using testing::rotation_pack;
using testing::rotation_policy;

const std::string same_rank =
    rotation_policy("same_rank", "rule = \"move\"\nmeet = 'proposed_post.rank = current_post.post.rank'");
const std::string other_organisation =
    rotation_policy("other_organisation", "rule = \"move\"\nmeet = 'proposed_post.unit != current_post.post.unit'");

/// The UK ministers of 1 January 2025 with the posts that they hold that day; the primary one is the highest, of equal
/// ones the first by start and id.
class RequestForMinisters : public ::testing::Test {
protected:
    void SetUp() override {
        const auto folder = test::data_folder() / "uk_ministers";
        if (!std::filesystem::exists(folder)) GTEST_SKIP() << "skipped: no real data at " << folder;
        const test::Csv organisations(folder / "organisation.csv");
        for (std::size_t row = 0; row < organisations.size(); ++row)
            builder_.add("units", {{"id", organisations.cell(row, "id")}});
        const test::Csv posts(folder / "post.csv");
        std::map<std::string, std::int64_t> ranks;
        for (std::size_t row = 0; row < posts.size(); ++row) {
            const std::int64_t rank = std::stoi(posts.cell(row, "rank_equivalence_value"));
            ranks[posts.cell(row, "id")] = rank;
            builder_.add("posts",
                         {{"id", posts.cell(row, "id")}, {"unit", posts.cell(row, "organisation_id")}, {"rank", rank}});
        }
        add_cadres(test::Csv(folder / "appointment.csv"), ranks);
        request_.evaluation.as_of = Date(2025, 1, 1);
        request_.must_move = "true";
    }

    void add_cadres(const test::Csv& spells, const std::map<std::string, std::int64_t>& ranks) {
        using Spell = std::tuple<std::int64_t, std::string, std::string, std::string>;
        std::map<std::string, std::vector<Spell>> held;
        for (std::size_t row = 0; row < spells.size(); ++row) {
            const std::string& end = spells.cell(row, "end_date");
            const std::string& start = spells.cell(row, "start_date");
            if (start > "2025-01-01" || (!end.empty() && end <= "2025-01-01")) continue;
            const std::string& post = spells.cell(row, "post_id");
            held[spells.cell(row, "person_id")].push_back({ranks.at(post), start, spells.cell(row, "id"), post});
        }
        for (auto& [person, own] : held) {
            std::sort(own.begin(), own.end());
            ListValue list;
            for (const Spell& spell : own) {
                list.records.push_back({{"post", std::get<3>(spell)},
                                        {"from", date_of(*parse_iso_date(std::get<1>(spell)))},
                                        {"to", Ongoing{}},
                                        {"primary", spell == own.front()}});
            }
            builder_.add("cadres", {{"id", person}, {"appointments", list}});
        }
    }

    RosterBuilder builder_;
    RotationRequest request_;
};

TEST_F(RequestForMinisters, ProposesWhatThePlainValuesDo) {
    request_.fitness = {{"other_organisation", "proposed_post.unit != current_post.post.unit", 1}};
    const Roster roster = builder_.build();
    const RotationDraft draft = propose_rotation(rotation_pack(same_rank), roster, request_);
    EXPECT_EQ(draft.cadres.size(), 120u);
    EXPECT_TRUE(verify_rotation(draft.problem, draft.proposal));
    EXPECT_EQ(draft.proposal.required_placed, 118u);
    EXPECT_EQ(draft.proposal.costs[2], 9 - 118);
    ASSERT_EQ(draft.shortages.size(), 2u);
    for (const RotationShortage& shortage : draft.shortages) {
        EXPECT_EQ(shortage.cadres.size(), 1u);
        EXPECT_TRUE(shortage.posts.empty());
        EXPECT_EQ(shortage.waivers, (std::vector<RotationWaiver>{{0, 1}}));
    }
    const MoveOrder order = order_moves(roster, rotation_plan(draft));
    EXPECT_TRUE(order.blocked.empty());
    EXPECT_EQ(order.moves.size(), 118u);
}

TEST_F(RequestForMinisters, NamesWhoCannotAllMoveToOtherOrganisations) {
    const Pack pack = rotation_pack(same_rank + other_organisation);
    const RotationDraft draft = propose_rotation(pack, builder_.build(), request_);
    EXPECT_TRUE(verify_rotation(draft.problem, draft.proposal));
    EXPECT_EQ(draft.proposal.required_placed, 109u);
    ASSERT_EQ(draft.shortages.size(), 3u);
    EXPECT_EQ(draft.shortages[0].cadres.size(), 14u);
    EXPECT_EQ(draft.shortages[0].posts.size(), 3u);
    EXPECT_EQ(draft.shortages[0].seats, 5u);
}

}  // namespace
}  // namespace cadre
