#include "roster/roster_assembly.hpp"

#include "roster/roster_texts.hpp"

#include <algorithm>

namespace cadre {

RosterTable absent_table(const Table& table, std::size_t rows) {
    return {rows, std::vector<Column>(table.attributes.size(), make_absent(rows))};
}

RosterAssembly::RosterAssembly(std::shared_ptr<const Schema> schema)
    : schema_(std::move(schema)), drafts_(schema_->tables().size()) {}

RosterAssembly::RosterAssembly(std::shared_ptr<const Schema> schema, const TextPool& texts)
    : schema_(std::move(schema)), texts_(texts), drafts_(schema_->tables().size()) {}

void RosterAssembly::add_child_tables() {
    for (std::size_t at = 0; at < drafts_.size(); ++at) add_child_table(static_cast<int>(at));
}

/// Whether the table is there: it was given, or its parent is there.
bool RosterAssembly::add_child_table(int index) {
    const Table& table = schema_->table(index);
    if (!draft(index) && table.parent >= 0 && add_child_table(table.parent)) draft(index) = absent_table(table, 0);
    return draft(index).has_value();
}

Roster RosterAssembly::finish(ImportReport report, std::optional<DayNumber> snapshot) {
    add_child_tables();
    Roster roster;
    for (auto& draft : drafts_) {
        roster.tables_.push_back(draft ? std::make_shared<const RosterTable>(std::move(*draft)) : nullptr);
    }
    roster.schema_ = std::move(schema_);
    roster.texts_ = std::make_shared<const Roster::Texts>(Roster::Texts{std::move(texts_)});
    roster.report_ = std::make_shared<const ImportReport>(std::move(report));
    roster.snapshot_ = snapshot;
    return roster;
}

Roster RosterAssembly::with_columns(const Roster& roster, int table,
                                    const std::vector<std::pair<int, Column>>& columns) {
    RosterTable rows = *roster.tables_[static_cast<std::size_t>(table)];
    for (const auto& [attribute, column] : columns) rows.columns[static_cast<std::size_t>(attribute)] = column;
    return with_table(roster, table, std::move(rows));
}

Roster RosterAssembly::with_table(const Roster& roster, int table, RosterTable rows) {
    Roster revised = roster;
    revised.tables_[static_cast<std::size_t>(table)] = std::make_shared<const RosterTable>(std::move(rows));
    return revised;
}

Roster RosterAssembly::with_texts(const Roster& roster, const std::vector<std::string>& texts) {
    const bool knows_all =
        std::all_of(texts.begin(), texts.end(), [&](const std::string& text) { return roster.find_text(text); });
    if (knows_all) return roster;
    Roster revised = roster;
    TextPool pool = roster.texts_->pool;
    for (const std::string& text : texts) pool.intern(text);
    revised.texts_ = std::make_shared<const Roster::Texts>(Roster::Texts{std::move(pool)});
    return revised;
}

}  // namespace cadre
