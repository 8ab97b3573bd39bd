#include "rotation/career.hpp"

#include <cadre/rotation/directions.hpp>

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace cadre {
namespace {

using testing::add_career;
using testing::add_place;
using testing::spell;
using testing::year;
using Names = std::set<std::string>;

/// A city with two departments, one with two divisions; two districts with divisions and communes; the Centre.
class Directions : public ::testing::Test {
protected:
    void SetUp() override {
        add_place(builder, "ministry", "central", "government");
        add_place(builder, "city", "city", "government", "", {{"kind", "municipality"}});
        add_place(builder, "finance", "city", "government", "city", {{"kind", "city_department"}});
        add_place(builder, "budget", "city", "government", "finance", {{"kind", "division"}});
        add_place(builder, "prices", "city", "government", "finance", {{"kind", "division"}});
        add_place(builder, "organisation", "city", "party", "city", {{"kind", "city_party_body"}});
        add_place(builder, "court", "city", "internal_affairs", "city", {{"kind", "city_internal_affairs_body"}});
        for (const std::string district : {"north", "south"}) {
            add_place(builder, district, "district", "government", "city");
            add_place(builder, district + " land", "district", "government", district);
            add_place(builder, district + " union", "district", "front_and_mass", district);
            add_place(builder, district + " ward", "commune", "government", district);
        }
        builder.add("units", {{"id", "unknown"}});
        builder.add("posts", {{"id", "unknown"}, {"unit", "unknown"}});
        builder.add("units", {{"id", "floating"}, {"tier", "district"}});
        builder.add("posts", {{"id", "floating"}, {"unit", "floating"}});
    }

    /// The directions that a move has, those that it may have with a "?".
    Names of(const std::string& from, const std::string& to) {
        add_career(builder, {spell(from, year(2000), year(2005)), spell(to, year(2005), Ongoing{})});
        const Roster roster = builder.build();
        const Moves moves = find_moves(roster, {.by = Grouping::post});
        const auto cadre = static_cast<std::int32_t>(roster.size()) - 1;
        const auto directions = move_directions(roster, moves);
        Names names;
        for (std::size_t i = 0; i < directions.size(); ++i) {
            if (moves.moves[i].cadre == cadre) names = names_of(directions[i]);
        }
        return names;
    }

    RosterBuilder builder;

private:
    static void add(Names& names, const std::string& id, Verdict verdict) {
        if (verdict != Verdict::not_met) names.insert(id + (verdict == Verdict::met ? "" : "?"));
    }
    static Names names_of(const MoveDirections& found) {
        Names names;
        for (std::size_t i = 0; i < direction_count; ++i) {
            add(names, direction_id(static_cast<Direction>(i)), found.form[i]);
        }
        for (std::size_t i = 0; i < programme_direction_count; ++i) {
            add(names, direction_id(static_cast<ProgrammeDirection>(i)), found.programme[i]);
        }
        return names;
    }
};

TEST_F(Directions, FollowTiersDownAndUp) {
    EXPECT_EQ(of("ministry", "finance"), (Names{"central_to_province"}));
    EXPECT_EQ(of("finance", "north"), (Names{"province_to_district", "city_to_grassroots"}));
    EXPECT_EQ(of("north land", "finance"), (Names{"district_to_province", "grassroots_to_city"}));
    EXPECT_EQ(of("city", "north ward"), (Names{"province_to_commune", "city_to_grassroots"}));
    EXPECT_EQ(of("north", "south ward"), (Names{"district_to_commune"}));
    EXPECT_EQ(of("north ward", "north land"), (Names{"commune_to_district"}));
    EXPECT_EQ(of("north ward", "budget"), (Names{"grassroots_to_city"})) << "no column of the form";
}

TEST_F(Directions, WithinATierDependOnBodies) {
    EXPECT_EQ(of("north land", "south"), (Names{"district_to_district", "among_districts"}));
    EXPECT_EQ(of("north land", "north"), (Names{"division_to_division"}));
    EXPECT_EQ(of("budget", "prices"), (Names{"division_to_division"}));
    EXPECT_EQ(of("budget", "city"), (Names{"body_to_body", "among_city_bodies"}));
    EXPECT_EQ(of("north ward", "south ward"), (Names{"commune_to_commune"}));
    EXPECT_EQ(of("finance", "finance"), Names{});
}

TEST_F(Directions, OfTheProgrammeFollowSectors) {
    EXPECT_EQ(of("organisation", "budget"), (Names{"body_to_body", "among_city_bodies", "party_to_government"}));
    EXPECT_EQ(of("finance", "organisation"), (Names{"body_to_body", "among_city_bodies", "government_to_party"}));
    EXPECT_EQ(of("organisation", "south union"),
              (Names{"province_to_district", "city_to_grassroots", "party_to_mass_organisations"}));
    EXPECT_EQ(of("south union", "organisation"),
              (Names{"district_to_province", "grassroots_to_city", "mass_organisations_to_party"}));
    EXPECT_EQ(of("court", "finance"), (Names{"body_to_body", "among_city_bodies", "of_internal_affairs"}));
    EXPECT_EQ(of("south union", "south land"), (Names{"division_to_division"})) << "the programme does not name it";
}

TEST_F(Directions, AreOpenWhereUnitsLeaveThemOpen) {
    EXPECT_EQ(of("unknown", "north ward"),
              (Names{"province_to_commune?", "district_to_commune?", "commune_to_commune?", "city_to_grassroots?",
                     "party_to_government?", "of_internal_affairs?"}));
    EXPECT_EQ(of("floating", "north land"), (Names{"district_to_district?", "division_to_division?", "among_districts?",
                                                   "party_to_government?", "of_internal_affairs?"}))
        << "which unit is above it is not known";
}

TEST_F(Directions, EndWhereParentsGoRound) {
    builder.add("units", {{"id", "x"}, {"tier", "district"}, {"sector", "party"}, {"parent", "y"}});
    builder.add("units", {{"id", "y"}, {"tier", "district"}, {"sector", "party"}, {"parent", "x"}});
    builder.add("posts", {{"id", "x"}, {"unit", "x"}});
    EXPECT_EQ(of("x", "north"),
              (Names{"district_to_district?", "division_to_division?", "among_districts?", "party_to_government"}));
}

TEST_F(Directions, HaveALabelInBothLanguages) {
    EXPECT_EQ(direction_label(Direction::district_to_commune).in(Language::vi), "Huyện về xã");
    EXPECT_EQ(direction_label(ProgrammeDirection::party_to_government).in(Language::en), "Party to government");
}

}  // namespace
}  // namespace cadre
