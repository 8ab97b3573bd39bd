#include "roster/cell_tally.hpp"
#include "roster/column_make.hpp"
#include "roster/column_reader.hpp"
#include "roster/suspected_encoding.hpp"
#include "roster/text_ids.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace cadre {

namespace {

using Entries = std::vector<TextEntry>;
using Ids = std::vector<std::int32_t>;

template <class Property>
Bitmap spread(const Entries& entries, const Ids& ids, Property property) {
    Bitmap bits(ids.size());
    std::vector<std::uint8_t> has(entries.size());
    std::transform(entries.begin(), entries.end(), has.begin(),
                   [&](const TextEntry& entry) { return static_cast<std::uint8_t>(property(entry)); });
    for (std::size_t start = 0; start < ids.size(); start += 64) {
        const std::size_t end = std::min(ids.size(), start + 64);
        std::uint64_t word = 0;
        for (std::size_t row = start; row < end; ++row) {
            word |= std::uint64_t{has[static_cast<std::size_t>(ids[row])]} << (row - start);
        }
        bits.words()[start / 64] = word;
    }
    return bits;
}

/// Entries that no cell uses (the null cell of a column without nulls) decide nothing.
template <class Property>
bool holds_for_some(const Entries& entries, Property property) {
    return std::any_of(entries.begin(), entries.end(),
                       [&](const TextEntry& entry) { return entry.count > 0 && property(entry); });
}

bool is_missing(const TextEntry& entry) {
    return entry.reading.cell.state == Cell::State::missing;
}
bool is_present(const TextEntry& entry) {
    return !is_missing(entry);
}
bool is_none(const TextEntry& entry) {
    return entry.reading.cell.state == Cell::State::none;
}
bool is_true(const TextEntry& entry) {
    return entry.reading.cell.number != 0;
}
bool is_partial(const TextEntry& entry) {
    return entry.reading.cell.is_partial();
}
bool is_strange(const TextEntry& entry) {
    return entry.reading.outcome == CellOutcome::not_understood || entry.reading.outcome == CellOutcome::partial;
}

CellStates states(const Entries& entries, const Ids& ids) {
    CellStates result{Bitmap(0), std::nullopt, std::nullopt};
    result.present = holds_for_some(entries, is_missing) ? spread(entries, ids, is_present) : Bitmap(ids.size(), true);
    if (holds_for_some(entries, is_none)) result.none = spread(entries, ids, is_none);
    return result;
}

std::vector<DayNumber> spread_last_days(const Entries& entries, const Ids& ids) {
    std::vector<DayNumber> days(ids.size());
    std::transform(ids.begin(), ids.end(), days.begin(),
                   [&](std::int32_t id) { return entries[static_cast<std::size_t>(id)].reading.cell.last_day(); });
    return days;
}

template <class T>
Column spread_numbers(Storage storage, const Entries& entries, const Ids& ids) {
    std::vector<T> numbers(entries.size());
    std::transform(entries.begin(), entries.end(), numbers.begin(), [](const TextEntry& entry) {
        if constexpr (std::is_floating_point_v<T>) {
            return entry.reading.cell.decimal();
        } else {
            return static_cast<T>(entry.reading.cell.number);
        }
    });
    std::vector<T> values(ids.size());
    for (std::size_t row = 0; row < ids.size(); ++row) values[row] = numbers[static_cast<std::size_t>(ids[row])];
    CellStates cells = states(entries, ids);
    if (holds_for_some(entries, is_partial)) cells.upper = spread_last_days(entries, ids);
    return make_column(storage, std::move(values), std::move(cells));
}

Column spread_cells(TypeKind kind, const Entries& entries, const Ids& ids) {
    switch (kind) {
        case TypeKind::boolean: return make_bits(spread(entries, ids, is_true), states(entries, ids));
        case TypeKind::level: return spread_numbers<std::uint8_t>(Storage::uint8, entries, ids);
        case TypeKind::decimal: return spread_numbers<double>(Storage::float64, entries, ids);
        case TypeKind::integer:
        case TypeKind::months:
        case TypeKind::days: return spread_numbers<std::int64_t>(Storage::int64, entries, ids);
        default: return spread_numbers<std::int32_t>(Storage::int32, entries, ids);
    }
}

void report_rows(const Entries& entries, const Ids& ids, CellTally& tally) {
    if (!holds_for_some(entries, is_strange)) return;
    const Bitmap strange = spread(entries, ids, is_strange);
    for (std::size_t row = 0; row < ids.size(); ++row) {
        if (strange.get(row)) tally.row(static_cast<std::int64_t>(row));
    }
}

Column column_of(ColumnTask& task, const Entries& entries, const Ids& ids) {
    CellTally tally(task.attribute, task.report);
    tally.entries(entries, task.mapping.encoding);
    if (task.mapping.encoding == TextEncoding::unicode) task.report.suspected_encoding = suspected_encoding(entries);
    report_rows(entries, ids, tally);
    tally.finish();
    return spread_cells(task.attribute.type.kind, entries, ids);
}

}  // namespace

Column read_texts(ColumnTask& task) {
    TextMeaning meaning(task.schema, task.attribute, task.mapping, task.texts);
    TextCache cache(meaning);
    text_entries(task.column, cache, task.scratch);
    return column_of(task, cache.entries(), task.scratch);
}

Column read_nulls(ColumnTask& task) {
    TextMeaning meaning(task.schema, task.attribute, task.mapping, task.texts);
    TextCache cache(meaning);
    cache.entries().front().count = task.column.rows;
    task.scratch.assign(static_cast<std::size_t>(task.column.rows), 0);
    return column_of(task, cache.entries(), task.scratch);
}

}  // namespace cadre
