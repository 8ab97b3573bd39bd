#include "roster/key_index.hpp"

#include <algorithm>

namespace cadre {

KeyIndex index_keys(const Table& table, const RosterTable* draft, std::int32_t text_count) {
    KeyIndex index;
    const auto key = std::find_if(table.attributes.begin(), table.attributes.end(),
                                  [](const Attribute& attribute) { return attribute.key; });
    if (key == table.attributes.end()) return index;
    index.attribute = static_cast<int>(key - table.attributes.begin());
    if (draft == nullptr) return index;
    const Column& column = draft->columns[static_cast<std::size_t>(index.attribute)];
    if (column.storage != Storage::int32) return index;
    index.given = true;
    index.rows.assign(static_cast<std::size_t>(text_count), -1);
    const std::int32_t* texts = column.as<std::int32_t>();
    for (std::size_t row = 0; row < draft->rows; ++row) {
        if (!column.is_present(row)) continue;
        std::int32_t& first = index.rows[static_cast<std::size_t>(texts[row])];
        if (first < 0) {
            first = static_cast<std::int32_t>(row);
        } else {
            ++index.duplicated;
            if (index.repeats.size() < reported_rows) index.repeats.push_back(static_cast<std::int64_t>(row));
        }
    }
    return index;
}

std::vector<KeyIndex> index_keys(const Schema& schema, const TableDrafts& drafts, std::int32_t text_count) {
    std::vector<KeyIndex> keys;
    keys.reserve(drafts.size());
    for (std::size_t table = 0; table < drafts.size(); ++table) {
        const RosterTable* draft = drafts[table] ? &*drafts[table] : nullptr;
        keys.push_back(index_keys(schema.table(static_cast<int>(table)), draft, text_count));
    }
    return keys;
}

namespace {

Column resolve(const Column& keyed, const KeyIndex& target, DanglingReferences& dangling) {
    CellStates states = states_of(keyed);
    std::vector<std::int32_t> rows(keyed.size, 0);
    const std::int32_t* texts = keyed.as<std::int32_t>();
    for (std::size_t row = 0; row < keyed.size; ++row) {
        if (!keyed.is_present(row) || keyed.is_none(row)) continue;
        rows[row] = target.find(texts[row]);
        if (rows[row] >= 0) continue;
        rows[row] = 0;
        states.present.reset(row);
        ++dangling.count;
        if (dangling.rows.size() < reported_rows) dangling.rows.push_back(static_cast<std::int64_t>(row));
    }
    return make_column(Storage::int32, std::move(rows), std::move(states));
}

}  // namespace

std::vector<DanglingReferences> resolve_references(const Schema& schema, const std::vector<KeyIndex>& keys,
                                                   TableDrafts& drafts) {
    std::vector<DanglingReferences> found;
    for (std::size_t table = 0; table < drafts.size(); ++table) {
        if (!drafts[table]) continue;
        std::vector<Column>& columns = drafts[table]->columns;
        for (std::size_t at = 0; at < columns.size(); ++at) {
            const Type& type = schema.attribute(static_cast<int>(table), static_cast<int>(at)).type;
            if (type.kind != TypeKind::reference || columns[at].storage == Storage::absent) continue;
            DanglingReferences dangling{static_cast<int>(table), static_cast<int>(at), 0, {}};
            columns[at] = resolve(columns[at], keys[static_cast<std::size_t>(type.domain)], dangling);
            if (dangling.count > 0) found.push_back(std::move(dangling));
        }
    }
    return found;
}

}  // namespace cadre
