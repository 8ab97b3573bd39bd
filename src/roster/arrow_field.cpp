#include "roster/arrow_field.hpp"

#include "roster/arrow_error.hpp"
#include "roster/cell_text.hpp"

#include <cadre/messages/texts/roster.hpp>

#include <charconv>
#include <cstring>
#include <optional>
#include <utility>

namespace cadre {

namespace {

constexpr int max_depth = 64;
constexpr int max_columns = 100'000;
constexpr std::size_t max_format = 4096;
constexpr std::int64_t seconds_per_day = 86'400;
constexpr int max_decimal_digits = 38;

constexpr std::pair<std::string_view, ArrowKind> plain_formats[] = {
    {"n", ArrowKind::null},          {"b", ArrowKind::boolean},       {"c", ArrowKind::int8},
    {"C", ArrowKind::uint8},         {"s", ArrowKind::int16},         {"S", ArrowKind::uint16},
    {"i", ArrowKind::int32},         {"I", ArrowKind::uint32},        {"l", ArrowKind::int64},
    {"L", ArrowKind::uint64},        {"e", ArrowKind::half_float},    {"f", ArrowKind::float32},
    {"g", ArrowKind::float64},       {"u", ArrowKind::utf8},          {"U", ArrowKind::large_utf8},
    {"vu", ArrowKind::utf8_view},    {"tdD", ArrowKind::date_days},   {"tdm", ArrowKind::date_milliseconds},
    {"+l", ArrowKind::list},         {"+L", ArrowKind::large_list},   {"+s", ArrowKind::structure},
    {"z", ArrowKind::binary},        {"Z", ArrowKind::binary},        {"vz", ArrowKind::binary},
    {"tts", ArrowKind::time_of_day}, {"ttm", ArrowKind::time_of_day}, {"ttu", ArrowKind::time_of_day},
    {"ttn", ArrowKind::time_of_day}, {"tDs", ArrowKind::duration},    {"tDm", ArrowKind::duration},
    {"tDu", ArrowKind::duration},    {"tDn", ArrowKind::duration},    {"tiM", ArrowKind::interval},
    {"tiD", ArrowKind::interval},    {"tin", ArrowKind::interval},    {"+m", ArrowKind::map},
    {"+vl", ArrowKind::list_view},   {"+vL", ArrowKind::list_view},   {"+r", ArrowKind::run_end_encoded},
};

constexpr std::pair<std::string_view, ArrowKind> parametric_formats[] = {
    {"w:", ArrowKind::binary},
    {"+w:", ArrowKind::fixed_size_list},
    {"+ud:", ArrowKind::sum},
    {"+us:", ArrowKind::sum},
};

std::optional<std::int64_t> ticks_per_second(char unit) {
    switch (unit) {
        case 's': return 1;
        case 'm': return 1'000;
        case 'u': return 1'000'000;
        case 'n': return 1'000'000'000;
        default: return std::nullopt;
    }
}

bool read_timestamp(std::string_view format, ArrowField& field) {
    if (format.size() < 4 || !format.starts_with("ts") || format[3] != ':') return false;
    const auto ticks = ticks_per_second(format[2]);
    if (!ticks) return false;
    field.kind = ArrowKind::timestamp;
    field.ticks_per_day = *ticks * seconds_per_day;
    field.time_zone = format.substr(4);
    return true;
}

/// The number that `text` starts with; it and the comma after it are taken off.
std::optional<int> take_number(std::string_view& text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{}) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (text.empty()) return number;
    if (text.size() == 1 || text.front() != ',') return std::nullopt;
    text.remove_prefix(1);
    return number;
}

/// "precision,scale" or "precision,scale,width"
bool read_decimal(std::string_view text, ArrowField& field) {
    const auto precision = take_number(text);
    if (!precision || text.empty()) return false;
    const auto scale = take_number(text);
    if (!scale) return false;
    const auto width = text.empty() ? std::optional(128) : take_number(text);
    if (!width || !text.empty()) return false;
    const bool fits = *width == 128 && *precision >= 1 && *precision <= max_decimal_digits &&
                      *scale >= -max_decimal_digits && *scale <= max_decimal_digits;
    field.kind = fits ? ArrowKind::decimal128 : ArrowKind::other_decimal;
    field.decimal_scale = fits ? *scale : 0;
    return true;
}

bool read_format(std::string_view format, ArrowField& field) {
    for (const auto& [plain, kind] : plain_formats) {
        if (plain != format) continue;
        field.kind = kind;
        if (kind == ArrowKind::date_milliseconds) field.ticks_per_day = seconds_per_day * 1'000;
        return true;
    }
    if (read_timestamp(format, field)) return true;
    if (format.starts_with("d:")) return read_decimal(format.substr(2), field);
    for (const auto& [start, kind] : parametric_formats) {
        if (!format.starts_with(start)) continue;
        field.kind = kind;
        return true;
    }
    return false;
}

class SchemaCheck {
public:
    explicit SchemaCheck(std::string_view table) : table_(table) {}

