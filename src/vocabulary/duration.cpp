#include <cadre/vocabulary/duration.hpp>

#include <charconv>
#include <limits>

namespace cadre {
namespace {

constexpr std::uint64_t largest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());

std::uint64_t magnitude(std::int64_t count) {
    return count < 0 ? 0 - static_cast<std::uint64_t>(count) : static_cast<std::uint64_t>(count);
}

/// Takes `<digits><letter>` off the front of `text`; leaves it alone when another letter follows.
std::optional<std::uint64_t> take_field(std::string_view& text, char letter) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const auto length = static_cast<std::size_t>(end - text.data());
    if (error != std::errc{} || length == text.size() || text[length] != letter) return std::nullopt;
    text.remove_prefix(length + 1);
    return value;
}

std::optional<std::uint64_t> total_months(std::optional<std::uint64_t> years, std::optional<std::uint64_t> months) {
    const std::uint64_t y = years.value_or(0);
    const std::uint64_t m = months.value_or(0);
    if (m > largest || y > (largest - m) / 12) return std::nullopt;
    return y * 12 + m;
}

Duration signed_duration(Duration::Unit unit, std::uint64_t count, bool negative) {
    const auto value = static_cast<std::int64_t>(count);
    return {unit, negative ? -value : value};
}

std::string counted(std::uint64_t count, const char* singular, const char* plural) {
    return std::to_string(count) + ' ' + (count == 1 ? singular : plural);
}

void append_words(LocalizedText& text, std::uint64_t count, const char* vi, const char* one, const char* many) {
    if (!text.vi.empty()) {
        text.vi += ' ';
        text.en += ' ';
    }
    text.vi += std::to_string(count) + ' ' + vi;
    text.en += counted(count, one, many);
}

}  // namespace

std::optional<Duration> parse_duration(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    if (!text.starts_with('P')) return std::nullopt;
    text.remove_prefix(1);

    if (const auto days = take_field(text, 'D')) {
        if (!text.empty() || *days > largest) return std::nullopt;
        return signed_duration(Duration::Unit::days, *days, negative);
    }
    const auto years = take_field(text, 'Y');
    const auto months = take_field(text, 'M');
    if (!text.empty() || (!years && !months)) return std::nullopt;
    const auto total = total_months(years, months);
    if (!total) return std::nullopt;
    return signed_duration(Duration::Unit::months, *total, negative);
}

std::string to_iso(Duration duration) {
    const std::uint64_t count = magnitude(duration.count);
    std::string text = duration.count < 0 ? "-P" : "P";
    if (duration.unit == Duration::Unit::days) return text + std::to_string(count) + 'D';
    if (count >= 12) text += std::to_string(count / 12) + 'Y';
    if (count % 12 != 0 || count == 0) text += std::to_string(count % 12) + 'M';
    return text;
}

LocalizedText describe(Duration duration) {
    const std::uint64_t count = magnitude(duration.count);
    LocalizedText text;
    if (duration.unit == Duration::Unit::days) {
        append_words(text, count, "ngày", "day", "days");
    } else {
        if (count >= 12) append_words(text, count / 12, "năm", "year", "years");
        if (count % 12 != 0 || count == 0) append_words(text, count % 12, "tháng", "month", "months");
    }
    if (duration.count < 0) {
        text.vi.insert(0, "âm ");
        text.en.insert(0, "minus ");
    }
    return text;
}

}  // namespace cadre
