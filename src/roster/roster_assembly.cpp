#include "roster/roster_assembly.hpp"

#include "roster/roster_texts.hpp"

namespace cadre {

RosterTable absent_table(const Table& table, std::size_t rows) {
    return {rows, std::vector<Column>(table.attributes.size(), make_absent(rows))};
}

RosterAssembly::RosterAssembly(std::shared_ptr<const Schema> schema)
    : schema_(std::move(schema)), drafts_(schema_->tables().size()) {}

RosterAssembly::RosterAssembly(std::shared_ptr<const Schema> schema, const TextPool& texts)
    : schema_(std::move(schema)), texts_(texts), drafts_(schema_->tables().size()) {}

void RosterAssembly::add_child_tables() {
    for (std::size_t at = 0; at < drafts_.size(); ++at) {
        const Table& table = schema_->table(static_cast<int>(at));
        if (!drafts_[at] && table.parent >= 0 && draft(table.parent)) drafts_[at] = absent_table(table, 0);
    }
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

}  // namespace cadre
