#include "roster/number_text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace cadre {

namespace {

template <class Number>
std::optional<Number> whole(std::string_view text) {
    if (text.starts_with('+')) {
        text.remove_prefix(1);
        if (text.starts_with('-')) return std::nullopt;
    }
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace

std::optional<std::int64_t> integer_of(std::string_view text) {
    return whole<std::int64_t>(text);
}

std::optional<double> decimal_of(std::string_view text) {
    std::string plain(text);
    if (const auto comma = plain.find(','); comma != std::string::npos) {
        const bool mixed = plain.find('.') != std::string::npos || plain.find(',', comma + 1) != std::string::npos;
        if (mixed || plain.size() - comma - 1 == 3) return std::nullopt;
        plain[comma] = '.';
    }
    const auto number = whole<double>(plain);
    return number && std::isfinite(*number) ? number : std::nullopt;
}

}  // namespace cadre
