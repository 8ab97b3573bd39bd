#pragma once

#include "roster/table_drafts.hpp"

#include <cstdint>
#include <vector>

namespace cadre {

/// At most so many rows are named for one attribute in an import report.
inline constexpr std::size_t reported_rows = 100;

/// Where the key of each row of a table stands; of equal keys the first counts.
struct KeyIndex {
    int attribute = -1;              ///< of the key; -1: the table has none
    bool given = false;              ///< whether the key column was given
    std::vector<std::int32_t> rows;  ///< by text id; -1: no such key
    std::int64_t duplicated = 0;
    std::vector<std::int64_t> repeats;  ///< first rows whose key occurred before

    std::int32_t find(std::int64_t text) const {
        const auto at = static_cast<std::size_t>(text);
        return at < rows.size() ? rows[at] : -1;
    }
};

KeyIndex index_keys(const Table& table, const RosterTable* draft, std::int32_t text_count);

/// The index of every table, by schema index; empty ones for tables without a draft.
std::vector<KeyIndex> index_keys(const Schema& schema, const TableDrafts& drafts, std::int32_t text_count);

/// References of one attribute that name no row.
struct DanglingReferences {
    int table = -1;
    int attribute = -1;
    std::int64_t count = 0;
    std::vector<std::int64_t> rows;
};

/// Turns the keys of every reference column into rows of its target; a dangling one becomes missing.
std::vector<DanglingReferences> resolve_references(const Schema& schema, const std::vector<KeyIndex>& keys,
                                                   TableDrafts& drafts);

}  // namespace cadre
