#include "rotation/career.hpp"

#include <cadre/rotation/dwellings.hpp>
#include <cadre/rotation/survival.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

using testing::add_career;
using testing::add_place;
using testing::spell;
using testing::year;

TEST(Survival, WithoutCensoringIsTheShareThatLastsLonger) {
    const std::vector<DwellTime> times{{3}, {1}, {2}, {2}};
    const SurvivalCurve curve = survival(times);
    ASSERT_EQ(curve.steps.size(), 3u);
    EXPECT_DOUBLE_EQ(curve.steps[0].share, 0.75);
    EXPECT_DOUBLE_EQ(curve.steps[1].share, 0.25);
    EXPECT_DOUBLE_EQ(curve.steps[1].variance, 0.25 * 0.75 / 4) << "that of a proportion";
    EXPECT_EQ(curve.steps[2].share, 0);
    EXPECT_EQ(curve.steps[2].variance, 0);
    EXPECT_EQ(curve.median_days(), 2);
    EXPECT_EQ(curve.days_until(0.1), 3);
}

// The remission times of 6-mercaptopurine in Freireich et al. (1963), in weeks, with the estimates that textbooks
// print.
TEST(Survival, WithCensoringIsThatOfThePublishedExample) {
    std::vector<DwellTime> times;
    for (const int weeks : {6, 6, 6, 7, 10, 13, 16, 22, 23}) times.push_back({weeks, true});
    for (const int weeks : {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}) times.push_back({weeks, false});
    const SurvivalCurve curve = survival(times);
    ASSERT_EQ(curve.steps.size(), 7u);
    EXPECT_NEAR(curve.steps[0].share, 0.8571, 5e-5);
    EXPECT_NEAR(curve.steps[2].share, 0.7529, 5e-5);
    EXPECT_NEAR(curve.steps[6].share, 0.4482, 5e-5);
    EXPECT_NEAR(curve.steps[6].variance, 0.1346 * 0.1346, 5e-5);
    EXPECT_EQ(curve.steps[1].at_risk, 17);
    EXPECT_EQ(curve.censored, 12);
    EXPECT_EQ(curve.median_days(), 23);
}

TEST(Survival, HasNoMedianWhereTooFewHaveEnded) {
    const std::vector<DwellTime> times{{5}, {9, false}, {9, false}};
    EXPECT_FALSE(survival(times).median_days());
    EXPECT_TRUE(survival({}).steps.empty());
}

class DwellingsOf : public ::testing::Test {
protected:
    void SetUp() override {
        add_place(builder, "a", "city", "party");
        add_place(builder, "b", "city", "government");
        builder.add("posts", {{"id", "a2"}, {"unit", "a"}});
    }
    std::vector<DwellTime> times(Grouping by = Grouping::unit) {
        found = find_dwellings(builder.build(), by, {}, day_number(year(2010)));
        return found.times();
    }
    static std::int32_t days(int from, int to) { return day_number(year(to)) - day_number(year(from)); }

    RosterBuilder builder;
    Dwellings found;
};

TEST_F(DwellingsOf, ThoseWhoAreStillThereAreCensored) {
    add_career(builder, {spell("a", year(2000), year(2004)), spell("b", year(2004), Ongoing{})});
    add_career(builder, {spell("a", year(2003), year(2012))});
    add_career(builder, {spell("a", year(2011), year(2012))});
    EXPECT_EQ(times(),
              (std::vector<DwellTime>{{days(2000, 2004), true}, {days(2004, 2010), false}, {days(2003, 2010), false}}));
    EXPECT_EQ(found.times(1).size(), 1u);
}

TEST_F(DwellingsOf, AUnitGoOnFromPostToPost) {
    add_career(builder, {spell("a", year(2000), year(2004)), spell("a2", year(2004), year(2006)),
                         spell("a", year(2007), year(2008))});
    EXPECT_EQ(times(), (std::vector<DwellTime>{{days(2000, 2006), true}, {days(2007, 2008), true}}))
        << "a gap ends one";
    EXPECT_EQ(times(Grouping::post).size(), 3u);
}

TEST_F(DwellingsOf, AReorganisedUnitGoOn) {
    add_career(builder,
               {spell("a", year(2000), year(2004)), spell("b", year(2004), year(2008), {{"kind", "reorganisation"}})});
    EXPECT_EQ(times(), (std::vector<DwellTime>{{days(2000, 2008), true}}));
    EXPECT_EQ(found.dwellings[0].vertex, 0);
}

TEST_F(DwellingsOf, WhatIsNotKnownAreCountedApart) {
    add_career(builder, {spell("a", year(2000), Missing{})});
    add_career(builder, {spell("a", Missing{}, year(2004))});
    add_career(builder, {spell("no such post", year(2000), year(2004)), spell("a", year(2004), year(2006))});
    EXPECT_EQ(times(), (std::vector<DwellTime>{{days(2004, 2006), true}}));
    EXPECT_EQ(found.unknown, 3);
}

}  // namespace
}  // namespace cadre
