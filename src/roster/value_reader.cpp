#include "roster/value_reader.hpp"

#include <cadre/messages/texts/roster.hpp>
#include <cadre/roster/column.hpp>

#include <cmath>

namespace cadre {

Cell ValueReader::read(const CellPlace& place, const Attribute& attribute, const Value& value) {
    if (std::holds_alternative<Missing>(value)) return {};
    if (std::holds_alternative<None>(value) || std::holds_alternative<Ongoing>(value)) {
        return read_fact(place, attribute, value);
    }
    return read_present(place, attribute, value);
}

Cell ValueReader::read_fact(const CellPlace& place, const Attribute& attribute, const Value& value) {
    if (std::holds_alternative<Ongoing>(value)) {
        if (!attribute.allows_ongoing) throw wrong_kind(place, attribute, value);
        return Cell::of(ongoing_day);
    }
    if (attribute.allows_none) return Cell::of_none();
    if (attribute.type.domain >= 0 && attribute.type.kind != TypeKind::reference) {
        if (const auto code = schema_.scale(attribute.type.domain).find("none")) return code_cell(attribute, *code);
    }
    throw wrong_kind(place, attribute, value);
}

Cell ValueReader::read_present(const CellPlace& place, const Attribute& attribute, const Value& value) {
    switch (attribute.type.kind) {
        case TypeKind::boolean:
            if (const auto* truth = std::get_if<bool>(&value)) return Cell::of(*truth ? 1 : 0);
            break;
        case TypeKind::integer:
            if (const auto* number = std::get_if<std::int64_t>(&value)) return Cell::of(*number);
            break;
        case TypeKind::decimal: return read_decimal(place, attribute, value);
        case TypeKind::text:
            return attribute.type.domain < 0 ? read_text(place, attribute, value) : read_code(place, attribute, value);
        case TypeKind::date: return read_date(place, attribute, value);
        case TypeKind::months:
        case TypeKind::days: return read_duration(place, attribute, value);
        case TypeKind::level: return read_code(place, attribute, value);
        case TypeKind::reference: return read_text(place, attribute, value);
        case TypeKind::record:
        case TypeKind::list: break;
    }
    throw wrong_kind(place, attribute, value);
}

Cell ValueReader::read_text(const CellPlace& place, const Attribute& attribute, const Value& value) {
    const bool names_a_row = attribute.key || attribute.type.kind == TypeKind::reference;
    if (const auto* number = std::get_if<std::int64_t>(&value); number != nullptr && names_a_row) {
        return Cell::of(texts_.intern(std::to_string(*number)));
    }
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) throw wrong_kind(place, attribute, value);
    const auto normalized = normalized_text(*text);
    if (!normalized) throw cell_error(place, texts::roster_text_not_utf8);
    return Cell::of(texts_.intern(*normalized));
}

Cell ValueReader::read_date(const CellPlace& place, const Attribute& attribute, const Value& value) {
    if (const auto* partial = std::get_if<PartialDate>(&value)) return read_partial_date(place, *partial);
    const auto* date = std::get_if<Date>(&value);
    if (date == nullptr) throw wrong_kind(place, attribute, value);
    if (date->is_special()) throw cell_error(place, texts::roster_date_not_finite);
    return Cell::of(day_number(*date));
}

Cell ValueReader::read_partial_date(const CellPlace& place, const PartialDate& date) {
    if (date.first.is_special() || date.last.is_special()) throw cell_error(place, texts::roster_date_not_finite);
    if (date.first > date.last) throw cell_error(place, texts::roster_partial_date_reversed);
    return Cell::of_days(day_number(date.first), day_number(date.last));
}

Cell ValueReader::read_decimal(const CellPlace& place, const Attribute& attribute, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return Cell::of_decimal(static_cast<double>(*number));
    }
    const auto* number = std::get_if<double>(&value);
    if (number == nullptr) throw wrong_kind(place, attribute, value);
    if (!std::isfinite(*number)) throw cell_error(place, texts::roster_number_not_finite);
    return Cell::of_decimal(*number);
}

Cell ValueReader::read_duration(const CellPlace& place, const Attribute& attribute, const Value& value) {
    const auto unit = attribute.type.kind == TypeKind::months ? Duration::Unit::months : Duration::Unit::days;
    const auto* duration = std::get_if<Duration>(&value);
    if (duration == nullptr || duration->unit != unit) throw wrong_kind(place, attribute, value);
    return Cell::of(duration->count);
}

Cell ValueReader::read_code(const CellPlace& place, const Attribute& attribute, const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) throw wrong_kind(place, attribute, value);
    const Scale& scale = schema_.scale(attribute.type.domain);
    if (const auto code = scale.find(*text)) return code_cell(attribute, *code);
    const auto normalized = normalized_text(*text);
    if (!normalized) throw cell_error(place, texts::roster_text_not_utf8);
    if (const auto code = matcher(attribute.type.domain).exact(*normalized)) return code_cell(attribute, *code);
    throw unknown_code(place, scale, *normalized);
}

Cell ValueReader::code_cell(const Attribute& attribute, int code) {
    if (attribute.type.kind == TypeKind::level) return Cell::of(code);
    return Cell::of(texts_.intern(schema_.scale(attribute.type.domain).codes[static_cast<std::size_t>(code)].id));
}

const SpellingMatcher& ValueReader::matcher(int scale) {
    auto found = matchers_.find(scale);
    if (found == matchers_.end()) found = matchers_.emplace(scale, SpellingMatcher(schema_.scale(scale))).first;
    return found->second;
}

}  // namespace cadre
