#include <cadre/error.hpp>
#include <cadre/vocabulary/date.hpp>

#include <gtest/gtest.h>

#include <limits>

namespace cadre {
namespace {

DayNumber day(int year, int month, int day_of_month) {
    return make_day(year, month, day_of_month).value();
}

TEST(Date, AgreesWithBoostOnEveryDayOfTheCalendar) {
    Date boost_day(1400, 1, 1);
    const boost::gregorian::date_duration one(1);
    for (DayNumber number = first_day; number <= last_day; ++number) {
        const auto fields = boost_day.year_month_day();
        const CivilDate civil = civil_date(number);
        ASSERT_EQ(civil.year, fields.year) << number;
        ASSERT_EQ(civil.month, fields.month.as_number()) << number;
        ASSERT_EQ(civil.day, fields.day.as_number()) << number;
        ASSERT_EQ(make_day(civil.year, civil.month, civil.day), number);
        ASSERT_EQ(day_number(boost_day), number);
        ASSERT_EQ(date_of(number), boost_day);
        if (number < last_day) boost_day += one;
    }
}

TEST(Date, MonthsBetweenAgreesWithCountingAnniversaries) {
    for (DayNumber from = day(1999, 1, 1); from < day(2001, 1, 1); from += 3) {
        for (DayNumber to = from; to < day(2003, 1, 1); to += 5) {
            const std::int64_t months = months_between(from, to);
            const CivilDate start = civil_date(from);
            const CivilDate end = civil_date(to);
            std::int64_t expected = (end.year - start.year) * 12 + end.month - start.month;
            if (end.day < start.day) --expected;
            ASSERT_EQ(months, expected);
            ASSERT_EQ(months_between(to, from), -months) << to_iso(from) << ' ' << to_iso(to);
        }
    }
}

TEST(Date, RefusesDaysThatDoNotExist) {
    EXPECT_FALSE(make_day(2015, 2, 29));
    EXPECT_TRUE(make_day(2016, 2, 29));
    EXPECT_FALSE(make_day(1900, 2, 29));
    EXPECT_TRUE(make_day(2000, 2, 29));
    EXPECT_FALSE(make_day(2015, 13, 1));
    EXPECT_FALSE(make_day(2015, 0, 1));
    EXPECT_FALSE(make_day(2015, 4, 31));
    EXPECT_FALSE(make_day(2015, 4, 0));
    EXPECT_FALSE(make_day(1399, 12, 31));
    EXPECT_FALSE(make_day(10000, 1, 1));
    EXPECT_FALSE(make_day(std::numeric_limits<std::int64_t>::max(), 1, 1));
    EXPECT_FALSE(make_day(2015, std::numeric_limits<std::int64_t>::min(), 1));
}

TEST(Date, RefusesBoostsSpecialValuesAndDaysOutsideTheCalendar) {
    EXPECT_THROW(day_number(Date(boost::date_time::not_a_date_time)), Error);
    EXPECT_THROW(day_number(Date(boost::date_time::pos_infin)), Error);
    EXPECT_THROW(date_of(last_day + 1), Error);
    EXPECT_THROW(civil_date(std::numeric_limits<DayNumber>::min()), Error);
}

TEST(AddMonths, ClampsToTheEndOfTheMonthAndNeverSnapsForward) {
    EXPECT_EQ(add_months(day(2015, 1, 31), 1), day(2015, 2, 28));
    EXPECT_EQ(add_months(day(2016, 1, 31), 1), day(2016, 2, 29));
    EXPECT_EQ(add_months(day(2015, 2, 28), 1), day(2015, 3, 28));
    EXPECT_EQ(add_months(day(2012, 2, 29), 12), day(2013, 2, 28));
    EXPECT_EQ(add_months(day(2012, 3, 31), -1), day(2012, 2, 29));
    EXPECT_EQ(add_months(day(2012, 1, 15), -13), day(2010, 12, 15));
}

TEST(AddMonths, HasNoResultOutsideTheCalendar) {
    EXPECT_EQ(add_months(day(9999, 11, 30), 1), day(9999, 12, 30));
    EXPECT_FALSE(add_months(day(9999, 12, 1), 1));
    EXPECT_FALSE(add_months(day(1400, 1, 31), -1));
    EXPECT_FALSE(add_months(0, std::numeric_limits<std::int64_t>::max()));
    EXPECT_FALSE(add_months(0, std::numeric_limits<std::int64_t>::min()));
}

TEST(MonthsBetween, CountsWholeMonthsFieldByField) {
    EXPECT_EQ(months_between(day(1980, 2, 29), day(2015, 2, 28)), 34 * 12 + 11);
    EXPECT_EQ(months_between(day(1980, 2, 29), day(2015, 3, 1)), 35 * 12);
    EXPECT_EQ(months_between(day(2015, 1, 31), day(2015, 2, 28)), 0);
    EXPECT_EQ(months_between(day(2015, 1, 1), day(2015, 1, 1)), 0);
}

TEST(MonthsBetween, TruncatesTowardZeroWhenNegative) {
    EXPECT_EQ(months_between(day(2015, 3, 15), day(2015, 1, 20)), -1);
    EXPECT_EQ(months_between(day(2015, 3, 15), day(2015, 3, 1)), 0);
    EXPECT_EQ(months_between(day(2015, 3, 15), day(2014, 3, 15)), -12);
}

TEST(IsoDate, ReadsAndWritesTheSameText) {
    for (const char* text : {"1400-01-01", "1969-12-31", "1970-01-01", "2016-02-29", "9999-12-31"}) {
        const auto read = parse_iso_date(text);
        ASSERT_TRUE(read) << text;
        EXPECT_EQ(to_iso(*read), text);
    }
}

TEST(IsoDate, RefusesAnythingElse) {
    for (const char* text : {"", "2015-1-01", "15-01-01", "2015/01/01", "2015-02-29", "2015-01-01 ", "+015-01-01",
                             "2015-01-0a", "02015-01-01", "2015-01-01T00:00"}) {
        EXPECT_FALSE(parse_iso_date(text)) << text;
    }
}

}  // namespace
}  // namespace cadre
