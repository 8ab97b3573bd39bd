#include <cadre/error.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <gtest/gtest.h>

#include <functional>

namespace cadre {
namespace {

int table_index(const Roster& roster, std::string_view id) {
    return roster.schema().find_table(id).value();
}

const Column& column(const Roster& roster, std::string_view table, std::string_view attribute) {
    const int index = table_index(roster, table);
    const int at = roster.schema().table(index).find(attribute).value();
    return roster.table(index)->columns[static_cast<std::size_t>(at)];
}

std::string_view text(const Roster& roster, std::string_view table, std::string_view attribute, std::size_t row) {
    return roster.text(static_cast<std::int32_t>(column(roster, table, attribute).integer(row)));
}

std::string error_text(const std::function<void()>& act, ErrorCode code) {
    try {
        act();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), code);
        EXPECT_FALSE(error.text(Language::vi).empty());
        return error.text(Language::en);
    }
    ADD_FAILURE() << "nothing was thrown";
    return {};
}

TEST(RosterBuilder, StoresEveryKindOfValue) {
    RosterBuilder builder;
    builder.add("units", {{"id", "u1"}, {"kind", "ward"}, {"tier", "commune"}});
    builder.add("posts", {{"id", 7}, {"seats", 2}, {"leading", true}});
    builder.add("cadres", {{"id", "c1"}, {"degree", "master"}, {"unit", "u1"}, {"birth_date", Date(1980, 2, 29)}});
    const Roster roster = builder.build();
    EXPECT_EQ(roster.size("cadres"), 1U);
    EXPECT_EQ(column(roster, "cadres", "birth_date").integer(0), make_day(1980, 2, 29));
    EXPECT_EQ(column(roster, "cadres", "birth_date").storage, Storage::int32);
    EXPECT_EQ(column(roster, "cadres", "degree").storage, Storage::uint8);
    EXPECT_EQ(column(roster, "cadres", "unit").integer(0), 0);
    EXPECT_EQ(text(roster, "units", "kind", 0), "ward");
    EXPECT_EQ(text(roster, "posts", "id", 0), "7");
    EXPECT_EQ(column(roster, "posts", "seats").integer(0), 2);
    EXPECT_EQ(column(roster, "posts", "leading").integer(0), 1);
    EXPECT_EQ(column(roster, "cadres", "sex").storage, Storage::absent);
}

TEST(RosterBuilder, TellsMissingNoneAndOngoingApart) {
    RosterBuilder builder;
    builder.add("cadres", {{"party_admission_date", None{}}});
    builder.add("cadres", {{"party_admission_date", Missing{}}});
    builder.add("cadres", {{"party_admission_date", Date(2001, 5, 19)}});
    builder.add("cadres", {{"appointments", ListValue{{{{"to", Ongoing{}}}, {{"to", Missing{}}}}, false}}});
    const Roster roster = builder.build();
    const Column& date = column(roster, "cadres", "party_admission_date");
    EXPECT_TRUE(date.is_present(0) && date.is_none(0));
    EXPECT_FALSE(date.is_present(1) || date.is_none(1));
    EXPECT_TRUE(date.is_present(2) && !date.is_none(2));
    const Column& to = column(roster, "cadres.appointments", "to");
    EXPECT_EQ(to.integer(0), ongoing_day);
    EXPECT_FALSE(to.is_present(1));
}

TEST(RosterBuilder, TellsNullOpenAndClosedListsApart) {
    RosterBuilder builder;
    builder.add("cadres", {});
    builder.add("cadres", {{"appraisals", ListValue{}}});
    builder.add("cadres", {{"appraisals", ListValue{{{{"year", 2014}}}, true}}});
    const Roster roster = builder.build();
    const Column& lists = column(roster, "cadres", "appraisals");
    EXPECT_FALSE(lists.is_present(0));
    EXPECT_TRUE(lists.is_present(1) && !lists.is_open(1));
    EXPECT_TRUE(lists.is_present(2) && lists.is_open(2));
    EXPECT_EQ(lists.offsets()[3] - lists.offsets()[2], 1);
    EXPECT_EQ(lists.offsets()[2] - lists.offsets()[0], 0);
}