    ArrowField read(const ArrowSchema& schema, int depth) {
        if (depth > max_depth) fail(schema, texts::roster_arrow_too_deep);
        if (++columns_ > max_columns) fail(schema, texts::roster_arrow_too_many_columns);
        if (schema.release == nullptr) fail(schema, texts::roster_arrow_schema_released);
        ArrowField field;
        field.name = name_of(schema);
        read_type(schema, field);
        read_children(schema, field, depth);
        if (schema.dictionary != nullptr) {
            if (!is_integer(field.kind)) fail(schema, texts::roster_arrow_dictionary_indices);
            field.dictionary = std::make_unique<ArrowField>(read(*schema.dictionary, depth + 1));
        }
        return field;
    }

private:
    [[noreturn]] void fail(const ArrowSchema& schema, MessageId detail) const {
        throw arrow_error(table_, name_of(schema), detail);
    }

    static std::string name_of(const ArrowSchema& schema) {
        if (schema.name == nullptr) return {};
        return clean_name({schema.name, strnlen(schema.name, max_format)});
    }

    void read_type(const ArrowSchema& schema, ArrowField& field) const {
        if (schema.format == nullptr) fail(schema, texts::roster_arrow_no_format);
        field.format.assign(schema.format, strnlen(schema.format, max_format));
        if (field.format.size() == max_format || !read_format(field.format, field)) {
            fail(schema, texts::roster_arrow_unknown_format);
        }
    }

    void read_children(const ArrowSchema& schema, ArrowField& field, int depth) {
        if (schema.n_children < 0 || schema.n_children > max_columns) fail(schema, texts::roster_arrow_children);
        if (schema.n_children > 0 && schema.children == nullptr) fail(schema, texts::roster_arrow_children);
        const bool list = is_list(field.kind);
        const bool nests = list || field.kind == ArrowKind::structure || !is_readable(field.kind);
        if ((list && schema.n_children != 1) || (!nests && schema.n_children != 0)) {
            fail(schema, texts::roster_arrow_children);
        }
        for (std::int64_t at = 0; at < schema.n_children; ++at) {
            if (schema.children[at] == nullptr) fail(schema, texts::roster_arrow_children);
            field.children.push_back(read(*schema.children[at], depth + 1));
        }
    }

    std::string_view table_;
    int columns_ = 0;
};

}  // namespace

bool is_integer(ArrowKind kind) {
    return kind >= ArrowKind::int8 && kind <= ArrowKind::uint64;
}
bool is_text(ArrowKind kind) {
    return kind >= ArrowKind::utf8 && kind <= ArrowKind::utf8_view;
}

bool is_list(ArrowKind kind) {
    return kind == ArrowKind::list || kind == ArrowKind::large_list;
}
bool is_readable(ArrowKind kind) {
    return kind < ArrowKind::half_float;
}

ArrowField read_arrow_schema(const ArrowSchema& schema, std::string_view table) {
    ArrowField field = SchemaCheck(table).read(schema, 0);
    if (field.kind != ArrowKind::structure) throw arrow_error(table, field.name, texts::roster_arrow_not_a_table);
    return field;
}

}  // namespace cadre
