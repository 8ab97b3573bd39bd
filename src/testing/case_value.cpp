#include "testing/case_value.hpp"

#include "roster/date_format.hpp"

namespace cadre {
namespace {

constexpr std::string_view none_text = "none";
constexpr std::string_view ongoing_text = "ongoing";

bool is_coded(const Attribute& attribute) {
    const TypeKind kind = attribute.type.kind;
    return kind == TypeKind::level || (kind == TypeKind::text && attribute.type.domain >= 0);
}

/// Whether "none" is the fact that there is no such thing, rather than a code or a text.
bool means_none(const Schema& schema, const Attribute& attribute) {
    if (!attribute.allows_none) return false;
    if (is_coded(attribute)) return !schema.scale(attribute.type.domain).find(none_text);
    return attribute.type.kind != TypeKind::text;
}

std::optional<Value> date_in(const Attribute& attribute, const std::string& text) {
    if (attribute.allows_ongoing && text == ongoing_text) return Value(Ongoing{});
    const DateReading reading = read_date(text, DateFormat{});
    if (reading.day) return Value(date_of(*reading.day));
    if (reading.partial) return Value(PartialDate{date_of(reading.partial->first), date_of(reading.partial->last)});
    return std::nullopt;
}

std::optional<Value> value_in(const Schema& schema, const Attribute& attribute, const std::string& text) {
    if (text == none_text && means_none(schema, attribute)) return Value(None{});
    switch (attribute.type.kind) {
        case TypeKind::date: return date_in(attribute, text);
        case TypeKind::months:
        case TypeKind::days: {
            const auto duration = parse_duration(text);
            return duration ? std::optional<Value>(*duration) : std::nullopt;
        }
        default: return Value(text);
    }
}

}  // namespace

std::optional<Value> case_value(const Schema& schema, const Attribute& attribute, const Node& node) {
    if (const auto* truth = node.get_if<bool>()) return Value(*truth);
    if (const auto* number = node.get_if<std::int64_t>()) return Value(*number);
    if (const auto* decimal = node.get_if<double>()) return Value(*decimal);
    if (const auto* text = node.get_if<std::string>()) return value_in(schema, attribute, *text);
    if (const auto* date = node.get_if<CivilDate>()) {
        if (const auto day = make_day(date->year, date->month, date->day)) return Value(date_of(*day));
    }
    return std::nullopt;
}

}  // namespace cadre
