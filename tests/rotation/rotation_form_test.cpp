#include "rotation/career.hpp"

#include <cadre/error.hpp>
#include <cadre/rotation/rotation_form.hpp>

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace cadre {
namespace {

using testing::add_career;
using testing::add_place;
using testing::spell;
using testing::year;
using Cell = std::optional<FormCount>;

class RotationForm : public ::testing::Test {
protected:
    void SetUp() override {
        add_place(builder, "department", "city", "government");
        add_place(builder, "north", "district", "government");
        add_place(builder, "ward", "commune", "government");
    }

    /// A cadre who leaves one post for another on a day of 2015.
    void rotate(const std::string& from, const std::string& to, Record cadre = {},
                Record more = {{"kind", "rotation"}}) {
        add_career(builder, {spell(from, year(2010), year(2015)), spell(to, Date(2015, 6, 1), Ongoing{}, more)}, cadre);
    }
    Cell cell(const std::string& line, const std::string& column) const {
        const StatisticalForm form = rotation_form(builder.build(), Date(2015, 1, 1), {.as_of = Date(2015, 12, 31)});
        for (const FormLine& filled : form.lines) {
            for (std::size_t at = 0; at < form.columns.size(); ++at) {
                if (filled.id == line && form.columns[at].id == column) return filled.cells[at];
            }
        }
        ADD_FAILURE() << line << ' ' << column;
        return {};
    }

    RosterBuilder builder;
};

TEST_F(RotationForm, CountsRotationsByDirectionWithTotals) {
    rotate("department", "north",
           {{"sex", "female"},
            {"birth_date", Date(1980, 1, 1)},
            {"degree", "vocational"},
            {"specialist_training", "none"}});
    rotate("department", "ward", {{"sex", "male"}, {"birth_date", Date(1970, 1, 1)}});
    rotate("north", "ward", {{"sex", "male"}}, {{"kind", "rotation"}, {"extra_post", true}});
    EXPECT_EQ(cell("total", "province_total"), (Cell{{1, 1}}));
    EXPECT_EQ(cell("total", "province_to_district"), (Cell{{1, 1}}));
    EXPECT_EQ(cell("total", "commune_total"), (Cell{{2, 2}}));
    EXPECT_EQ(cell("total", "district_to_commune"), (Cell{{1, 1}}));
    EXPECT_EQ(cell("total", "other"), (Cell{{0, 0}}));
    EXPECT_EQ(cell("women", "province_total"), (Cell{{1, 1}}));
    EXPECT_EQ(cell("age_to_40", "province_total"), (Cell{{1, 1}}));
    EXPECT_EQ(cell("age_to_50", "commune_total"), (Cell{{1, 2}})) << "of one the birth date is missing";
    EXPECT_EQ(cell("vocational", "province_total"), (Cell{{1, 1}}));
    EXPECT_EQ(cell("extra_post", "commune_total"), (Cell{{1, 2}}));
}

TEST_F(RotationForm, HasTheRowsOfTheOfficialForm) {
    const StatisticalForm form = rotation_form(builder.build(), Date(2015, 1, 1), {.as_of = Date(2015, 12, 31)});
    EXPECT_EQ(form.number, "11-BTCTW");
    EXPECT_EQ(form.title.in(Language::vi), "Kết quả luân chuyển cán bộ từ 01/01/2015 đến 31/12/2015");
    std::vector<std::string> lines;
    for (const FormLine& line : form.lines) lines.push_back(line.id);
    EXPECT_EQ(lines, (std::vector<std::string>{"total", "women", "ethnic_minority", "religion", "extra_post",
                                               "age_to_40", "age_to_50", "age_over_50", "vocational", "college",
                                               "university", "postgraduate", "theory_elementary", "theory_intermediate",
                                               "theory_advanced"}));
    EXPECT_EQ(cell("religion", "other"), Cell{}) << "not collected, which is not 0";
}

TEST_F(RotationForm, LeavesOutWhatIsNoRotationOrNotOfThePeriod) {
    rotate("department", "north", {}, {{"kind", "transfer"}});
    add_career(builder, {spell("department", year(2010), year(2014)),
                         spell("north", year(2014), Ongoing{}, {{"kind", "rotation"}})});
    EXPECT_EQ(cell("total", "province_total"), (Cell{{0, 0}}));
    rotate("department", "north", {}, {{"kind", Missing{}}});
    EXPECT_EQ(cell("total", "province_total"), (Cell{{0, 1}}));
}

TEST_F(RotationForm, CountsAnUnknownOriginWhereItMayBe) {
    rotate("no such post", "ward");
    EXPECT_EQ(cell("total", "district_to_commune"), (Cell{{0, 1}}));
    EXPECT_EQ(cell("total", "province_to_district"), (Cell{{0, 0}}));
    EXPECT_EQ(cell("total", "other"), (Cell{{0, 1}}));
    add_career(builder, {spell("north", Missing{}, Ongoing{}, {{"kind", "rotation"}})});
    EXPECT_EQ(cell("total", "province_to_district"), (Cell{{0, 1}})) << "on which day is not known";
}

TEST_F(RotationForm, CountsComingFromOutsideAsOther) {
    add_career(builder, {spell("north", Date(2015, 3, 1), Ongoing{}, {{"kind", "rotation"}})});
    EXPECT_EQ(cell("total", "other"), (Cell{{1, 1}}));
    EXPECT_EQ(cell("total", "province_total"), (Cell{{0, 0}}));
}

TEST_F(RotationForm, RefusesAPeriodThatEndsBeforeItStarts) {
    EXPECT_THROW(rotation_form(builder.build(), Date(2016, 1, 1), {.as_of = Date(2015, 12, 31)}), Error);
}

}  // namespace
}  // namespace cadre
