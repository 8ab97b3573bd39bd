#include "roster/wide_decimal.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace cadre {

namespace {

__extension__ using WideNatural = unsigned __int128;

WideNatural magnitude(WideInteger digits) {
    const auto bits = static_cast<WideNatural>(digits);
    return digits < 0 ? WideNatural{0} - bits : bits;
}

std::string shown_digits(WideNatural number) {
    std::string text;
    do {
        text.push_back(static_cast<char>('0' + static_cast<int>(number % 10)));
        number /= 10;
    } while (number != 0);
    std::reverse(text.begin(), text.end());
    return text;
}

std::optional<WideInteger> without_scale(WideDecimal number) {
    for (; number.scale > 0 && number.digits != 0; --number.scale) {
        if (number.digits % 10 != 0) return std::nullopt;
        number.digits /= 10;
    }
    constexpr WideInteger limit = std::numeric_limits<std::int64_t>::max();
    for (; number.scale < 0 && number.digits != 0; ++number.scale) {
        if (number.digits > limit || number.digits < -limit) return std::nullopt;
        number.digits *= 10;
    }
    return number.digits;
}

}  // namespace

std::optional<std::int64_t> integer_of(const WideDecimal& number) {
    const auto whole = without_scale(number);
    if (!whole || *whole > std::numeric_limits<std::int64_t>::max() ||
        *whole < std::numeric_limits<std::int64_t>::min()) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(*whole);
}

double decimal_of(const WideDecimal& number) {
    // Both are exact doubles, so that the division rounds once, to the nearest.
    constexpr WideNatural exact_digits = WideNatural{1} << 53;
    constexpr double powers[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10};
    if (number.scale >= 0 && number.scale <= 10 && magnitude(number.digits) <= exact_digits) {
        return static_cast<double>(static_cast<std::int64_t>(number.digits)) / powers[number.scale];
    }
    const std::string text =
        (number.digits < 0 ? "-" : "") + shown_digits(magnitude(number.digits)) + "e" + std::to_string(-number.scale);
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::string shown_number(const WideDecimal& number) {
    std::string text = shown_digits(magnitude(number.digits));
    if (number.scale < 0 && number.digits != 0) text.append(static_cast<std::size_t>(-number.scale), '0');
    if (number.scale > 0) {
        const auto after = static_cast<std::size_t>(number.scale);
        if (text.size() <= after) text.insert(0, after + 1 - text.size(), '0');
        text.insert(text.size() - after, 1, '.');
    }
    return number.digits < 0 ? "-" + text : text;
}

}  // namespace cadre
