#include "evaluation/functions/strict_function.hpp"

#include <cadre/schema/spelling_matcher.hpp>
#include <cadre/vocabulary/date.hpp>
#include <cadre/vocabulary/duration.hpp>

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace cadre {
namespace {

using Result = std::optional<KnownValue>;

Result truth(bool value) {
    return KnownValue{TypeKind::boolean, value};
}

Result text_of(std::string text) {
    return KnownValue{TypeKind::text, std::move(text)};
}

Result contains(KnownArguments arguments) {
    return truth(arguments[0].text().find(arguments[1].text()) != std::string::npos);
}

Result starts_with(KnownArguments arguments) {
    return truth(arguments[0].text().starts_with(arguments[1].text()));
}

Result ends_with(KnownArguments arguments) {
    return truth(arguments[0].text().ends_with(arguments[1].text()));
}

constexpr bool starts_code_point(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

std::int64_t code_points(std::string_view text) {
    return std::count_if(text.begin(), text.end(), starts_code_point);
}

/// The bytes before the code point at this position, counted from 0.
std::size_t bytes_before(std::string_view text, std::int64_t position) {
    std::size_t byte = 0;
    for (; byte < text.size(); ++byte) {
        if (starts_code_point(text[byte]) && position-- == 0) break;
    }
    return byte;
}

Result string_length(KnownArguments arguments) {
    return KnownValue{TypeKind::integer, code_points(arguments[0].text())};
}

/// From a position that counts from 1, or from -1 at the end; no more than `length` characters.
Result substring(KnownArguments arguments) {
    const std::string& text = arguments[0].text();
    const std::int64_t start = arguments[1].integer();
    const std::int64_t size = code_points(text);
    if (start == 0 || start > size || start < -size) return std::nullopt;
    const std::string from = text.substr(bytes_before(text, start > 0 ? start - 1 : size + start));
    if (arguments.size() == 2) return text_of(from);
    if (arguments[2].integer() < 1) return std::nullopt;
    return text_of(from.substr(0, bytes_before(from, arguments[2].integer())));
}

Result substring_before(KnownArguments arguments) {
    const std::size_t at = arguments[0].text().find(arguments[1].text());
    return text_of(at == std::string::npos ? std::string() : arguments[0].text().substr(0, at));
}

Result substring_after(KnownArguments arguments) {
    const std::string& match = arguments[1].text();
    const std::size_t at = arguments[0].text().find(match);
    return text_of(at == std::string::npos ? std::string() : arguments[0].text().substr(at + match.size()));
}

template <utf8proc_int32_t (*change)(utf8proc_int32_t)>
Result in_case(KnownArguments arguments) {
    const std::string& text = arguments[0].text();
    std::string changed;
    for (std::size_t at = 0; at < text.size();) {
        utf8proc_int32_t point = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                             static_cast<utf8proc_ssize_t>(text.size() - at), &point);
        if (length <= 0) return std::nullopt;
        std::array<utf8proc_uint8_t, 4> encoded{};
        const auto written = utf8proc_encode_char(change(point), encoded.data());
        changed.append(encoded.begin(), encoded.begin() + written);
        at += static_cast<std::size_t>(length);
    }
    return text_of(normalized_text(changed).value_or(changed));
}

std::string number_text(double value) {
    std::array<char, 400> text{};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    return {text.data(), written.ptr};
}

/// The value as FEEL writes it: `12.5`, `true`, `2015-12-31`, `P3Y6M`.
Result string(KnownArguments arguments) {
    const KnownValue& from = arguments[0];
    switch (from.kind) {
        case TypeKind::boolean: return text_of(std::get<bool>(from.value) ? "true" : "false");
        case TypeKind::decimal: return text_of(number_text(from.decimal()));
        case TypeKind::text: return from;
        case TypeKind::date: return text_of(to_iso(static_cast<DayNumber>(from.integer())));
        case TypeKind::months: return text_of(to_iso(Duration{Duration::Unit::months, from.integer()}));
        case TypeKind::days:
            // FEEL writes a duration of no time so.
            if (from.integer() == 0) return text_of("PT0S");
            return text_of(to_iso(Duration{Duration::Unit::days, from.integer()}));
        default: return text_of(std::to_string(from.integer()));
    }
}

/// `string join(list, delimiter, prefix, suffix)`; all but the list may be left out.
Result string_join(KnownArguments arguments) {
    const auto argument = [&](std::size_t i) { return arguments.size() > i ? arguments[i].text() : std::string(); };
    std::string joined = argument(2);
    bool first = true;
    for (const std::string& text : arguments[0].texts()) {
        if (!std::exchange(first, false)) joined += argument(1);
        joined += text;
    }
    return text_of(joined + argument(3));
}

}  // namespace

StrictFunction text_function(Function function) {
    switch (function) {
        case Function::contains: return contains;
        case Function::starts_with: return starts_with;
        case Function::ends_with: return ends_with;
        case Function::string: return string;
        case Function::string_length: return string_length;
        case Function::string_join: return string_join;
        case Function::substring: return substring;
        case Function::substring_before: return substring_before;
        case Function::substring_after: return substring_after;
        case Function::upper_case: return in_case<utf8proc_toupper>;
        case Function::lower_case: return in_case<utf8proc_tolower>;
        default: return nullptr;
    }
}

}  // namespace cadre
