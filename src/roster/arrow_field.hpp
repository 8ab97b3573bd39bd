#pragma once

#include <cadre/roster/arrow_abi.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// What a column's format string says, as far as the import reads it.
enum class ArrowKind : std::uint8_t {
    null,
    boolean,
    int8,
    uint8,
    int16,
    uint16,
    int32,
    uint32,
    int64,
    uint64,
    float32,
    float64,
    utf8,
    large_utf8,
    utf8_view,
    date_days,
    date_milliseconds,
    timestamp,
    list,
    large_list,
    structure,
    decimal128,
    half_float,     ///< this and those after it: known to Arrow, not read
    other_decimal,  ///< of another width
    binary,
    time_of_day,
    duration,
    interval,
    fixed_size_list,
    list_view,
    map,
    run_end_encoded,
    sum,  ///< Arrow calls it a union
};

bool is_integer(ArrowKind kind);
bool is_text(ArrowKind kind);
bool is_list(ArrowKind kind);
/// Whether columns of this kind can feed an attribute.
bool is_readable(ArrowKind kind);

/// The schema of one column, checked and owned: child columns, dictionary, names.
struct ArrowField {
    std::string name;
    ArrowKind kind = ArrowKind::null;
    std::string format;
    std::int64_t ticks_per_day = 0;  ///< of date_milliseconds and timestamp
    std::string time_zone;           ///< of timestamp
    int decimal_scale = 0;           ///< of decimal128: digits after the point; negative: zeros before it
    std::vector<ArrowField> children;
    std::unique_ptr<ArrowField> dictionary;  ///< `kind` is then that of the indices

    /// The kind of the values: that of the dictionary where there is one.
    ArrowKind value_kind() const { return dictionary ? dictionary->kind : kind; }
};

/// Checks a schema wholly and copies what is needed. Throws `Error` (invalid_arrow).
ArrowField read_arrow_schema(const ArrowSchema& schema, std::string_view table);

}  // namespace cadre
