#include "roster/arrow_text.hpp"
#include "roster/fixed_column.hpp"
#include "roster/wide_decimal.hpp"

namespace cadre {

namespace {

/// Calls `visit` with every cell that is there.
template <class Visit>
void each_decimal(const ArrowColumn& column, const FixedColumn& cells, Visit&& visit) {
    std::size_t row = 0;
    for (const ArrowSegment& segment : column.segments) {
        for (std::int64_t at = 0; at < segment.length; ++at, ++row) {
            if (!cells.is_valid(row)) continue;
            const auto digits = load_at<WideInteger>(segment.array->buffers[1], segment.start + at);
            visit(row, WideDecimal{digits, column.field->decimal_scale});
        }
    }
}

/// Calls `take` with the cells that are whole numbers; the others are refused.
template <class Take>
void each_integer(ColumnTask& task, FixedColumn& cells, Take&& take) {
    each_decimal(task.column, cells, [&](std::size_t row, const WideDecimal& number) {
        const auto whole = integer_of(number);
        if (!whole || !take(row, *whole)) cells.refuse(row, shown_number(number));
    });
}

}  // namespace

Column read_wide_decimals(ColumnTask& task) {
    FixedColumn cells(task);
    std::vector<double> values(cells.size());
    each_decimal(task.column, cells,
                 [&](std::size_t row, const WideDecimal& number) { values[row] = decimal_of(number); });
    return cells.finish(Storage::float64, std::move(values));
}

Column read_wide_decimals_as_integers(ColumnTask& task) {
    FixedColumn cells(task);
    std::vector<std::int64_t> values(cells.size());
    each_integer(task, cells, [&](std::size_t row, std::int64_t whole) {
        values[row] = whole;
        return true;
    });
    return cells.finish(Storage::int64, std::move(values));
}

Column read_wide_decimals_as_keys(ColumnTask& task) {
    FixedColumn cells(task);
    std::vector<std::int32_t> texts(cells.size());
    each_integer(task, cells, [&](std::size_t row, std::int64_t whole) {
        texts[row] = task.texts.intern(shown_number(whole));
        return true;
    });
    return cells.finish(Storage::int32, std::move(texts));
}

Column read_wide_decimals_as_booleans(ColumnTask& task) {
    FixedColumn cells(task);
    Bitmap truths(cells.size());
    each_integer(task, cells, [&](std::size_t row, std::int64_t whole) {
        if (whole == 1) truths.set(row);
        return whole == 0 || whole == 1;
    });
    return cells.finish(std::move(truths));
}

}  // namespace cadre
