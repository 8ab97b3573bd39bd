#include <cadre/rotation/rotation_regret.hpp>

#include "support/csv.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <tuple>

namespace cadre {
namespace {

/// UK ministers on 1 January 2025: each has the highest of the posts held that day (of equal ones the first by start
/// and id), and has to move to another such post of the same rank.
class RotationOfMinisters : public ::testing::Test {
protected:
    void SetUp() override {
        const auto folder = test::data_folder() / "uk_ministers";
        if (!std::filesystem::exists(folder)) GTEST_SKIP() << "skipped: no real data at " << folder;
        const test::Csv posts(folder / "post.csv");
        for (std::size_t row = 0; row < posts.size(); ++row) {
            ranks_[posts.cell(row, "id")] = std::stoi(posts.cell(row, "rank_equivalence_value"));
            organisations_[posts.cell(row, "id")] = posts.cell(row, "organisation_id");
        }
        read_holders(test::Csv(folder / "appointment.csv"));
        add_options();
    }

    void read_holders(const test::Csv& spells) {
        const std::string day = "2025-01-01";
        std::map<std::string, std::tuple<int, std::string, std::string, std::string>> main;
        for (std::size_t row = 0; row < spells.size(); ++row) {
            const std::string& end = spells.cell(row, "end_date");
            if (spells.cell(row, "start_date") > day || (!end.empty() && end <= day)) continue;
            ++held_;
            const std::string& post = spells.cell(row, "post_id");
            const std::tuple found{ranks_.at(post), spells.cell(row, "start_date"), spells.cell(row, "id"), post};
            const auto [known, fresh] = main.try_emplace(spells.cell(row, "person_id"), found);
            if (!fresh) known->second = std::min(known->second, found);
        }
        std::map<std::string, std::size_t> positions;
        for (const auto& [person, spell] : main) {
            const auto [at, fresh] = positions.try_emplace(std::get<3>(spell), posts_.size());
            if (fresh) posts_.push_back(at->first);
            if (fresh) problem_.seats.push_back(0);
            ++problem_.seats[at->second];
            problem_.cadres.push_back({.required = true, .present = at->second});
        }
    }

    void add_options() {
        problem_.goals = {{"same_organisation", {}}};
        problem_.rules = {"same_rank"};
        for (std::size_t cadre = 0; cadre < problem_.cadres.size(); ++cadre) {
            const std::string& own = posts_[*problem_.cadres[cadre].present];
            for (std::size_t post = 0; post < posts_.size(); ++post) {
                if (posts_[post] == own) continue;
                if (ranks_.at(posts_[post]) != ranks_.at(own)) {
                    problem_.refused.push_back({{cadre, post}, {0}});
                    continue;
                }
                problem_.options.push_back({cadre, post});
                problem_.goals[0].costs.push_back(organisations_.at(posts_[post]) == organisations_.at(own) ? 1 : 0);
            }
        }
    }

    std::map<std::string, int> ranks_;
    std::map<std::string, std::string> organisations_;
    std::vector<std::string> posts_;
    std::size_t held_ = 0;
    RotationProblem problem_;
};

TEST_F(RotationOfMinisters, EverybodyMovesWhoCan) {
    EXPECT_EQ(held_, 141u);
    ASSERT_EQ(problem_.cadres.size(), 120u);
    const RotationProposal found = propose_rotation(problem_);
    EXPECT_TRUE(verify_rotation(problem_, found));
    EXPECT_EQ(found.required_placed, 118u);
    EXPECT_EQ(found.costs, std::vector<std::int64_t>{9});
    ASSERT_EQ(found.shortages.size(), 2u);
    for (const RotationShortage& shortage : found.shortages) {
        ASSERT_EQ(shortage.cadres.size(), 1u);
        EXPECT_LE(ranks_.at(posts_[*problem_.cadres[shortage.cadres[0]].present]), 2);
        EXPECT_TRUE(shortage.posts.empty());
        EXPECT_EQ(shortage.waivers, (std::vector<RotationWaiver>{{0, 1}}));
    }
}

TEST_F(RotationOfMinisters, SomeCannotAllMoveToOtherOrganisations) {
    problem_.rules.push_back("other_organisation");
    RotationProblem other = problem_;
    other.options.clear();
    other.goals.clear();
    for (std::size_t option = 0; option < problem_.options.size(); ++option) {
        if (problem_.goals[0].costs[option] == 0) {
            other.options.push_back(problem_.options[option]);
        } else {
            other.refused.push_back({problem_.options[option], {1}});
        }
    }
    const RotationProposal found = propose_rotation(other);
    EXPECT_TRUE(verify_rotation(other, found));
    EXPECT_EQ(found.required_placed, 109u);
    ASSERT_EQ(found.shortages.size(), 3u);
    const RotationShortage& whips = found.shortages[0];  // of the Commons; what is left to them are seats of the Lords
    EXPECT_EQ(whips.cadres.size(), 14u);
    EXPECT_EQ(whips.posts.size(), 3u);
    EXPECT_EQ(whips.seats, 5u);
    EXPECT_EQ(whips.waivers, (std::vector<RotationWaiver>{{0, 2}, {1, 9}}));
}

}  // namespace
}  // namespace cadre
