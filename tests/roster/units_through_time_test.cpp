#include "roster/imported.hpp"

#include <cadre/roster/roster_builder.hpp>

#include <map>
#include <random>

namespace cadre {
namespace {

using test::ArrowData;
using test::column;
using Lines = std::vector<std::string>;

std::string day_text(const Column& days, std::size_t row) {
    if (!days.is_present(row)) return "?";
    const auto day = static_cast<DayNumber>(days.integer(row));
    return day == ongoing_day ? "ongoing" : to_iso(day);
}

std::string word(const Roster& roster, const char* attribute, std::size_t row) {
    const Column& texts = column(roster, "cadres.appointments", attribute);
    return texts.is_present(row) ? test::text(roster, texts, row) : "?";
}

std::string unit_text(const Roster& roster, std::size_t row) {
    const Column& units = column(roster, "cadres.appointments", "unit");
    if (!units.is_present(row)) return "?";
    return test::text(roster, column(roster, "units", "id"), static_cast<std::size_t>(units.integer(row)));
}

/// The spells of one cadre, a line each: unit from to kind end_reason held_since.
Lines spells(const Roster& roster, std::size_t cadre = 0) {
    const Column& lists = column(roster, "cadres", "appointments");
    const auto dates = [&](const char* id) -> const Column& { return column(roster, "cadres.appointments", id); };
    Lines lines;
    for (auto at = lists.offsets()[cadre]; at < lists.offsets()[cadre + 1]; ++at) {
        const auto row = static_cast<std::size_t>(at);
        lines.push_back(unit_text(roster, row) + " " + day_text(dates("from"), row) + " " + day_text(dates("to"), row) +
                        " " + word(roster, "kind", row) + " " + word(roster, "end_reason", row) + " " +
                        day_text(dates("held_since"), row));
    }
    return lines;
}

Lines findings(const Roster& roster) {
    Lines found;
    for (const Finding& finding : roster.import_report().findings) {
        EXPECT_EQ(finding.count, static_cast<std::int64_t>(finding.rows.size()));
        std::string line(code(finding.message.id));
        for (const std::int64_t row : finding.rows) line += " " + std::to_string(row);
        found.push_back(line);
    }
    return found;
}

bool is_open(const Roster& roster) {
    return column(roster, "cadres", "appointments").is_open(0);
}

Record spell(Value unit, Value from, Value to, Value title = "party_secretary") {
    return {{"unit", std::move(unit)}, {"from", std::move(from)}, {"to", std::move(to)}, {"title", std::move(title)}};
}

class UnitsThroughTime : public testing::Test {
protected:
    UnitsThroughTime() {
        for (const char* unit : {"a", "b", "c", "d"}) add_unit(unit, Missing{});
    }

    void add_unit(const char* id, Value to) { builder.add("units", {{"id", id}, {"to", std::move(to)}}); }
    void succeed(Value from, Value to, Value date, Value kind = "merger") {
        builder.add(
            "unit_successions",
            {{"old", std::move(from)}, {"new", std::move(to)}, {"date", std::move(date)}, {"kind", std::move(kind)}});
    }
    Roster with(std::vector<Record> records) {
        builder.add("cadres", {{"appointments", ListValue{std::move(records), false}}});
        return builder.build();
    }

