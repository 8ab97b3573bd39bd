// Dates of which only the year or the month is known: how they come into a roster.

#include "roster/imported.hpp"

#include <cadre/roster/roster_builder.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cadre {
namespace {

using test::ArrowData;
using test::column;
using test::report;

using Days = std::optional<std::pair<DayNumber, DayNumber>>;

DayNumber day(int year, int month, int day) {
    return *make_day(year, month, day);
}

std::vector<Days> days_of(const Column& dates) {
    std::vector<Days> days;
    for (std::size_t row = 0; row < dates.size; ++row) {
        const auto first = static_cast<DayNumber>(dates.integer(row));
        const DayNumber last = dates.upper == nullptr ? first : dates.upper[row];
        days.push_back(dates.is_present(row) ? Days({first, last}) : std::nullopt);
    }
    return days;
}

Roster import_dates(const std::string& mapping, const test::Cells<std::string>& cells) {
    return test::import(test::texts("birth_date", cells), test::mapping_of("[cadres.birth_date]\n" + mapping));
}

TEST(PartialDates, AreTheDaysOfTheirYearOrMonth) {
    const Roster roster =
        import_dates("format = \"d/m/y\"\npartial = \"range\"\n",
                     {{"28/11/1974"}, {"1965"}, {"9/1965"}, {"02-1964"}, {" 12.9999 "}, std::nullopt, {"1965"}});
    EXPECT_EQ(days_of(column(roster, "cadres", "birth_date")),
              (std::vector<Days>{{{day(1974, 11, 28), day(1974, 11, 28)}},
                                 {{day(1965, 1, 1), day(1965, 12, 31)}},
                                 {{day(1965, 9, 1), day(1965, 9, 30)}},
                                 {{day(1964, 2, 1), day(1964, 2, 29)}},
                                 {{day(9999, 12, 1), day(9999, 12, 31)}},
                                 std::nullopt,
                                 {{day(1965, 1, 1), day(1965, 12, 31)}}}));
    const AttributeReport& found = report(roster, "cadres", "birth_date");
    EXPECT_EQ(found.read, 6);
    EXPECT_EQ(found.partial, 5);
    EXPECT_EQ(found.not_understood, 0);
    EXPECT_TRUE(found.rows.empty());
}

TEST(PartialDates, HaveTheOrderOfTheFormat) {
    const Roster roster = import_dates("format = \"y-m-d\"\npartial = \"range\"\n",
                                       {{"1965-09"}, {"9/1965"}, {"1965-13"}, {"1965-0"}, {"65"}, {"0000"}, {"9/65"}});
    const Column& dates = column(roster, "cadres", "birth_date");
    EXPECT_EQ(days_of(dates)[0], (Days({day(1965, 9, 1), day(1965, 9, 30)})));
    for (std::size_t row = 1; row < dates.size; ++row) EXPECT_FALSE(dates.is_present(row)) << row;
    EXPECT_EQ(report(roster, "cadres", "birth_date").not_understood, 6);
    EXPECT_EQ(report(roster, "cadres", "birth_date").partial, 1);
}

TEST(PartialDates, AreNotUnderstoodUnlessTheMappingSaysSo) {
    for (const std::string mapping : {"", "partial = \"not_understood\"\n"}) {
        const Roster roster = import_dates("format = \"d/m/y\"\n" + mapping, {{"1965"}, {"1/2/1965"}});
        EXPECT_FALSE(column(roster, "cadres", "birth_date").is_present(0));
        EXPECT_EQ(report(roster, "cadres", "birth_date").partial, 1);
        EXPECT_EQ(report(roster, "cadres", "birth_date").not_understood, 1);
    }
}

TEST(PartialDates, CostNothingWhereThereAreNone) {
    const Roster roster = import_dates("format = \"d/m/y\"\npartial = \"range\"\n", {{"1/2/1965"}, std::nullopt});
    EXPECT_EQ(column(roster, "cadres", "birth_date").upper, nullptr);
}

TEST(PartialDates, GoWithTheirRowsWhenListsAreOrdered) {
    std::vector<ArrowData> members;
    members.push_back(test::texts("from", {{"2012-05-01"}, {"2012"}, {"2010-01"}, {"2011"}, std::nullopt}));
    members.push_back(test::numbers<std::int32_t>("to", "tdD", {1, 2, 3, 4, 5}));
    const Roster roster = test::import(
        test::lists<std::int32_t>("appointments", "+l", {3, 2}, test::structure("item", std::move(members))),
        test::mapping_of("[cadres.appointments.from]\npartial = \"range\"\n"));
    EXPECT_EQ(days_of(column(roster, "cadres.appointments", "from")),
              (std::vector<Days>{{{day(2010, 1, 1), day(2010, 1, 31)}},
                                 {{day(2012, 1, 1), day(2012, 12, 31)}},
                                 {{day(2012, 5, 1), day(2012, 5, 1)}},
                                 {{day(2011, 1, 1), day(2011, 12, 31)}},
                                 std::nullopt}));
    EXPECT_EQ(test::cells(column(roster, "cadres.appointments", "to")), (test::Numbers{3, 2, 1, 4, 5}));
}

TEST(PartialDates, CanBeBuilt) {
    RosterBuilder builder;
    builder.add("cadres", {{"birth_date", PartialDate::of_year(1965)}, {"party_admission_date", None{}}});
    builder.add("cadres", {{"birth_date", Date(1970, 2, 3)}, {"party_admission_date", PartialDate::of_month(1988, 2)}});
    builder.add("cadres", {{"birth_date", PartialDate{Date(1970, 2, 3), Date(1970, 2, 3)}}});
    const Roster roster = builder.build();
    EXPECT_EQ(days_of(column(roster, "cadres", "birth_date")),
              (std::vector<Days>{{{day(1965, 1, 1), day(1965, 12, 31)}},
                                 {{day(1970, 2, 3), day(1970, 2, 3)}},
                                 {{day(1970, 2, 3), day(1970, 2, 3)}}}));
    const Column& admission = column(roster, "cadres", "party_admission_date");
    EXPECT_TRUE(admission.is_none(0));
    EXPECT_TRUE(admission.is_partial(1));
    EXPECT_EQ(days_of(admission)[1], (Days({day(1988, 2, 1), day(1988, 2, 29)})));
    EXPECT_FALSE(column(roster, "cadres", "birth_date").is_partial(2));
}

TEST(PartialDates, RefusedByTheBuilderSayWhy) {
    RosterBuilder builder;
    const auto refused = [&](Record record) {
        return test::error_of([&] { builder.add("cadres", record); }, ErrorCode::invalid_argument);
    };
    const PartialDate reversed{Date(1970, 2, 3), Date(1970, 2, 2)};
    EXPECT_NE(refused({{"birth_date", reversed}}).find("first day"), std::string::npos);
    EXPECT_NE(refused({{"birth_date", PartialDate{}}}).find("calendar day"), std::string::npos);
    EXPECT_NE(refused({{"degree", PartialDate::of_year(1970)}}).find("partial date"), std::string::npos);
}

}  // namespace
}  // namespace cadre