TEST(RosterBuilder, OrdersListsStablyWithMissingKeysLast) {
    RosterBuilder builder;
    ListValue list;
    list.records = {{{"year", 2015}, {"rating", "good"}},
                    {{"rating", "excellent"}},
                    {{"year", 2013}, {"rating", "completed"}},
                    {{"year", 2015}, {"rating", "not_completed"}}};
    builder.add("cadres", {{"appraisals", ListValue{}}});
    builder.add("cadres", {{"appraisals", list}});
    const Roster roster = builder.build();
    const Column& years = column(roster, "cadres.appraisals", "year");
    const Column& ratings = column(roster, "cadres.appraisals", "rating");
    const Scale& scale = roster.schema().scale(*roster.schema().find_scale("rating"));
    EXPECT_EQ(years.integer(0), 2013);
    EXPECT_EQ(years.integer(1), 2015);
    EXPECT_EQ(years.integer(2), 2015);
    EXPECT_FALSE(years.is_present(3));
    EXPECT_EQ(ratings.integer(1), scale.find("good"));
    EXPECT_EQ(ratings.integer(2), scale.find("not_completed"));
    EXPECT_EQ(ratings.integer(3), scale.find("excellent"));
}

TEST(RosterBuilder, ResolvesReferencesToRowsAddedLater) {
    RosterBuilder builder;
    builder.add("cadres", {{"unit", "u2"}});
    builder.add("cadres", {{"unit", "nowhere"}});
    builder.add("cadres", {});
    builder.add("units", {{"id", "u1"}});
    builder.add("units", {{"id", "u2"}, {"parent", None{}}});
    const Roster roster = builder.build();
    const Column& unit = column(roster, "cadres", "unit");
    EXPECT_EQ(unit.integer(0), 1);
    EXPECT_FALSE(unit.is_present(1));
    const AttributeReport* report = roster.import_report().find("cadres", "unit");
    ASSERT_NE(report, nullptr);
    EXPECT_EQ(report->read, 1);
    EXPECT_EQ(report->dangling, 1);
    EXPECT_EQ(report->blank, 1);
    EXPECT_EQ(report->rows, std::vector<std::int64_t>{1});
    EXPECT_TRUE(column(roster, "units", "parent").is_none(1));
}

TEST(RosterBuilder, AcceptsSpellingsOfCodes) {
    RosterBuilder builder;
    builder.add("cadres", {{"degree", "Thạc sỹ"}, {"sex", "Nữ"}});
    const Roster roster = builder.build();
    const Scale& degree = roster.schema().scale(*roster.schema().find_scale("degree"));
    EXPECT_EQ(column(roster, "cadres", "degree").integer(0), degree.find("master"));
    EXPECT_EQ(text(roster, "cadres", "sex", 0), "female");
}

TEST(RosterBuilder, InternsTextsInNfc) {
    RosterBuilder builder;
    builder.add("cadres", {{"ethnicity", "Ta\u0300y"}});
    builder.add("cadres", {{"ethnicity", "T\u00E0y"}});
    const Roster roster = builder.build();
    EXPECT_EQ(column(roster, "cadres", "ethnicity").integer(0), column(roster, "cadres", "ethnicity").integer(1));
    EXPECT_EQ(roster.find_text("Ta\u0300y"), roster.find_text("T\u00E0y"));
    EXPECT_FALSE(roster.find_text("Nùng"));
}

TEST(RosterBuilder, SaysWhatWasSeenAndWhatIsKnown) {
    RosterBuilder builder;
    builder.add("cadres", {});
    const auto wrong = [&](Record record) {
        return error_text([&] { builder.add("cadres", record); }, ErrorCode::invalid_argument);
    };
    const std::string code = wrong({{"degree", "mastre"}});
    EXPECT_NE(code.find("row 1"), std::string::npos) << code;
    EXPECT_NE(code.find("mastre"), std::string::npos) << code;
    EXPECT_NE(code.find("“master”"), std::string::npos) << code;
    EXPECT_NE(wrong({{"birth_date", "1980-01-01"}}).find("a date"), std::string::npos);
    EXPECT_NE(wrong({{"birth_date", None{}}}).find("birth_date"), std::string::npos);
    wrong({{"birth_date", Ongoing{}}});
    wrong({{"birth_date", Date(boost::gregorian::not_a_date_time)}});
    wrong({{"ethnicity", std::string("\xC3")}});
    wrong({{"ethnicity", 3}});
    wrong({{"party_member", 1}});
    wrong({{"appraisals", "good"}});
    wrong({{"degree", "master"}, {"degree", "master"}});
    const std::string name = error_text([&] { builder.add("cadres", {{"degre", "master"}}); }, ErrorCode::not_found);
    EXPECT_NE(name.find("“degree”"), std::string::npos) << name;
    const std::string table = error_text([&] { builder.add("cadre", {}); }, ErrorCode::not_found);
    EXPECT_NE(table.find("“cadres”"), std::string::npos) << table;
    error_text([&] { builder.add("cadres.appraisals", {}); }, ErrorCode::not_found);
    EXPECT_EQ(builder.build().size(), 1U);
}

