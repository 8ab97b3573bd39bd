#include "roster/roster_column.hpp"

namespace cadre {

RosterColumn::RosterColumn(const Roster& roster, std::string_view table, std::string_view attribute) {
    const auto at = roster.schema().find_table(table);
    const RosterTable* rows = at ? roster.table(*at) : nullptr;
    const auto index = at ? roster.schema().table(*at).find(attribute) : std::nullopt;
    if (rows == nullptr || !index) return;
    column_ = &rows->columns[static_cast<std::size_t>(*index)];
}

std::optional<std::int64_t> RosterColumn::value(std::size_t row) const {
    if (column_ == nullptr || !column_->is_present(row) || column_->is_none(row) || column_->is_partial(row)) {
        return std::nullopt;
    }
    return column_->integer(row);
}

std::pair<std::size_t, std::size_t> RosterColumn::members(std::size_t row) const {
    if (column_ == nullptr || !column_->is_present(row)) return {0, 0};
    const std::int64_t* offsets = column_->offsets();
    return {static_cast<std::size_t>(offsets[row]), static_cast<std::size_t>(offsets[row + 1])};
}

}  // namespace cadre
