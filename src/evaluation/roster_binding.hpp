#pragma once

#include "evaluation/snapshot_facts.hpp"

#include <cadre/roster/roster.hpp>
#include <cadre/schema/schema.hpp>

#include <cstdint>
#include <vector>

namespace cadre {

/// A roster seen through the schema of a program: tables and attributes are matched by name, so that a
/// pack may add attributes that the roster does not have (they are missing) and the reverse.
class RosterBinding {
public:
    /// Throws `Error` (invalid_argument) when an attribute has another type or scale in the roster.
    /// With `hide_snapshot_facts`, attributes without a date of their own are as if they were not given.
    RosterBinding(const Schema& schema, const Roster& roster, bool hide_snapshot_facts = false);

    const Schema& schema() const { return *schema_; }
    const Roster& roster() const { return *roster_; }

    /// The table by index in the program's schema, or null when it was not given.
    const RosterTable* table(int table) const { return tables_[static_cast<std::size_t>(table)]; }
    /// The column by indices in the program's schema, or null when it was not given.
    const Column* column(int table, int attribute) const {
        return columns_[static_cast<std::size_t>(table)][static_cast<std::size_t>(attribute)];
    }
    /// Whether the attribute is hidden because it is a fact of the roster's snapshot date.
    bool hides(int table, int attribute) const {
        return hide_snapshot_facts_ && is_snapshot_fact(schema_->table(table), schema_->attribute(table, attribute));
    }
    std::size_t rows(int table) const { return this->table(table) == nullptr ? 0 : this->table(table)->rows; }
    /// Ranks by code position.
    const std::vector<std::int64_t>& ranks(int scale) const { return ranks_[static_cast<std::size_t>(scale)]; }

private:
    void bind_table(int table);

    const Schema* schema_;
    const Roster* roster_;
    bool hide_snapshot_facts_;
    std::vector<const RosterTable*> tables_;
    std::vector<std::vector<const Column*>> columns_;
    std::vector<std::vector<std::int64_t>> ranks_;
};

}  // namespace cadre
