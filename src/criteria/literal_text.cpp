#include "criteria/literal_text.hpp"

#include <cadre/vocabulary/date.hpp>
#include <cadre/vocabulary/duration.hpp>

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace cadre::criteria {
namespace {

std::string quoted(std::string_view text) {
    constexpr std::string_view hexadecimal = "0123456789ABCDEF";
    std::string result = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (c == '\n') {
            result += "\\n";
        } else if (byte < 0x20 || byte == 0x7F) {
            result += "\\u00";
            result += hexadecimal[byte >> 4U];
            result += hexadecimal[byte & 0xFU];
        } else {
            result += c;
        }
    }
    return result + '"';
}

/// The shortest digits that read back as the same number, marked as a decimal.
std::string decimal_text(double value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    std::string text(buffer.data(), end);
    if (text.find_first_of(".e") == std::string::npos) text += ".0";
    return text;
}

}  // namespace

std::string literal_text(const Expression& literal, const Schema& schema) {
    if (const auto* text = std::get_if<std::string>(&literal.constant)) return quoted(*text);
    if (const auto* flag = std::get_if<bool>(&literal.constant)) return *flag ? "true" : "false";
    if (const auto* number = std::get_if<double>(&literal.constant)) return decimal_text(*number);
    const auto value = std::get<std::int64_t>(literal.constant);
    switch (literal.type.kind) {
        case TypeKind::date: return "@\"" + to_iso(static_cast<DayNumber>(value)) + '"';
        case TypeKind::months: return "@\"" + to_iso(Duration{Duration::Unit::months, value}) + '"';
        case TypeKind::days: return "@\"" + to_iso(Duration{Duration::Unit::days, value}) + '"';
        case TypeKind::level:
            return quoted(schema.scale(literal.type.domain).codes[static_cast<std::size_t>(value)].id);
        default: return std::to_string(value);
    }
}

bool is_negative(const Expression& literal) {
    if (const auto* number = std::get_if<double>(&literal.constant)) return std::signbit(*number);
    const auto* value = std::get_if<std::int64_t>(&literal.constant);
    return value && *value < 0 && literal.type.kind == TypeKind::integer;
}

}  // namespace cadre::criteria
