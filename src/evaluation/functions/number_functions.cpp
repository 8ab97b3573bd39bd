#include "evaluation/functions/decimal_digits.hpp"
#include "evaluation/functions/strict_function.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace cadre {
namespace {

using Result = std::optional<KnownValue>;

Result decimal(std::optional<double> value) {
    if (!value || !std::isfinite(*value)) return std::nullopt;
    return KnownValue{TypeKind::decimal, *value};
}

template <Rounding rounding>
Result to_scale(KnownArguments arguments) {
    return decimal(rounded(arguments[0].decimal(), arguments[1].integer(), rounding));
}

/// floor and ceiling: to an integer, or to a scale.
template <Rounding rounding>
Result to_integer_or_scale(KnownArguments arguments) {
    if (arguments.size() == 2) return to_scale<rounding>(arguments);
    const auto value = rounded_integer(arguments[0].decimal(), rounding);
    if (!value) return std::nullopt;
    return KnownValue{TypeKind::integer, *value};
}

Result integer_modulo(std::int64_t dividend, std::int64_t divisor) {
    if (divisor == 0) return std::nullopt;
    const std::int64_t rest = divisor == -1 ? 0 : dividend % divisor;
    return KnownValue{TypeKind::integer, rest != 0 && (rest < 0) != (divisor < 0) ? rest + divisor : rest};
}

Result modulo(KnownArguments arguments) {
    if (arguments[0].kind == TypeKind::integer) {
        return integer_modulo(arguments[0].integer(), arguments[1].integer());
    }
    const double divisor = arguments[1].decimal();
    if (divisor == 0) return std::nullopt;
    const double rest = std::fmod(arguments[0].decimal(), divisor);
    return decimal(rest != 0 && (rest < 0) != (divisor < 0) ? rest + divisor : rest);
}

Result square_root(KnownArguments arguments) {
    return decimal(std::sqrt(arguments[0].decimal()));
}

Result logarithm(KnownArguments arguments) {
    return decimal(std::log(arguments[0].decimal()));
}

Result exponential(KnownArguments arguments) {
    return decimal(std::exp(arguments[0].decimal()));
}

Result parity(KnownArguments arguments, std::int64_t wanted) {
    return KnownValue{TypeKind::boolean, std::abs(arguments[0].integer() % 2) == wanted};
}

Result odd(KnownArguments arguments) {
    return parity(arguments, 1);
}

Result even(KnownArguments arguments) {
    return parity(arguments, 0);
}

/// Whether the text is a number of FEEL: [-] digits [. digits] [e ± digits].
bool is_number_text(std::string_view text) {
    const auto take_digits = [&text] {
        const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
        text.remove_prefix(end);
        return end > 0;
    };
    if (text.starts_with('-')) text.remove_prefix(1);
    const bool whole = take_digits();
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        if (!take_digits()) return false;
    } else if (!whole) {
        return false;
    }
    if (text.empty()) return true;
    if (text.front() != 'e' && text.front() != 'E') return false;
    text.remove_prefix(1);
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    return take_digits() && text.empty();
}

/// `number(from)` and `number(from, grouping separator, decimal separator)`.
Result number(KnownArguments arguments) {
    std::string text = arguments[0].text();
    if (arguments.size() == 3) {
        const std::string& grouping = arguments[1].text();
        const std::string& point = arguments[2].text();
        const bool known = (grouping == " " || grouping == "," || grouping == ".") && (point == "," || point == ".");
        if (!known || grouping == point) return std::nullopt;
        std::erase(text, grouping.front());
        for (char& c : text) {
            if (c == point.front()) c = '.';
        }
    }
    if (!is_number_text(text)) return std::nullopt;
    double value = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc{}) return std::nullopt;
    return decimal(value);
}

}  // namespace

StrictFunction number_function(Function function) {
    switch (function) {
        case Function::floor: return to_integer_or_scale<Rounding::floor>;
        case Function::ceiling: return to_integer_or_scale<Rounding::ceiling>;
        case Function::round_up: return to_scale<Rounding::up>;
        case Function::round_down: return to_scale<Rounding::down>;
        case Function::round_half_up: return to_scale<Rounding::half_up>;
        case Function::round_half_down: return to_scale<Rounding::half_down>;
        case Function::decimal: return to_scale<Rounding::half_even>;
        case Function::modulo: return modulo;
        case Function::sqrt: return square_root;
        case Function::log: return logarithm;
        case Function::exp: return exponential;
        case Function::odd: return odd;
        case Function::even: return even;
        case Function::number: return number;
        default: return nullptr;
    }
}

}  // namespace cadre
