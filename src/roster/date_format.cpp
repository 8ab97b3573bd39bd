#include "roster/date_format.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace cadre {

namespace {

bool is_separator(char c) {
    return c == '/' || c == '-' || c == '.' || c == ' ';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

struct Part {
    int value = 0;
    int digits = 0;
};

/// The numbers of the text where it is up to three numbers between equal separators; else empty.
std::vector<Part> split(std::string_view text) {
    std::vector<Part> parts(1);
    char separator = 0;
    for (const char c : text) {
        if (is_digit(c)) {
            if (++parts.back().digits > 4) return {};
            parts.back().value = parts.back().value * 10 + (c - '0');
        } else if (is_separator(c) && parts.back().digits > 0 && parts.size() < 3 &&
                   (separator == 0 || separator == c)) {
            separator = c;
            parts.emplace_back();
        } else {
            return {};
        }
    }
    return parts.back().digits > 0 ? parts : std::vector<Part>{};
}

std::string_view without_midnight(std::string_view text) {
    for (const std::string_view time : {"00:00:00.000000", "00:00:00.000", "00:00:00", "00:00"}) {
        if (text.size() <= time.size() || !text.ends_with(time)) continue;
        const char before = text[text.size() - time.size() - 1];
        if (before == 'T' || before == ' ') return text.substr(0, text.size() - time.size() - 1);
    }
    return text;
}

bool is_year(const Part& part) {
    return part.digits == 4;
}
bool year_comes_last(const DateFormat& format) {
    const auto place = [&](char letter) { return std::find(format.order.begin(), format.order.end(), letter); };
    return place('m') < place('y');
}

std::optional<DaySpan> months(int year, int first, int last) {
    const auto begin = make_day(year, first, 1);
    const auto last_begin = make_day(year, last, 1);
    if (!begin || !last_begin) return std::nullopt;
    constexpr int longest_month = 31;
    for (int day = longest_month;; --day) {
        if (const auto end = make_day(year, last, day)) return DaySpan{*begin, *end};
    }
}

std::optional<DaySpan> read_partial(std::vector<Part> parts, const DateFormat& format) {
    if (parts.size() == 1 && is_year(parts[0])) return months(parts[0].value, 1, 12);
    if (parts.size() != 2) return std::nullopt;
    if (year_comes_last(format)) std::swap(parts[0], parts[1]);
    if (!is_year(parts[0]) || parts[1].digits > 2) return std::nullopt;
    return months(parts[0].value, parts[1].value, parts[1].value);
}

}  // namespace

std::optional<DateFormat> parse_date_format(std::string_view text) {
    if (text.size() != 5 || !is_separator(text[1]) || text[1] != text[3]) return std::nullopt;
    const DateFormat format{{text[0], text[2], text[4]}};
    auto sorted = format.order;
    std::sort(sorted.begin(), sorted.end());
    if (sorted != std::array{'d', 'm', 'y'}) return std::nullopt;
    return format;
}

DateReading read_date(std::string_view text, const DateFormat& format) {
    const std::vector<Part> parts = split(without_midnight(text));
    if (parts.size() != 3) return {std::nullopt, read_partial(parts, format)};
    Part year;
    Part month;
    Part day;
    for (std::size_t at = 0; at < 3; ++at) {
        (format.order[at] == 'y' ? year : format.order[at] == 'm' ? month : day) = parts[at];
    }
    if (!is_year(year) || month.digits > 2 || day.digits > 2) return {};
    return {make_day(year.value, month.value, day.value), std::nullopt};
}

}  // namespace cadre
