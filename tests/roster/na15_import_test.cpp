#include "support/arrow_stream.hpp"
#include "support/csv.hpp"

#include <cadre/roster/roster.hpp>
#include <cadre/schema/spelling_matcher.hpp>

#include <gtest/gtest.h>

#include <filesystem>
#include <map>

namespace cadre {
namespace {

const char* const columns[] = {
    "Tỉnh/Thành phố",
    "Ngày tháng năm sinh",
    "Giới tính",
    "Dân tộc",
    "Trình độ học vấn - Giáo dục phổ thông",
    "Trình độ học vấn - Học hàm, học vị",
    "Trình độ học vấn - Lý luận chính trị",
    "Trình độ học vấn - Ngoại ngữ",
    "Ngày vào Đảng",
    "Là đại biểu QH",
    "Kết quả",
};

/// The real list of candidates; nothing of it is in this repository.
class Na15Import : public testing::Test {
protected:
    void SetUp() override {
        const auto path = test::data_folder() / "na15_candidates" / "candidates.csv";
        if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " is not there";
        csv_.emplace(path);
        std::vector<test::ArrowData> fields;
        for (const char* name : columns) {
            test::Cells<std::string> cells;
            for (std::size_t row = 0; row < csv_->size(); ++row) cells.emplace_back(csv_->cell(row, name));
            fields.push_back(test::texts(name, cells));
        }
        std::vector<test::ArrowData> chunks;
        chunks.push_back(test::structure("", std::move(fields)));
        test::ArrowStream stream(std::move(chunks));
        const auto mapping = Mapping::load(std::string(CADRE_SOURCE_DIR) + "/examples/mappings/na15.toml");
        roster_.emplace(Roster::from_arrow(stream.get(), mapping));
    }

    const Column& column(const std::string& attribute) const {
        const Table& table = roster_->schema().table(0);
        return roster_->table(0)->columns[static_cast<std::size_t>(table.find(attribute).value())];
    }
    const AttributeReport& report(const std::string& attribute) const {
        return *roster_->import_report().find("cadres", attribute);
    }
    /// How often each code stands in a level column; "" counts what is missing.
    std::map<std::string, int> levels(const std::string& attribute) const {
        const Schema& schema = roster_->schema();
        const Table& table = schema.table(0);
        const Scale& scale =
            schema.scale(table.attributes[static_cast<std::size_t>(*table.find(attribute))].type.domain);
        std::map<std::string, int> counts;
        for (std::size_t row = 0; row < roster_->size(); ++row) {
            const Column& cells = column(attribute);
            const auto code = static_cast<std::size_t>(cells.integer(row));
            ++counts[cells.is_present(row) ? scale.codes[code].id : ""];
        }
        return counts;
    }