    RosterBuilder builder;
    const Date founded{2005, 1, 1};
    const Date reform{2013, 12, 27};
    const Date end{2020, 6, 1};
};

TEST_F(UnitsThroughTime, ASpellGoesOnInTheSuccessor) {
    succeed("a", "b", reform, "conversion");
    const Roster roster = with({spell("a", founded, Ongoing{})});
    EXPECT_EQ(spells(roster), (Lines{"a 2005-01-01 2013-12-27 ? reorganisation 2005-01-01",
                                     "b 2013-12-27 ongoing reorganisation ? 2005-01-01"}));
    EXPECT_EQ(test::text(roster, column(roster, "cadres.appointments", "title"), 1), "party_secretary");
    EXPECT_FALSE(is_open(roster));
    EXPECT_TRUE(findings(roster).empty());
}

TEST_F(UnitsThroughTime, SuccessionsAreFollowedOneAfterAnother) {
    succeed("c", "d", Date(2025, 7, 1));
    succeed("a", "b", Date(2008, 8, 1), "renaming");
    succeed("b", "c", reform, "conversion");
    EXPECT_EQ(spells(with({spell("a", founded, Ongoing{})})),
              (Lines{"a 2005-01-01 2008-08-01 ? reorganisation 2005-01-01",
                     "b 2008-08-01 2013-12-27 reorganisation reorganisation 2005-01-01",
                     "c 2013-12-27 2025-07-01 reorganisation reorganisation 2005-01-01",
                     "d 2025-07-01 ongoing reorganisation ? 2005-01-01"}));
}

TEST_F(UnitsThroughTime, SuccessionsOfOneDayAreFollowedToTheirEnd) {
    succeed("a", "b", reform);
    succeed("b", "c", reform, "renaming");
    EXPECT_EQ(spells(with({spell("a", founded, end)})).back(), "c 2013-12-27 2020-06-01 reorganisation ? 2005-01-01");
}

TEST_F(UnitsThroughTime, ASplitLeavesTheUnitOpen) {
    succeed("a", "b", reform, "split");
    succeed("a", "c", reform, "split");
    const Roster roster = with({spell("a", founded, end)});
    EXPECT_EQ(spells(roster).back(), "? 2013-12-27 2020-06-01 reorganisation ? 2005-01-01");
    EXPECT_TRUE(findings(roster).empty());
}

TEST_F(UnitsThroughTime, AUnitThatGoesOnAfterASplitIsOneOfTheCandidates) {
    add_unit("e", Ongoing{});
    succeed("e", "b", reform, "split");
    EXPECT_EQ(spells(with({spell("e", founded, end)})).back(), "? 2013-12-27 2020-06-01 reorganisation ? 2005-01-01");
}

TEST_F(UnitsThroughTime, TheFilesOwnRecordStands) {
    succeed("a", "b", reform, "split");
    succeed("a", "c", reform, "split");
    const Roster roster = with({spell("a", founded, Ongoing{}), spell("c", reform, Ongoing{})});
    EXPECT_EQ(spells(roster),
              (Lines{"a 2005-01-01 2013-12-27 ? reorganisation 2005-01-01", "c 2013-12-27 ongoing ? ? 2005-01-01"}));
}

TEST_F(UnitsThroughTime, TenureCarriesOverToARecordThatBeginsWhereTheOldOneEnds) {
    succeed("a", "b", reform);
    const Roster roster = with({spell("a", founded, reform), spell("b", reform, end)});
    EXPECT_EQ(spells(roster),
              (Lines{"a 2005-01-01 2013-12-27 ? ? 2005-01-01", "b 2013-12-27 2020-06-01 ? ? 2005-01-01"}));
    EXPECT_EQ(spells(with({spell("a", founded, reform), spell("d", reform, end)}), 1).back(),
              "d 2013-12-27 2020-06-01 ? ? 2013-12-27");
    EXPECT_EQ(spells(with({spell("a", founded, reform), spell("b", reform, end, "council_chair")}), 2).back(),
              "b 2013-12-27 2020-06-01 ? ? 2013-12-27");
    EXPECT_EQ(spells(with({spell("a", founded, reform), spell("b", reform, end, Missing{})}), 3).back(),
              "b 2013-12-27 2020-06-01 ? ? ?");
}

TEST_F(UnitsThroughTime, SpellsThatDoNotCrossStay) {
    succeed("a", "b", reform);
    EXPECT_EQ(
        spells(with({spell("a", founded, reform), spell("a", reform, Ongoing{}), spell("c", founded, Ongoing{}),
                     spell(Missing{}, founded, Ongoing{}), spell("a", Missing{}, reform)})),
        (Lines{"a 2005-01-01 2013-12-27 ? ? 2005-01-01", "c 2005-01-01 ongoing ? ? 2005-01-01",
               "? 2005-01-01 ongoing ? ? 2005-01-01", "a 2013-12-27 ongoing ? ? 2013-12-27", "a ? 2013-12-27 ? ? ?"}));
}

// Two files are possible: one in which the spell ended before the succession, one in which it crossed. Every spell
// of the roster must be in both, and a closed list would deny the second spell of the latter (language law 1).
TEST_F(UnitsThroughTime, AMissingDateDecidesNothing) {
    succeed("a", "b", reform);
    const Roster no_end = with({spell("a", founded, Missing{})});
    EXPECT_EQ(spells(no_end), (Lines{"a 2005-01-01 ? ? ? 2005-01-01"}));
    EXPECT_TRUE(is_open(no_end));
    EXPECT_EQ(findings(no_end), (Lines{"roster_spell_unclear 0"}));
}

TEST_F(UnitsThroughTime, AMissingStartDecidesNothing) {
    succeed("a", "b", reform);
    const Roster no_start = with({spell("a", Missing{}, end)});
    EXPECT_EQ(spells(no_start), (Lines{"a ? ? ? ? ?"}));
    EXPECT_TRUE(is_open(no_start));
}

TEST_F(UnitsThroughTime, AMissingEndIsHarmlessWhereTheFileGoesOn) {
    succeed("a", "b", reform);
    const Roster roster = with({spell("a", founded, Missing{}), spell("b", reform, Ongoing{})});
    EXPECT_EQ(spells(roster), (Lines{"a 2005-01-01 ? ? ? 2005-01-01", "b 2013-12-27 ongoing ? ? ?"}));
    EXPECT_FALSE(is_open(roster));
}

TEST_F(UnitsThroughTime, ARecordThatMayBeTheContinuationLeavesTheListOpen) {
    succeed("a", "b", reform);
    const Roster roster = with({spell("a", founded, end), spell(Missing{}, reform, end)});
    EXPECT_EQ(spells(roster),
              (Lines{"a 2005-01-01 2013-12-27 ? reorganisation 2005-01-01", "? 2013-12-27 2020-06-01 ? ? ?"}));
    EXPECT_TRUE(is_open(roster));
}

TEST_F(UnitsThroughTime, AnIncompleteSuccessionIsReportedAndDecidesNothing) {
    succeed("a", Missing{}, reform);
    succeed("b", "c", Missing{});
    succeed(Missing{}, "c", reform);
    const Roster roster = with({spell("a", founded, end), spell("b", founded, end), spell("d", founded, end)});
    EXPECT_EQ(spells(roster),
              (Lines{"a 2005-01-01 2013-12-27 ? reorganisation 2005-01-01", "b 2005-01-01 ? ? ? 2005-01-01",
                     "d 2005-01-01 2020-06-01 ? ? 2005-01-01", "? 2013-12-27 2020-06-01 reorganisation ? 2005-01-01"}));
    EXPECT_TRUE(is_open(roster));
    EXPECT_EQ(findings(roster), (Lines{"roster_spell_unclear 0", "roster_succession_incomplete 0 1 2"}));
}

TEST_F(UnitsThroughTime, CyclesEndAndAreReported) {
    succeed("a", "b", reform);
    succeed("b", "a", reform);
    succeed("c", "d", reform);
    succeed("d", "c", end);
    const Roster roster = with({spell("a", founded, Ongoing{}), spell("c", founded, Ongoing{})});
    EXPECT_EQ(findings(roster), (Lines{"roster_succession_cycle 0 1 2 3"}));
    EXPECT_EQ(spells(roster), (Lines{"a 2005-01-01 2013-12-27 ? reorganisation 2005-01-01",
                                     "c 2005-01-01 2013-12-27 ? reorganisation 2005-01-01",
                                     "? 2013-12-27 ongoing reorganisation ? 2005-01-01",
                                     "d 2013-12-27 2020-06-01 reorganisation reorganisation 2005-01-01",
                                     "c 2020-06-01 ongoing reorganisation ? 2005-01-01"}));
}

TEST_F(UnitsThroughTime, ContradictionsAreReportedWithTheirRows) {
    add_unit("late", Date(2014, 1, 1));
    builder.add("units", {{"id", "reversed"}, {"from", reform}, {"to", reform}});
    succeed("a", "a", reform);
    succeed("b", "c", reform, "merger");
    succeed("b", "d", reform, "conversion");
    succeed("late", "c", reform);
    const Roster roster = with({spell("reversed", founded, Ongoing{})});
    EXPECT_EQ(findings(roster), (Lines{"roster_unit_ends_before_it_begins 5", "roster_succession_to_itself 0",
                                       "roster_succession_conflict 1 2", "roster_succession_outside_units 3",
                                       "roster_spell_after_unit_end 0"}));
    const std::string text = roster.import_report().to_text(Language::en);
    EXPECT_NE(text.find("Table “unit_successions”, 2 row(s) (1, 2): the same unit is succeeded"), std::string::npos)
        << text;
}

TEST_F(UnitsThroughTime, AUnitIsSucceededTwiceOnlyAfterASplit) {
    succeed("a", "b", reform, "split");
    succeed("a", "c", end);
    EXPECT_TRUE(findings(builder.build()).empty());
    succeed("d", "b", reform);
    succeed("d", "c", end);
    EXPECT_EQ(findings(builder.build()), (Lines{"roster_succession_conflict 2 3"}));
}

TEST_F(UnitsThroughTime, ThePostOfTheOldUnitEnds) {
    builder.add("posts", {{"id", "of a"}, {"unit", "a"}});
    builder.add("posts", {{"id", "of d"}, {"unit", "d"}});
    succeed("a", "b", reform);
    Record first = spell("a", founded, end);
    first.push_back({"post", "of a"});
    Record second = spell("a", Date(2006, 1, 1), end, "council_chair");
    second.push_back({"post", "of d"});
    const Roster roster = with({first, second});
    EXPECT_EQ(test::cells(column(roster, "cadres.appointments", "post")), (test::Numbers{0, 1, std::nullopt, 1}));
}

TEST_F(UnitsThroughTime, WhatTheFileSaysOfTenureStands) {
    succeed("a", "b", reform);
    Record record = spell("a", founded, end);
    record.push_back({"held_since", Date(1999, 1, 1)});
    EXPECT_EQ(spells(with({record})).back(), "b 2013-12-27 2020-06-01 reorganisation ? 1999-01-01");
}

TEST_F(UnitsThroughTime, WithoutASuccessionThatConcernsASpellNoCellIsCopied) {
    succeed("c", "d", reform);
    const Roster roster = with({spell("a", founded, Ongoing{})});
    EXPECT_EQ(column(roster, "cadres.appointments", "held_since").values,
              column(roster, "cadres.appointments", "from").values);
    EXPECT_EQ(column(roster, "cadres.appointments", "kind").storage, Storage::absent);
}

struct RandomFile {
    std::vector<Record> units;
    std::vector<Record> successions;
    std::vector<std::vector<Record>> cadres;
};

/// Units u0, u1, …, spells of distinct titles, so that no record is the file's own continuation.
RandomFile random_file(std::mt19937_64& random) {
    const auto any_day = [&] { return Date(static_cast<unsigned short>(2000 + random() % 20), 1, 1); };
    const auto any_unit = [&] { return "u" + std::to_string(random() % 6); };
    RandomFile file;
    for (int i = 0; i < 6; ++i) file.units.push_back({{"id", "u" + std::to_string(i)}});
    const char* kinds[] = {"merger", "split", "renaming", "conversion"};
    for (std::size_t i = random() % 6; i > 0; --i) {
        file.successions.push_back(
            {{"old", any_unit()}, {"new", any_unit()}, {"date", any_day()}, {"kind", kinds[random() % 4]}});
    }
    const char* titles[] = {"party_secretary", "council_chair", "committee_chair"};
    for (int i = 0; i < 4; ++i) {
        std::vector<Record> list;
        for (const char* title : titles) {
            const Date from = any_day();
            list.push_back(spell(any_unit(), from, from + boost::gregorian::days(random() % 5000), title));
        }
        file.cadres.push_back(std::move(list));
    }
    return file;
}

Roster build(const RandomFile& file, bool with_successions) {
    RosterBuilder builder;
    for (const Record& unit : file.units) builder.add("units", unit);
    if (with_successions) {
        for (const Record& succession : file.successions) builder.add("unit_successions", succession);
    }
    for (const auto& list : file.cadres) builder.add("cadres", {{"appointments", ListValue{list, false}}});
    return builder.build();
}

/// By cadre and title: days covered, first day held.
std::vector<std::int64_t> totals(const Roster& roster) {
    const auto cells = [&](const char* id) -> const Column& { return column(roster, "cadres.appointments", id); };
    const Column& lists = column(roster, "cadres", "appointments");
    std::vector<std::int64_t> found;
    for (std::size_t cadre = 0; cadre < lists.size; ++cadre) {
        std::map<std::string, std::pair<std::int64_t, std::int64_t>> by_title;
        for (auto at = lists.offsets()[cadre]; at < lists.offsets()[cadre + 1]; ++at) {
            const auto row = static_cast<std::size_t>(at);
            auto& [days, since] = by_title[test::text(roster, cells("title"), row)];
            days += cells("to").integer(row) - cells("from").integer(row);
            EXPECT_TRUE(since == 0 || since == cells("held_since").integer(row));
            since = cells("held_since").integer(row);
        }
        for (const auto& [title, both] : by_title) found.insert(found.end(), {both.first, both.second});
    }
    return found;
}

TEST(UnitsThroughTimeAtRandom, DaysCoveredAndTenureStay) {
    std::mt19937_64 random(20131227);
    int continued = 0;
    for (int trial = 0; trial < 300; ++trial) {
        const RandomFile file = random_file(random);
        const Roster before = build(file, false);
        const Roster after = build(file, true);
        EXPECT_TRUE(before.import_report().findings.empty());
        EXPECT_EQ(before.size("cadres.appointments"), 12U);
        ASSERT_EQ(totals(before), totals(after)) << trial;
        continued += static_cast<int>(after.size("cadres.appointments")) - 12;
    }
    EXPECT_GT(continued, 200);
}

std::optional<std::string> text_of(const Record& record, std::string_view name) {
    for (const auto& [key, value] : record) {
        if (key == name) return std::get<std::string>(value);
    }
    return std::nullopt;
}

std::optional<std::int32_t> day_of(const Record& record, std::string_view name) {
    for (const auto& [key, value] : record) {
        if (key == name) return day_number(std::get<Date>(value));
    }
    return std::nullopt;
}

ArrowData texts_of(const char* name, const std::vector<Record>& records) {
    test::Cells<std::string> cells;
    for (const Record& record : records) cells.push_back(text_of(record, name));
    return test::texts(name, cells);
}

ArrowData days_of(const char* name, const std::vector<Record>& records) {
    test::Cells<std::int32_t> cells;
    for (const Record& record : records) cells.push_back(day_of(record, name));
    return test::numbers<std::int32_t>(name, "tdD", cells);
}

/// The file as Arrow streams, the spells in a stream of their own.
Roster import_file(const RandomFile& file) {
    std::vector<Record> spells;
    test::Cells<std::string> owners, cadres;
    for (std::size_t cadre = 0; cadre < file.cadres.size(); ++cadre) {
        cadres.push_back("c" + std::to_string(cadre));
        spells.insert(spells.end(), file.cadres[cadre].begin(), file.cadres[cadre].end());
        owners.insert(owners.end(), file.cadres[cadre].size(), cadres.back());
    }
    const auto table = [](auto... columns) {
        std::vector<ArrowData> all;
        (all.push_back(std::move(columns)), ...);
        return test::one_chunk(std::move(all));
    };
    test::ArrowStream cadre_rows(table(test::texts("id", cadres)));
    test::ArrowStream spell_rows(table(test::texts("owner", owners), texts_of("unit", spells),
                                       texts_of("title", spells), days_of("from", spells), days_of("to", spells)));
    test::ArrowStream unit_rows(table(texts_of("id", file.units)));
    test::ArrowStream successions(table(texts_of("old", file.successions), texts_of("new", file.successions),
                                        days_of("date", file.successions), texts_of("kind", file.successions)));
    return Roster::from_arrow({{"cadres", cadre_rows.get()},
                               {"cadres.appointments", spell_rows.get()},
                               {"units", unit_rows.get()},
                               {"unit_successions", successions.get()}},
                              test::mapping_of("[cadres.appointments]\nowner = \"owner\"\n"));
}

TEST(UnitsThroughTimeAtRandom, BuilderAndArrowImportAgree) {
    std::mt19937_64 random(20250701);
    for (int trial = 0; trial < 50; ++trial) {
        RandomFile file = random_file(random);
        const Roster built = build(file, true);
        const Roster imported = import_file(file);
        for (std::size_t cadre = 0; cadre < file.cadres.size(); ++cadre) {
            ASSERT_EQ(spells(built, cadre), spells(imported, cadre)) << trial;
        }
        EXPECT_EQ(findings(built), findings(imported));
    }
}

}  // namespace
}  // namespace cadre
