#include "planning/planning_roster.hpp"

#include <cadre/planning/planning_form.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

using testing::TwoPostsAndACommittee;

const EvaluationOptions mid_2015{.as_of = Date(2015, 6, 30)};

std::optional<FormCount> cell(const StatisticalForm& form, const std::string& line, const std::string& column) {
    for (const FormLine& filled : form.lines) {
        for (std::size_t at = 0; at < form.columns.size(); ++at) {
            if (filled.id == line && form.columns[at].id == column) return filled.cells[at];
        }
    }
    ADD_FAILURE() << line << ' ' << column;
    return {};
}

void plan(RosterBuilder& builder, const std::string& pool, const std::string& cadre) {
    builder.add("pool_members",
                {{"pool", pool}, {"cadre", cadre}, {"status", "approved"}, {"added", Date(2014, 1, 1)}});
}

using Cell = std::optional<FormCount>;

TEST(PlanningForm, CountsPersonTimesByKindAndTitle) {
    TwoPostsAndACommittee builder;
    plan(builder, "committee", "a");
    plan(builder, "committee", "b");
    plan(builder, "pool_director", "a");
    plan(builder, "pool_deputy", "a");
    const StatisticalForm form = planning_form(FormLevel::province, builder.build(), mid_2015);
    EXPECT_EQ(form.number, "12A-BTCTW");
    EXPECT_EQ(cell(form, "total", "committee"), (Cell{{2, 2}}));
    EXPECT_EQ(cell(form, "total", "divisions"), (Cell{{2, 2}})) << "one person in two pools";
    EXPECT_EQ(cell(form, "women", "committee"), (Cell{{1, 1}}));
    EXPECT_EQ(cell(form, "age_to_40", "committee"), (Cell{{1, 1}}));
    EXPECT_EQ(cell(form, "age_to_50", "committee"), (Cell{{1, 1}}));
    EXPECT_EQ(cell(form, "postgraduate", "committee"), (Cell{{1, 2}})) << "a bachelor may be a specialist of level I";
    EXPECT_EQ(cell(form, "total", "other"), (Cell{{0, 0}}));
    const StatisticalForm district = planning_form(FormLevel::district, builder.build(), mid_2015);
    EXPECT_EQ(cell(district, "total", "committee"), (Cell{{0, 0}}));
}

TEST(PlanningForm, NeverShowsZeroForWhatIsNotCollected) {
    TwoPostsAndACommittee builder;
    plan(builder, "committee", "a");
    const StatisticalForm form = planning_form(FormLevel::province, builder.build(), mid_2015);
    EXPECT_EQ(cell(form, "religion", "committee"), Cell{});
    EXPECT_EQ(cell(form, "ethnic_minority", "committee"), (Cell{{0, 1}})) << "ethnicity is missing";
}

TEST(PlanningForm, CountsAMemberOfAnUnknownPoolAsPossibleInEveryColumn) {
    TwoPostsAndACommittee builder;
    plan(builder, "no_such_pool", "b");
    const StatisticalForm form = planning_form(FormLevel::province, builder.build(), mid_2015);
    for (const auto& count : form.lines.front().cells) EXPECT_EQ(count, (Cell{{0, 1}}));
    EXPECT_EQ(cell(form, "women", "committee"), (Cell{{0, 0}}));
}

TEST(PlanningForm, PutsPostsThatNoColumnNamesUnderOther) {
    TwoPostsAndACommittee builder;
    builder.add("posts", {{"id", "judge"}, {"title", "chief_judge"}, {"unit", "city"}, {"seats", 1}});
    builder.add("pools",
                {{"id", "pool_judge"}, {"kind", "post"}, {"post", "judge"}, {"unit", "city"}, {"tier", "city"}});
    plan(builder, "pool_judge", "b");
    const StatisticalForm form = planning_form(FormLevel::province, builder.build(), mid_2015);
    EXPECT_EQ(cell(form, "total", "other"), (Cell{{1, 1}}));
}

TEST(PlanningForm, CountsEthnicMinoritiesWhateverTheSpelling) {
    TwoPostsAndACommittee builder;
    builder.add("cadres", {{"id", "c"}, {"ethnicity", "KINH"}});
    builder.add("cadres", {{"id", "d"}, {"ethnicity", "Mường"}});
    plan(builder, "committee", "c");
    plan(builder, "committee", "d");
    const StatisticalForm form = planning_form(FormLevel::province, builder.build(), mid_2015);
    EXPECT_EQ(cell(form, "ethnic_minority", "committee"), (Cell{{1, 1}}));
}

}  // namespace
}  // namespace cadre