TEST(RosterBuilder, IsAsItWasAfterAnError) {
    RosterBuilder builder;
    builder.add("cadres", {{"appraisals", ListValue{{{{"year", 2013}}}, false}}});
    const ListValue half{{{{"year", 2014}}, {{"year", "x"}}}, false};
    EXPECT_THROW(builder.add("cadres", {{"sex", "female"}, {"appraisals", half}}), Error);
    builder.add("cadres", {{"appraisals", ListValue{{{{"year", 2015}}}, false}}});
    const Roster roster = builder.build();
    EXPECT_EQ(roster.size("cadres"), 2U);
    EXPECT_EQ(roster.size("cadres.appraisals"), 2U);
    EXPECT_EQ(column(roster, "cadres.appraisals", "year").integer(1), 2015);
    EXPECT_EQ(column(roster, "cadres", "sex").storage, Storage::absent);
}

TEST(RosterBuilder, RefusesAKeyThatOccursTwice) {
    RosterBuilder builder;
    builder.add("units", {{"id", "u1"}});
    builder.add("units", {{"id", 5}});
    builder.add("units", {{"id", "u1"}});
    const std::string message = error_text([&] { builder.build(); }, ErrorCode::invalid_argument);
    EXPECT_NE(message.find("row 2"), std::string::npos) << message;
    EXPECT_EQ(message.find("u1"), std::string::npos) << message;
}

TEST(RosterBuilder, TellsGivenTablesFromUnknownOnes) {
    RosterBuilder builder;
    builder.add_table("units");
    builder.set_snapshot(*make_day(2015, 12, 31));
    const Roster roster = builder.build();
    ASSERT_NE(roster.table(table_index(roster, "units")), nullptr);
    EXPECT_EQ(roster.size("units"), 0U);
    EXPECT_EQ(roster.table(table_index(roster, "cadres")), nullptr);
    ASSERT_NE(roster.table(table_index(roster, "units.fields")), nullptr);
    EXPECT_EQ(roster.size("cadres"), 0U);
    EXPECT_THROW((void)roster.size("people"), Error);
    EXPECT_EQ(roster.snapshot(), make_day(2015, 12, 31));
}

TEST(RosterBuilder, CanBuildAgainAfterMoreRows) {
    RosterBuilder builder;
    builder.add("cadres", {{"ethnicity", "Kinh"}});
    const Roster first = builder.build();
    builder.add("cadres", {{"ethnicity", "Tày"}});
    const Roster second = builder.build();
    EXPECT_EQ(first.size(), 1U);
    EXPECT_EQ(first.text_count(), 1);
    EXPECT_EQ(second.size(), 2U);
    EXPECT_EQ(text(second, "cadres", "ethnicity", 0), "Kinh");
}

TEST(RosterBuilder, TakesModelValues) {
    Cadre cadre;
    cadre.degree = "doctorate";
    cadre.unit = "u1";
    cadre.appointments =
        Members<Appointment>({Appointment{.from = Date(2010, 1, 1), .to = Ongoing{}, .primary = true}});
    Unit unit;
    unit.id = "u1";
    unit.fields = Members<std::string>({"đất đai"});
    RosterBuilder builder;
    builder.add(cadre);
    builder.add(unit);
    const Roster roster = builder.build();
    EXPECT_EQ(column(roster, "cadres", "unit").integer(0), 0);
    EXPECT_EQ(column(roster, "cadres.appointments", "primary").integer(0), 1);
    EXPECT_EQ(text(roster, "units.fields", "item", 0), "đất đai");
}

}  // namespace
}  // namespace cadre
