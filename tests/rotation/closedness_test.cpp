#include "rotation/career.hpp"

#include <cadre/error.hpp>
#include <cadre/rotation/closedness.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

using testing::add_career;
using testing::add_place;
using testing::spell;
using testing::year;

/// Unit "a" with the posts "a" and "a2", and unit "b".
class ClosednessOf : public ::testing::Test {
protected:
    void SetUp() override {
        add_place(builder, "a", "city", "party");
        add_place(builder, "b", "city", "government");
        builder.add("posts", {{"id", "a2"}, {"unit", "a"}});
    }
    Closedness of_a(const MoveOptions& options = {}) {
        const ClosednessTable table = closedness(builder.build(), options);
        EXPECT_EQ(table.vertices.at(0), "a");
        return table.of.at(0);
    }
    RosterBuilder builder;
};

TEST_F(ClosednessOf, AUnitIsTheShareFromInside) {
    add_career(builder, {spell("a", year(2000), year(2005)), spell("a2", year(2005), Ongoing{})});
    add_career(builder, {spell("b", year(2000), year(2005)), spell("a2", year(2005), Ongoing{})});
    const Closedness all = of_a();
    EXPECT_EQ(all.inside, 1);
    EXPECT_EQ(all.outside, 2) << "who had no spell before comes from outside";
    EXPECT_EQ(all.share.least, (Share{1, 3}));
    EXPECT_EQ(all.share.greatest, (Share{1, 3}));
    const Closedness later = of_a({.window = {day_number(year(2005)), {}}});
    EXPECT_EQ(later.share.least, (Share{1, 2}));
}

TEST_F(ClosednessOf, AUnitIsAnIntervalWhereOriginsAreNotKnown) {
    add_career(builder, {spell("a", year(2000), year(2005)), spell("a2", year(2005), Ongoing{})});
    add_career(builder, {spell("no such post", year(2000), year(2005)), spell("a2", year(2005), Ongoing{})});
    const Closedness found = of_a({.window = {day_number(year(2005)), {}}});
    EXPECT_EQ(found.unknown, 1);
    EXPECT_EQ(found.share.least, (Share{1, 2}));
    EXPECT_EQ(found.share.greatest, (Share{2, 2}));
    const Closedness all = of_a();
    EXPECT_EQ(all.share.least, (Share{1, 4})) << "the appointment to an unknown post may be here, too";
    EXPECT_EQ(all.share.greatest, (Share{3, 4}));
}

TEST_F(ClosednessOf, AnOpenHistoryMayHaveAnythingBefore) {
    add_career(builder, {spell("a", year(2000), Ongoing{})}, {}, true);
    EXPECT_EQ(of_a().unknown, 1);
}

TEST_F(ClosednessOf, AReorganisationIsNoAppointment) {
    add_career(builder,
               {spell("b", year(2000), year(2005)), spell("a", year(2005), Ongoing{}, {{"kind", "reorganisation"}})});
    EXPECT_FALSE(of_a().share.least);
}

TEST_F(ClosednessOf, WhoComesBackAfterAGapComesFromOutside) {
    add_career(builder, {spell("a", year(2000), year(2005)), spell("a2", year(2006), Ongoing{})});
    EXPECT_EQ(of_a().inside, 1);
    EXPECT_EQ(of_a({.longest_gap = 364}).inside, 0);
    EXPECT_EQ(of_a({.longest_gap = 365}).inside, 1);
    EXPECT_THROW(of_a({.longest_gap = -1}), Error);
}

TEST_F(ClosednessOf, AWindowDoesNotEndBeforeItBegins) {
    const DayNumber first = day_number(year(2005));
    EXPECT_NO_THROW(of_a({.window = {first, first}}));
    EXPECT_THROW(of_a({.window = {first, first - 1}}), Error);
}

}  // namespace
}  // namespace cadre