    std::optional<test::Csv> csv_;
    std::optional<Roster> roster_;
};

TEST_F(Na15Import, CountsPostgraduatesAsTheOfficialListDoes) {
    ASSERT_EQ(roster_->size(), 868U);
    const Column& degree = column("degree");
    const Column& specialist = column("specialist_training");
    const Scale& scale = roster_->schema().scale(*roster_->schema().find_scale("degree"));
    const int master = scale.find("master").value();
    int postgraduate = 0;
    int unknown = 0;
    for (std::size_t row = 0; row < roster_->size(); ++row) {
        if (degree.is_present(row) && degree.integer(row) >= master)
            ++postgraduate;
        else if (specialist.is_present(row) && specialist.integer(row) > 0)
            ++postgraduate;
        else if (!degree.is_present(row) || !specialist.is_present(row))
            ++unknown;
    }
    EXPECT_EQ(postgraduate, 564);
    EXPECT_EQ(unknown, 10);
    EXPECT_EQ(report("degree").blank, 10);
    EXPECT_EQ(report("degree").not_understood, 0);
}

TEST_F(Na15Import, ReadsTitlesAndSpecialistsFromTheSameColumn) {
    auto titles = levels("academic_title");
    EXPECT_EQ(titles["associate_professor"], 27);
    EXPECT_EQ(titles["professor"], 16);
    EXPECT_EQ(titles[""], 10);
    auto specialists = levels("specialist_training");
    EXPECT_EQ(specialists["specialist_1"], 6);
    EXPECT_EQ(specialists["specialist_2"], 5);
}

TEST_F(Na15Import, CountsWomen) {
    const auto female = roster_->find_text("female");
    ASSERT_TRUE(female);
    int women = 0;
    for (std::size_t row = 0; row < roster_->size(); ++row) women += column("sex").integer(row) == *female ? 1 : 0;
    EXPECT_EQ(women, 393);
    EXPECT_EQ(report("sex").read, 868);
}

TEST_F(Na15Import, ReadsPoliticalTheoryAsWritten) {
    auto counts = levels("political_theory");
    EXPECT_EQ(counts["advanced"] + counts["bachelor"], 587 + 55 + 2 + 1);
    EXPECT_EQ(counts["intermediate"], 111);
    EXPECT_EQ(counts["elementary"], 35);
    EXPECT_EQ(counts["none"], 9);
    EXPECT_EQ(counts[""], 66 + 2);
    const AttributeReport& cells = report("political_theory");
    EXPECT_EQ(cells.blank, 66);
    EXPECT_EQ(cells.not_understood, 2);
    const std::vector<std::pair<std::string, std::int64_t>> strange{{"Thạc sĩ", 1}, {"Đang học Trung cấp", 1}};
    EXPECT_EQ(cells.spellings, strange);
}

TEST_F(Na15Import, LeavesThePartyDateMissingWhereTheListHasNone) {
    const AttributeReport& cells = report("party_admission_date");
    EXPECT_EQ(cells.blank, 73);
    EXPECT_EQ(cells.not_understood, 1);
    EXPECT_EQ(cells.rows.size(), 1U);
    const std::vector<std::pair<std::string, std::int64_t>> strange{{"Không", 1}};
    EXPECT_EQ(cells.spellings, strange);
    int missing = 0;
    for (std::size_t row = 0; row < roster_->size(); ++row) {
        missing += column("party_admission_date").is_present(row) ? 0 : 1;
    }
    EXPECT_EQ(missing, 74);
}

TEST_F(Na15Import, ReadsEveryBirthDate) {
    EXPECT_EQ(report("birth_date").read, 868);
    EXPECT_EQ(column("birth_date").integer(0), make_day(1974, 11, 28));
    const DayNumber youngest_of_forty = *make_day(1981, 4, 27);
    int under_forty = 0;
    for (std::size_t row = 0; row < roster_->size(); ++row) {
        under_forty += column("birth_date").integer(row) > youngest_of_forty ? 1 : 0;
    }
    EXPECT_EQ(under_forty, 224);
}

TEST_F(Na15Import, StoresTextsInNfcHoweverTheyCame) {
    int denormal = 0;
    for (const char* name : columns) {
        for (std::size_t row = 0; row < csv_->size(); ++row) {
            const std::string& raw = csv_->cell(row, name);
            denormal += normalized_text(raw).value() != raw ? 1 : 0;
        }
    }
    EXPECT_GT(denormal, 0);
    for (std::size_t row = 0; row < csv_->size(); ++row) {
        const auto province = static_cast<std::int32_t>(column("province").integer(row));
        ASSERT_EQ(roster_->text(province), normalized_text(csv_->cell(row, "Tỉnh/Thành phố")).value());
    }
    for (std::int32_t id = 0; id < roster_->text_count(); ++id) {
        ASSERT_EQ(normalized_text(roster_->text(id)), std::string(roster_->text(id)));
    }
}

TEST_F(Na15Import, CountsTheElected) {
    const auto won = roster_->find_text("won");
    ASSERT_TRUE(won);
    int elected = 0;
    for (std::size_t row = 0; row < roster_->size(); ++row) elected += column("result").integer(row) == *won ? 1 : 0;
    EXPECT_EQ(elected, 499);
}

TEST_F(Na15Import, ReportsEveryCell) {
    std::int64_t strange = 0;
    for (const AttributeReport& cells : roster_->import_report().attributes) {
        EXPECT_EQ(cells.read + cells.blank + cells.not_understood + cells.dangling, 868) << cells.attribute;
        EXPECT_EQ(static_cast<std::int64_t>(cells.rows.size()), cells.not_understood) << cells.attribute;
        std::int64_t spelled = 0;
        for (const auto& [text, count] : cells.spellings) spelled += count;
        EXPECT_EQ(spelled, cells.not_understood) << cells.attribute;
        strange += cells.not_understood;
    }
    EXPECT_EQ(strange, 3) << roster_->import_report().to_text();
    EXPECT_EQ(roster_->import_report().unused_columns, std::vector<std::string>{"cadres: Là đại biểu QH"});
    EXPECT_EQ(roster_->snapshot(), make_day(2021, 4, 27));
}

}  // namespace
}  // namespace cadre
