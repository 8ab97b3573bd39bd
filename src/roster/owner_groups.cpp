#include "roster/owner_groups.hpp"

#include "roster/take_rows.hpp"

#include <algorithm>

namespace cadre {

namespace {

/// The parent's row of every member; -1 for those without.
std::vector<std::int32_t> parent_rows(const KeyIndex& keys, const Column& owners, DanglingReferences& dangling) {
    std::vector<std::int32_t> parents(owners.size, -1);
    for (std::size_t row = 0; row < owners.size; ++row) {
        if (!owners.is_present(row)) continue;
        parents[row] = keys.find(owners.integer(row));
        if (parents[row] >= 0) continue;
        ++dangling.count;
        if (dangling.rows.size() < reported_rows) dangling.rows.push_back(static_cast<std::int64_t>(row));
    }
    return parents;
}

std::vector<std::int64_t> list_offsets(const std::vector<std::int32_t>& parents, std::size_t parent_count) {
    std::vector<std::int64_t> offsets(parent_count + 1, 0);
    for (const std::int32_t parent : parents) {
        if (parent >= 0) ++offsets[static_cast<std::size_t>(parent) + 1];
    }
    for (std::size_t row = 0; row < parent_count; ++row) offsets[row + 1] += offsets[row];
    return offsets;
}

RowOrder grouped(const std::vector<std::int32_t>& parents, std::vector<std::int64_t> next) {
    RowOrder order(static_cast<std::size_t>(next.back()));
    for (std::size_t row = 0; row < parents.size(); ++row) {
        if (parents[row] < 0) continue;
        std::int64_t& at = next[static_cast<std::size_t>(parents[row])];
        order[static_cast<std::size_t>(at++)] = static_cast<std::int64_t>(row);
    }
    return order;
}

bool is_identity(const RowOrder& order, std::size_t rows) {
    return order.size() == rows && std::is_sorted(order.begin(), order.end());
}

}  // namespace

DanglingReferences group_by_owner(const Schema& schema, TableDrafts& drafts, const KeyIndex& parent_keys,
                                  const OwnedRows& rows) {
    DanglingReferences dangling{rows.table, -1, 0, {}};
    RosterTable& parent = *drafts[static_cast<std::size_t>(schema.table(rows.table).parent)];
    const auto parents = parent_rows(parent_keys, rows.owners, dangling);
    auto offsets = list_offsets(parents, parent.rows);
    const RowOrder order = grouped(parents, offsets);
    if (!is_identity(order, rows.owners.size)) take_rows(schema, drafts, rows.table, order);

    CellStates states{Bitmap(parent.rows, true), std::nullopt, std::nullopt};
    if (rows.open) states.open.emplace(parent.rows, true);
    const auto& attributes = schema.table(schema.table(rows.table).parent).attributes;
    for (std::size_t at = 0; at < attributes.size(); ++at) {
        if (attributes[at].child_table != rows.table) continue;
        parent.columns[at] = make_column(Storage::list, std::move(offsets), std::move(states));
        break;
    }
    return dangling;
}

}  // namespace cadre
