#include "support/csv.hpp"

#include <cadre/schema/schema.hpp>
#include <cadre/schema/spelling_matcher.hpp>

#include <gtest/gtest.h>

#include <map>

namespace cadre {
namespace {

/// The 868 candidates of the 15th National Assembly against the published totals (shared/data/README.md).
class Candidates : public testing::Test {
protected:
    void SetUp() override {
        const auto path = test::data_folder() / "na15_candidates" / "candidates.csv";
        if (!std::filesystem::exists(path)) GTEST_SKIP() << "skipped: no real data at " << path;
        csv_.emplace(path);
        ASSERT_EQ(csv_->size(), 868U);
    }

    const Scale& scale(const char* id) const { return schema_->scale(schema_->find_scale(id).value()); }
    int rank(const char* scale_id, std::optional<int> code) const {
        return code ? scale(scale_id).codes[static_cast<std::size_t>(*code)].rank : -1;
    }

    std::shared_ptr<const Schema> schema_ = load_vocabulary();
    std::optional<test::Csv> csv_;
};

TEST_F(Candidates, PoliticalTheoryMeetsTheTotalsAsWritten) {
    const Scale& theory = scale("political_theory");
    const SpellingMatcher matcher(theory);
    std::map<std::string, int> counts;
    std::map<std::string, int> not_understood;
    for (std::size_t row = 0; row < csv_->size(); ++row) {
        const std::string& text = csv_->cell(row, "Trình độ học vấn - Lý luận chính trị");
        const auto code = matcher.exact(text);
        if (code) {
            ++counts[theory.codes[static_cast<std::size_t>(*code)].id];
        } else {
            ++not_understood[normalized_text(text).value()];
        }
    }
    EXPECT_EQ(counts["advanced"], 587);
    EXPECT_EQ(counts["bachelor"], 55 + 2 + 1);  // with "Cử nhân, Cao cấp" twice and "Cử nhân chính trị" once
    EXPECT_EQ(counts["intermediate"], 111);
    EXPECT_EQ(counts["elementary"], 35);
    EXPECT_EQ(counts["none"], 9);
    EXPECT_EQ(not_understood, (std::map<std::string, int>{{"-", 66}, {"Thạc sĩ", 1}, {"Đang học Trung cấp", 1}}));
}

TEST_F(Candidates, PostgraduatesMeetTheTotals) {
    const SpellingMatcher degrees(scale("degree"));
    const SpellingMatcher specialists(scale("specialist_training"));
    const int master = rank("degree", scale("degree").find("master"));
    const int specialist = rank("specialist_training", scale("specialist_training").find("specialist_1"));
    int postgraduate = 0;
    int elected = 0;
    int blank = 0;
    for (std::size_t row = 0; row < csv_->size(); ++row) {
        const std::string& text = csv_->cell(row, "Trình độ học vấn - Học hàm, học vị");
        if (text.empty()) {
            ++blank;
            continue;
        }
        const auto degree = degrees.highest_mentioned(text);
        EXPECT_TRUE(degree) << text;
        EXPECT_FALSE(degrees.is_doubtful(text)) << text;
        if (rank("degree", degree) < master &&
            rank("specialist_training", specialists.highest_mentioned(text)) < specialist) {
            continue;
        }
        ++postgraduate;
        if (csv_->cell(row, "Kết quả") == "won") ++elected;
    }
    EXPECT_EQ(postgraduate, 564);
    EXPECT_EQ(elected, 392);
    EXPECT_EQ(blank, 10);
}

TEST_F(Candidates, SexAndGeneralEducationAreUnderstoodThroughout) {
    const Scale& sexes = scale("sex");
    const SpellingMatcher sex(sexes);
    const SpellingMatcher school(scale("general_education"));
    int women = 0;
    int below_upper_secondary = 0;
    for (std::size_t row = 0; row < csv_->size(); ++row) {
        const auto found = sex.exact(csv_->cell(row, "Giới tính"));
        ASSERT_TRUE(found);
        if (sexes.codes[static_cast<std::size_t>(*found)].id == "female") ++women;
        const std::string& text = csv_->cell(row, "Trình độ học vấn - Giáo dục phổ thông");
        const auto level = school.exact(text);
        ASSERT_TRUE(level) << text;
        if (rank("general_education", level) < 3) ++below_upper_secondary;
    }
    EXPECT_EQ(women, 393);
    EXPECT_EQ(below_upper_secondary, 3);
}

}  // namespace
}  // namespace cadre
