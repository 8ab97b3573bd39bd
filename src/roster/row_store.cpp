#include "roster/row_store.hpp"

#include <algorithm>

namespace cadre {

namespace {

CellStates states_of(const std::vector<Cell>& cells) {
    CellStates states{Bitmap(cells.size()), Bitmap(cells.size()), Bitmap(cells.size())};
    for (std::size_t row = 0; row < cells.size(); ++row) {
        if (cells[row].state == Cell::State::missing) continue;
        states.present.set(row);
        if (cells[row].state == Cell::State::none) states.none->set(row);
        if (cells[row].state == Cell::State::open) states.open->set(row);
    }
    return states;
}

std::optional<std::vector<DayNumber>> last_days(const std::vector<Cell>& cells) {
    if (std::none_of(cells.begin(), cells.end(), [](const Cell& cell) { return cell.is_partial(); })) return {};
    std::vector<DayNumber> days(cells.size());
    std::transform(cells.begin(), cells.end(), days.begin(), [](const Cell& cell) { return cell.last_day(); });
    return days;
}

Column dates(const std::vector<Cell>& cells) {
    std::vector<DayNumber> days(cells.size());
    std::transform(cells.begin(), cells.end(), days.begin(),
                   [](const Cell& cell) { return static_cast<DayNumber>(cell.number); });
    CellStates states = states_of(cells);
    states.upper = last_days(cells);
    return make_column(Storage::int32, std::move(days), std::move(states));
}

template <class T>
Column numbers(Storage storage, const std::vector<Cell>& cells) {
    std::vector<T> values(cells.size());
    std::transform(cells.begin(), cells.end(), values.begin(), [](Cell cell) { return static_cast<T>(cell.number); });
    return make_column(storage, std::move(values), states_of(cells));
}

Column decimals(const std::vector<Cell>& cells) {
    std::vector<double> values(cells.size());
    std::transform(cells.begin(), cells.end(), values.begin(), [](Cell cell) { return cell.decimal(); });
    return make_column(Storage::float64, std::move(values), states_of(cells));
}

Column truths(const std::vector<Cell>& cells) {
    Bitmap values(cells.size());
    for (std::size_t row = 0; row < cells.size(); ++row) {
        if (cells[row].number != 0) values.set(row);
    }
    return make_bits(std::move(values), states_of(cells));
}

Column lists(const std::vector<Cell>& cells) {
    std::vector<std::int64_t> offsets{0};
    for (const Cell& cell : cells) {
        offsets.push_back(cell.state == Cell::State::missing ? offsets.back() : cell.number);
    }
    return make_column(Storage::list, std::move(offsets), states_of(cells));
}

Column to_column(const Attribute& attribute, const std::vector<Cell>& cells) {
    const bool absent =
        std::all_of(cells.begin(), cells.end(), [](const Cell& cell) { return cell.state == Cell::State::missing; });
    if (absent) return make_absent(cells.size());
    switch (attribute.type.kind) {
        case TypeKind::boolean: return truths(cells);
        case TypeKind::decimal: return decimals(cells);
        case TypeKind::level: return numbers<std::uint8_t>(Storage::uint8, cells);
        case TypeKind::list: return lists(cells);
        case TypeKind::date: return dates(cells);
        case TypeKind::integer:
        case TypeKind::months:
        case TypeKind::days: return numbers<std::int64_t>(Storage::int64, cells);
        default: return numbers<std::int32_t>(Storage::int32, cells);
    }
}

}  // namespace

void RowStore::add_row() {
    for (auto& column : columns_) column.emplace_back();
    ++rows_;
}

void RowStore::truncate(std::size_t rows) {
    for (auto& column : columns_) {
        if (column.size() > rows) column.resize(rows);
    }
    rows_ = std::min(rows_, rows);
}

RosterTable RowStore::to_columns(const Table& table) const {
    RosterTable draft{rows_, {}};
    for (std::size_t at = 0; at < columns_.size(); ++at) {
        draft.columns.push_back(to_column(table.attributes[at], columns_[at]));
    }
    return draft;
}

}  // namespace cadre
