#include "evaluation/functions/decimal_digits.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

namespace cadre {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr Wide widest = static_cast<Wide>(-1);
constexpr int most_digits = 17;

/// 10^power; nothing where that is too wide.
std::optional<Wide> power_of_ten(int power) {
    Wide value = 1;
    for (; power > 0; --power) {
        if (value > widest / 10) return std::nullopt;
        value *= 10;
    }
    return value;
}

std::optional<Wide> product(Wide a, std::optional<Wide> b) {
    if (!b || (a != 0 && *b > widest / a)) return std::nullopt;
    return a * *b;
}

std::optional<std::int64_t> with_sign(std::optional<Wide> magnitude, bool negative) {
    constexpr auto largest = static_cast<Wide>(std::numeric_limits<std::int64_t>::max());
    if (!magnitude || *magnitude > largest) return std::nullopt;
    const auto value = static_cast<std::int64_t>(*magnitude);
    return negative ? -value : value;
}

Wide magnitude(std::int64_t count) {
    return count < 0 ? Wide{0} - static_cast<Wide>(count) : static_cast<Wide>(count);
}

/// Whether digits that are dropped carry one into those that stay.
bool carries(Rounding rounding, bool negative, int against_half, bool kept_is_odd) {
    switch (rounding) {
        case Rounding::floor: return negative;
        case Rounding::ceiling: return !negative;
        case Rounding::up: return true;
        case Rounding::down: return false;
        case Rounding::half_up: return against_half >= 0;
        case Rounding::half_down: return against_half > 0;
        default: return against_half > 0 || (against_half == 0 && kept_is_odd);
    }
}

/// The digits without their last `dropped` ones, rounded.
std::uint64_t without_last(const DecimalDigits& number, std::int64_t dropped, Rounding rounding) {
    const bool all = dropped > most_digits;
    const auto unit = static_cast<std::uint64_t>(*power_of_ten(all ? most_digits + 1 : static_cast<int>(dropped)));
    const std::uint64_t kept = number.digits / unit;
    const std::uint64_t rest = number.digits % unit;
    if (rest == 0) return kept;
    // With more digits dropped than there are, the rest is below a tenth of the unit that stays.
    const int against_half = all || rest < unit - rest ? -1 : rest == unit - rest ? 0 : 1;
    return kept + (carries(rounding, number.negative, against_half, kept % 2 != 0) ? 1 : 0);
}

}  // namespace

DecimalDigits::DecimalDigits(double value) : negative(value < 0) {
    std::array<char, 32> text{};
    const auto written =
        std::to_chars(text.data(), text.data() + text.size(), std::fabs(value), std::chars_format::scientific);
    const char* at = text.data();
    bool fraction = false;
    for (; *at != 'e'; ++at) {
        if (*at == '.') {
            fraction = true;
            continue;
        }
        digits = digits * 10 + static_cast<std::uint64_t>(*at - '0');
        if (fraction) --exponent;
    }
    int power = 0;
    std::from_chars(at + (at[1] == '+' ? 2 : 1), written.ptr, power);
    exponent += power;
}

std::optional<double> rounded(double value, std::int64_t scale, Rounding rounding) {
    constexpr std::int64_t least_scale = -6111;
    constexpr std::int64_t greatest_scale = 6176;
    if (scale < least_scale || scale > greatest_scale) return std::nullopt;
    const DecimalDigits number(value);
    const std::int64_t dropped = -number.exponent - scale;
    if (dropped <= 0 || number.digits == 0) return value;
    const std::uint64_t kept = without_last(number, dropped, rounding);
    if (kept == 0) return 0.0;
    const std::string text = (number.negative ? "-" : "") + std::to_string(kept) + "e" + std::to_string(-scale);
    double result = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), result).ec != std::errc{}) return std::nullopt;
    return result;
}

std::optional<std::int64_t> rounded_integer(double value, Rounding rounding) {
    const DecimalDigits number(value);
    if (number.exponent < 0) return with_sign(without_last(number, -number.exponent, rounding), number.negative);
    return with_sign(product(number.digits, power_of_ten(number.exponent)), number.negative);
}

std::optional<std::int64_t> truncated_product(std::int64_t count, double factor) {
    const DecimalDigits number(factor);
    const bool negative = (count < 0) != number.negative;
    const Wide digits = magnitude(count) * number.digits;
    if (number.exponent >= 0) {
        return with_sign(digits == 0 ? digits : product(digits, power_of_ten(number.exponent)), negative);
    }
    const auto unit = power_of_ten(-number.exponent);
    return with_sign(unit ? digits / *unit : Wide{0}, negative);
}

std::optional<std::int64_t> truncated_quotient(std::int64_t count, double divisor) {
    const DecimalDigits number(divisor);
    if (number.digits == 0) return std::nullopt;
    const bool negative = (count < 0) != number.negative;
    if (number.exponent >= 0) {
        const auto unit = product(number.digits, power_of_ten(number.exponent));
        return with_sign(unit ? magnitude(count) / *unit : Wide{0}, negative);
    }
    auto dividend = count == 0 ? Wide{0} : product(magnitude(count), power_of_ten(-number.exponent));
    if (dividend) *dividend /= number.digits;
    return with_sign(dividend, negative);
}

}  // namespace cadre
