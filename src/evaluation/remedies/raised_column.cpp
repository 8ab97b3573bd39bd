#include "evaluation/remedies/raised_column.hpp"

#include "roster/column_make.hpp"

#include <string>
#include <utility>

namespace cadre {
namespace {

/// Tells of each cell whether it leaves room for a value.
template <class LeavesRoom>
void find_room(const Column* column, std::size_t rows, RaisedColumn& raised, LeavesRoom leaves_room) {
    raised.raised.assign((rows + 63) / 64, 0);
    raised.missing.assign((rows + 63) / 64, 0);
    for (std::size_t row = 0; row < rows; ++row) {
        const std::uint64_t bit = std::uint64_t{1} << (row % 64);
        if (column == nullptr || !column->is_present(row)) {
            raised.missing[row / 64] |= bit;
        } else if (column->is_none(row) || leaves_room(row)) {
            raised.raised[row / 64] |= bit;
        }
    }
}

bool has_room(const RaisedColumn& raised, std::size_t row) {
    return Column::bit(raised.raised.data(), row) || Column::bit(raised.missing.data(), row);
}

/// The cells with `value` where there is room; none is missing then, for a missing cell leaves room.
template <class T>
Column filled(Storage storage, const Column* column, std::size_t rows, const RaisedColumn& raised, T value) {
    std::vector<T> values(rows, value);
    for (std::size_t row = 0; row < rows; ++row) {
        if (has_room(raised, row)) continue;
        if constexpr (std::is_floating_point_v<T>) {
            values[row] = column->decimal(row);
        } else {
            values[row] = static_cast<T>(column->integer(row));
        }
    }
    return make_column(storage, std::move(values), CellStates{Bitmap(rows, true), std::nullopt, std::nullopt});
}

template <class T>
RaisedColumn raise(Storage storage, const Column* column, std::size_t rows, T value, bool ordered) {
    RaisedColumn raised;
    find_room(column, rows, raised, [&](std::size_t row) {
        const T present =
            std::is_floating_point_v<T> ? static_cast<T>(column->decimal(row)) : static_cast<T>(column->integer(row));
        return ordered ? present < value : present != value;
    });
    raised.column = filled<T>(storage, column, rows, raised, value);
    return raised;
}

RaisedColumn raise_levels(const Scale& scale, const Column* column, std::size_t rows, const std::string& code) {
    const auto position = static_cast<std::size_t>(*scale.find(code));
    RaisedColumn raised;
    find_room(column, rows, raised, [&](std::size_t row) {
        return scale.codes[static_cast<std::size_t>(column->integer(row))].rank < scale.codes[position].rank;
    });
    raised.column = filled<std::uint8_t>(Storage::uint8, column, rows, raised, static_cast<std::uint8_t>(position));
    return raised;
}

RaisedColumn raise_truths(const Column* column, std::size_t rows) {
    RaisedColumn raised;
    find_room(column, rows, raised, [&](std::size_t row) { return column->integer(row) == 0; });
    raised.column = make_bits(Bitmap(rows, true), CellStates{Bitmap(rows, true), std::nullopt, std::nullopt});
    return raised;
}

}  // namespace

RaisedColumn raised_column(const Schema& schema, const Attribute& attribute, const Column* column, std::size_t rows,
                           const RaisedValue& value, const Roster& roster) {
    switch (attribute.type.kind) {
        case TypeKind::boolean: return raise_truths(column, rows);
        case TypeKind::level:
            return raise_levels(schema.scale(attribute.type.domain), column, rows,
                                std::get<std::string>(value.written));
        case TypeKind::text:
            return raise<std::int32_t>(Storage::int32, column, rows,
                                       *roster.find_text(std::get<std::string>(value.written)), false);
        case TypeKind::decimal:
            return raise<double>(Storage::float64, column, rows, std::get<PossibleDecimal>(value.value).lo, true);
        default:
            return raise<std::int64_t>(Storage::int64, column, rows, std::get<PossibleInteger>(value.value).lo, true);
    }
}

}  // namespace cadre
