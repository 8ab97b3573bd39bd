// Civil-day arithmetic after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"
// (https://howardhinnant.github.io/date_algorithms.html), days_from_civil and civil_from_days.
#include <cadre/error.hpp>
#include <cadre/messages/texts/schema.hpp>
#include <cadre/vocabulary/date.hpp>

#include <algorithm>

namespace cadre {
namespace {

constexpr int first_year = 1400;
constexpr int last_year = 9999;
constexpr int days_per_era = 146097;    // 400 years
constexpr int epoch_from_era = 719468;  // 0000-03-01 to 1970-01-01
constexpr std::uint32_t epoch_julian_day = 2440588;

constexpr DayNumber days_from_civil(int year, int month, int day) {
    // Years start in March, so that the leap day is the last one. All years here are positive.
    const int y = month <= 2 ? year - 1 : year;
    const int era = y / 400;
    const int year_of_era = y - era * 400;
    const int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * days_per_era + day_of_era - epoch_from_era;
}

static_assert(days_from_civil(1970, 1, 1) == 0);
static_assert(days_from_civil(first_year, 1, 1) == first_day);
static_assert(days_from_civil(last_year, 12, 31) == last_day);

constexpr bool is_leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

constexpr int days_in_month(int year, int month) {
    constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

void append_padded(std::string& text, int value, std::size_t width) {
    const std::string digits_of = std::to_string(value);
    text.append(width - std::min(width, digits_of.size()), '0');
    text += digits_of;
}

void require_in_calendar(DayNumber day) {
    if (day < first_day || day > last_day) {
        throw Error(ErrorCode::invalid_argument, {texts::day_out_of_range, {std::int64_t{day}}});
    }
}

}  // namespace

DayNumber day_number(const Date& date) {
    if (date.is_special()) throw Error(ErrorCode::invalid_argument, {texts::date_not_finite, {}});
    return static_cast<DayNumber>(date.day_number() - epoch_julian_day);
}

Date date_of(DayNumber day) {
    const CivilDate civil = civil_date(day);
    return Date(static_cast<unsigned short>(civil.year), static_cast<unsigned short>(civil.month),
                static_cast<unsigned short>(civil.day));
}

std::optional<DayNumber> make_day(std::int64_t year, std::int64_t month, std::int64_t day) {
    if (year < first_year || year > last_year || month < 1 || month > 12 || day < 1) return std::nullopt;
    const int y = static_cast<int>(year);
    const int m = static_cast<int>(month);
    if (day > days_in_month(y, m)) return std::nullopt;
    return days_from_civil(y, m, static_cast<int>(day));
}

CivilDate civil_date(DayNumber day) {
    require_in_calendar(day);
    const int shifted = day + epoch_from_era;
    const int era = shifted / days_per_era;
    const int day_of_era = shifted - era * days_per_era;
    const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int shifted_month = (5 * day_of_year + 2) / 153;
    const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    return {
        .year = year_of_era + era * 400 + (month <= 2 ? 1 : 0),
        .month = month,
        .day = day_of_year - (153 * shifted_month + 2) / 5 + 1,
    };
}

std::optional<DayNumber> add_months(DayNumber day, std::int64_t months) {
    constexpr std::int64_t calendar_months = (last_year - first_year + 1) * 12;
    if (months < -calendar_months || months > calendar_months) return std::nullopt;
    const CivilDate civil = civil_date(day);
    const std::int64_t total = civil.year * std::int64_t{12} + civil.month - 1 + months;
    const std::int64_t year = total / 12;
    if (year < first_year || year > last_year) return std::nullopt;
    const int y = static_cast<int>(year);
    const int m = static_cast<int>(total % 12) + 1;
    return days_from_civil(y, m, std::min(civil.day, days_in_month(y, m)));
}

std::int64_t months_between(DayNumber from, DayNumber to) {
    const CivilDate start = civil_date(from);
    const CivilDate end = civil_date(to);
    const std::int64_t months = (end.year - start.year) * std::int64_t{12} + (end.month - start.month);
    if (months > 0 && end.day < start.day) return months - 1;
    if (months < 0 && end.day > start.day) return months + 1;
    return months;
}

std::optional<DayNumber> parse_iso_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    return make_day(*year, *month, *day);
}

std::string to_iso(DayNumber day) {
    const CivilDate civil = civil_date(day);
    std::string text;
    append_padded(text, civil.year, 4);
    text += '-';
    append_padded(text, civil.month, 2);
    text += '-';
    append_padded(text, civil.day, 2);
    return text;
}

}  // namespace cadre
