#include "roster/column_reader.hpp"

namespace cadre {

namespace {

bool is_float(ArrowKind kind) {
    return kind == ArrowKind::float32 || kind == ArrowKind::float64;
}

bool is_utc(std::string_view zone) {
    return zone.empty() || zone == "UTC" || zone == "Etc/UTC" || zone == "Z" || zone == "GMT" || zone == "+00:00";
}

ColumnReader date_reader(const ArrowField& field) {
    if (field.kind == ArrowKind::date_days) return read_day_dates;
    if (field.kind == ArrowKind::date_milliseconds) return read_tick_dates;
    return field.kind == ArrowKind::timestamp && is_utc(field.time_zone) ? read_tick_dates : nullptr;
}

ColumnReader wide_decimal_reader(TypeKind kind) {
    switch (kind) {
        case TypeKind::boolean: return read_wide_decimals_as_booleans;
        case TypeKind::integer:
        case TypeKind::months:
        case TypeKind::days: return read_wide_decimals_as_integers;
        case TypeKind::decimal: return read_wide_decimals;
        default: return nullptr;
    }
}

ColumnReader key_reader(const ArrowField& field) {
    if (field.kind == ArrowKind::decimal128) return read_wide_decimals_as_keys;
    return is_integer(field.kind) || is_float(field.kind) ? read_numbers_as_keys : nullptr;
}

ColumnReader number_reader(TypeKind kind, const ArrowField& field) {
    if (field.kind == ArrowKind::decimal128) return wide_decimal_reader(kind);
    const bool integers = is_integer(field.kind);
    if (!integers && !is_float(field.kind)) return nullptr;
    switch (kind) {
        case TypeKind::boolean: return read_numbers_as_booleans;
        case TypeKind::integer:
        case TypeKind::months:
        case TypeKind::days: return integers ? read_integers : read_decimals_as_integers;
        case TypeKind::decimal: return integers ? read_integers : read_decimals;
        default: return nullptr;
    }
}

}  // namespace

ColumnReader column_reader(const Attribute& attribute, const ArrowField& field) {
    const TypeKind kind = attribute.type.kind;
    if (kind == TypeKind::list || kind == TypeKind::record) return nullptr;
    if (field.kind == ArrowKind::null) return read_nulls;
    if (is_text(field.value_kind())) return read_texts;
    if (field.dictionary) return nullptr;
    if (kind == TypeKind::date) return date_reader(field);
    if (kind == TypeKind::boolean && field.kind == ArrowKind::boolean) return read_booleans;
    if (kind == TypeKind::reference || (kind == TypeKind::text && attribute.type.domain < 0)) {
        return key_reader(field);
    }
    return number_reader(kind, field);
}

}  // namespace cadre
