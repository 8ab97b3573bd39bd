#pragma once

#include <cstdint>
#include <optional>

namespace cadre {

/// A finite double as people write it: ±`digits` · 10^`exponent`, the shortest number that reads back as it.
/// Rounding works on this form, so that 2.675 is what the rule says and not the double below it.
struct DecimalDigits {
    bool negative = false;
    std::uint64_t digits = 0;  ///< at most 17 of them
    int exponent = 0;

    explicit DecimalDigits(double value);
};

enum class Rounding : std::uint8_t {
    floor,      ///< toward −∞
    ceiling,    ///< toward +∞
    up,         ///< away from zero
    down,       ///< toward zero
    half_up,    ///< to the nearest, halves away from zero
    half_down,  ///< to the nearest, halves toward zero
    half_even,  ///< to the nearest, halves to the even one
};

/// The value rounded to `scale` digits after the decimal point (before it, where negative). Nothing where
/// the scale is outside FEEL's range or the result outside the doubles. Source: DMN 1.5, 10.3.4.1.
std::optional<double> rounded(double value, std::int64_t scale, Rounding rounding);

/// The value rounded to an integer; nothing outside 64 bits.
std::optional<std::int64_t> rounded_integer(double value, Rounding rounding);

/// `count` times or divided by a factor, truncated toward zero; nothing outside 64 bits, or for a division
/// by zero.
std::optional<std::int64_t> truncated_product(std::int64_t count, double factor);
std::optional<std::int64_t> truncated_quotient(std::int64_t count, double divisor);

}  // namespace cadre
