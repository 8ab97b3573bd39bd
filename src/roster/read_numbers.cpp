#include "roster/arrow_text.hpp"
#include "roster/fixed_column.hpp"

#include <cmath>

namespace cadre {

namespace {

Storage storage_of(ArrowKind kind) {
    switch (kind) {
        case ArrowKind::int8: return Storage::int8;
        case ArrowKind::uint8: return Storage::uint8;
        case ArrowKind::int16: return Storage::int16;
        case ArrowKind::uint16: return Storage::uint16;
        case ArrowKind::int32: return Storage::int32;
        case ArrowKind::uint32: return Storage::uint32;
        case ArrowKind::float32: return Storage::float32;
        case ArrowKind::float64: return Storage::float64;
        default: return Storage::int64;
    }
}

template <class Visit>
void with_number(ArrowKind kind, Visit&& visit) {
    if (kind == ArrowKind::float32) {
        visit(float{});
    } else if (kind == ArrowKind::float64) {
        visit(double{});
    } else {
        with_integer(kind, visit);
    }
}

template <class T>
const T* values_of(const FixedWidth& fixed) {
    return static_cast<const T*>(fixed.values);
}

/// The whole number that a cell holds, if it does.
template <class T>
std::optional<std::int64_t> whole_number(T value) {
    if constexpr (std::is_floating_point_v<T>) {
        constexpr double limit = 9223372036854775808.0;
        const auto wide = static_cast<double>(value);
        if (!(wide >= -limit && wide < limit) || std::trunc(wide) != wide) return std::nullopt;
        return static_cast<std::int64_t>(wide);
    } else {
        if (!std::in_range<std::int64_t>(value)) return std::nullopt;
        return static_cast<std::int64_t>(value);
    }
}

}  // namespace

Column read_integers(ColumnTask& task) {
    const ArrowKind kind = task.column.field->kind;
    FixedColumn cells(task);
    FixedWidth fixed;
    with_integer(kind, [&](auto sample) {
        using T = decltype(sample);
        fixed = fixed_width_values(task.column, sizeof(T));
        if constexpr (std::is_same_v<T, std::uint64_t>) {
            cells.refuse_unless(values_of<T>(fixed), [](T value) { return std::in_range<std::int64_t>(value); });
        }
    });
    return cells.finish(storage_of(kind), fixed);
}

Column read_decimals(ColumnTask& task) {
    FixedColumn cells(task);
    FixedWidth fixed;
    with_number(task.column.field->kind, [&](auto sample) {
        using T = decltype(sample);
        fixed = fixed_width_values(task.column, sizeof(T));
        cells.refuse_unless(values_of<T>(fixed), [](T value) { return std::isfinite(static_cast<double>(value)); });
    });
    return cells.finish(storage_of(task.column.field->kind), fixed);
}

Column read_decimals_as_integers(ColumnTask& task) {
    FixedColumn cells(task);
    std::vector<std::int64_t> whole(cells.size());
    with_number(task.column.field->kind, [&](auto sample) {
        using T = decltype(sample);
        const FixedWidth fixed = fixed_width_values(task.column, sizeof(T));
        for (std::size_t row = 0; row < cells.size(); ++row) {
            if (!cells.is_valid(row)) continue;
            const T value = values_of<T>(fixed)[row];
            const auto number = whole_number(value);
            if (number)
                whole[row] = *number;
            else
                cells.refuse(row, shown_number(value));
        }
    });
    return cells.finish(Storage::int64, std::move(whole));
}

Column read_numbers_as_keys(ColumnTask& task) {
    FixedColumn cells(task);
    std::vector<std::int32_t> texts(cells.size());
    with_number(task.column.field->kind, [&](auto sample) {
        using T = decltype(sample);
        const FixedWidth fixed = fixed_width_values(task.column, sizeof(T));
        for (std::size_t row = 0; row < cells.size(); ++row) {
            if (!cells.is_valid(row)) continue;
            const T value = values_of<T>(fixed)[row];
            if constexpr (std::is_integral_v<T>) {
                texts[row] = task.texts.intern(shown_number(value));
            } else if (const auto number = whole_number(value)) {
                texts[row] = task.texts.intern(shown_number(*number));
            } else {
                cells.refuse(row, "");
            }
        }
    });
    return cells.finish(Storage::int32, std::move(texts));
}

Column read_numbers_as_booleans(ColumnTask& task) {
    FixedColumn cells(task);
    Bitmap truths(cells.size());
    with_number(task.column.field->kind, [&](auto sample) {
        using T = decltype(sample);
        const FixedWidth fixed = fixed_width_values(task.column, sizeof(T));
        cells.refuse_unless(values_of<T>(fixed), [](T value) { return value == T{0} || value == T{1}; });
        for (std::size_t row = 0; row < cells.size(); ++row) {
            if (values_of<T>(fixed)[row] == T{1}) truths.set(row);
        }
    });
    return cells.finish(std::move(truths));
}

Column read_booleans(ColumnTask& task) {
    return FixedColumn(task).finish(boolean_values(task.column));
}

}  // namespace cadre
