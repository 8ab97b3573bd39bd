#include "rotation/check/missing_cells.hpp"

#include "roster/roster_column.hpp"

#include <cadre/rotation/plan_check.hpp>

namespace cadre {

void MissingCells::add(std::string_view table, std::size_t row, std::string_view attribute) {
    if (is_full()) return;
    const Schema& schema = roster_.schema();
    const auto at = schema.find_table(table);
    const auto index = at ? schema.table(*at).find(attribute) : std::nullopt;
    if (index && !schema.attribute(*at, *index).sensitive) cells_.emplace(*at, row, *index);
}

bool MissingCells::is_full() const {
    return cells_.size() >= most_cells_of_finding;
}

std::vector<MissingField> MissingCells::fields() const {
    std::vector<MissingField> fields;
    for (const auto& [table, row, index] : cells_) {
        const Attribute& attribute = roster_.schema().attribute(table, index);
        const std::string& name = roster_.schema().table(table).id;
        const Column* column = RosterColumn(roster_, name, attribute.id).column();
        const bool is_partial =
            column != nullptr && row < roster_.size(name) && column->is_present(row) && column->is_partial(row);
        fields.push_back({name, static_cast<std::int64_t>(row), attribute.id, attribute.meaning, is_partial});
    }
    return fields;
}

}  // namespace cadre
