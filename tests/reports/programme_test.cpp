#include <cadre/reports/programme.hpp>
#include <cadre/reports/review.hpp>
#include <cadre/roster/roster_builder.hpp>
#include <cadre/targets/assess.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

const EvaluationOptions mid_2014{.as_of = Date(2014, 6, 30)};

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST(ProgrammeReport, ShowsOneRowAYear) {
    RosterBuilder builder;
    builder.add("admissions", {{"date", Date(2012, 5, 19)}});
    const Pack pack = load_pack("hanoi-2011");
    const std::string text = review_text(assess(pack, builder.build(), mid_2014), pack, Language::en);
    EXPECT_TRUE(contains(text, "New Party members admitted: 10,000 every year\n")) << text;
    EXPECT_TRUE(contains(text, "\n2011 (year in part)  ")) << text;
    EXPECT_TRUE(contains(text, "New Party members admitted: 10,000 every year: 2012\n")) << text;
    EXPECT_TRUE(contains(text, "Undetermined: the year has not begun.")) << text;
    EXPECT_TRUE(contains(text, "not increasing")) << text;
}

TEST(ProgrammeReport, IndicatorsSayWhatIsOpenAndWhatIsNotCollected) {
    RosterBuilder builder;
    builder.add("cadres",
                {{"managed_by", "city_standing_committee"}, {"sex", "female"}, {"birth_date", Date(1970, 1, 1)}});
    builder.add("cadres", {{"managed_by", "city_standing_committee"}});
    const auto series = measure_indicators(load_pack("hanoi-2011"), builder.build(), mid_2014);
    const std::string text = indicators_text(series, Language::en);
    EXPECT_TRUE(contains(text, "50 %–100 %") || contains(text, "50.0 %–100.0 %")) << text;
    EXPECT_TRUE(contains(text, "[41 y 11 m; 1 rows open]")) << text;
    EXPECT_TRUE(contains(text, "Women in planning: Not collected: the roster has no planning table")) << text;
    EXPECT_TRUE(contains(indicators_text(series, Language::vi), "Chưa thu thập")) << text;
}

TEST(ProgrammeReport, DeliverablesStandByOwner) {
    const DeliveryTable table = delivery_table(load_pack("hanoi-2011"), {}, Date(2014, 6, 30));
    const std::string text = deliverables_text(table, Language::en);
    EXPECT_TRUE(contains(text, "\nCity departments\n")) << text;
    EXPECT_TRUE(contains(text, "(no owner named)")) << text;
    EXPECT_TRUE(contains(text, "[milestone]")) << text;
    EXPECT_TRUE(contains(text, "01-CTr/TU, IV.1.7")) << text;
}

}  // namespace
}  // namespace cadre
