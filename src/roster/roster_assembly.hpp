#pragma once

#include "roster/continue_spells.hpp"
#include "roster/key_index.hpp"
#include "roster/list_order.hpp"
#include "roster/table_drafts.hpp"
#include "roster/text_pool.hpp"
#include "roster/unit_findings.hpp"

#include <cadre/roster/roster.hpp>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cadre {

/// Collects finished columns and texts, and makes a roster of them.
class RosterAssembly {
public:
    explicit RosterAssembly(std::shared_ptr<const Schema> schema);
    RosterAssembly(std::shared_ptr<const Schema> schema, const TextPool& texts);

    const Schema& schema() const { return *schema_; }
    TextPool& texts() { return texts_; }
    TableDrafts& drafts() { return drafts_; }
    std::optional<RosterTable>& draft(int table) { return drafts_[static_cast<std::size_t>(table)]; }

    std::vector<DanglingReferences> resolve(const std::vector<KeyIndex>& keys) {
        return resolve_references(*schema_, keys, drafts_);
    }
    /// Follows units through time; on resolved references, before `order`.
    void follow_units(std::vector<Finding>& findings) {
        continue_spells(*schema_, texts_, drafts_, findings);
        find_unit_conflicts(*schema_, texts_, drafts_, findings);
    }
    void order() { order_lists(*schema_, texts_, drafts_); }

    Roster finish(ImportReport report, std::optional<DayNumber> snapshot);

    /// A roster with other columns in place of some of a given table's, by attribute; the rest is shared.
    static Roster with_columns(const Roster& roster, int table, const std::vector<std::pair<int, Column>>& columns);
    /// A roster with other rows in a given table; the rest is shared.
    static Roster with_table(const Roster& roster, int table, RosterTable rows);
    /// A roster that knows these texts, too; the same roster when it knows them all. Ids of its texts stay as they are.
    static Roster with_texts(const Roster& roster, const std::vector<std::string>& texts);

private:
    void add_child_tables();
    bool add_child_table(int table);

    std::shared_ptr<const Schema> schema_;
    TextPool texts_;
    TableDrafts drafts_;
};

}  // namespace cadre
