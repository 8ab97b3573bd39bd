#include <cadre/roster/roster_builder.hpp>

#include "roster/roster_assembly.hpp"
#include "roster/row_store.hpp"
#include "roster/value_reader.hpp"

#include <cadre/messages/texts/roster.hpp>
#include <cadre/messages/texts/schema.hpp>

#include <algorithm>
#include <limits>

namespace cadre {

struct RosterBuilder::State {
    explicit State(std::shared_ptr<const Schema> shared)
        : schema(std::move(shared)), reader(*schema, texts), given(schema->tables().size(), false) {
        for (const Table& table : schema->tables()) stores.emplace_back(table);
    }

    RowStore& store(int table) { return stores[static_cast<std::size_t>(table)]; }
    int top_level(std::string_view id) const;
    void add_row(int table, const Record& record);
    Cell add_members(int list_table, const CellPlace& place, const Attribute& attribute, const Value& value);
    void roll_back(const std::vector<std::size_t>& sizes) noexcept;

    std::shared_ptr<const Schema> schema;
    TextPool texts;
    ValueReader reader;
    std::vector<RowStore> stores;
    std::vector<bool> given;
    std::optional<DayNumber> snapshot;
};

namespace {

std::vector<std::string> attribute_names(const Table& table) {
    std::vector<std::string> names;
    for (const Attribute& attribute : table.attributes) names.push_back(attribute.id);
    return names;
}

Error duplicate_key(const Table& table, const KeyIndex& keys) {
    const std::string& attribute = table.attributes[static_cast<std::size_t>(keys.attribute)].id;
    return {ErrorCode::invalid_argument,
            Message{texts::roster_duplicate_key, {table.id, keys.repeats.front(), attribute}}};
}

AttributeReport reference_report(const Schema& schema, const TableDrafts& drafts, int table, int attribute) {
    const RosterTable& draft = *drafts[static_cast<std::size_t>(table)];
    const Column& column = draft.columns[static_cast<std::size_t>(attribute)];
    AttributeReport report;
    report.table = schema.table(table).id;
    report.attribute = schema.attribute(table, attribute).id;
    for (std::size_t row = 0; row < draft.rows; ++row) ++(column.is_present(row) ? report.read : report.blank);
    return report;
}

/// Dangling references were made missing before this counts.
ImportReport report_of(const Schema& schema, const TableDrafts& drafts,
                       const std::vector<DanglingReferences>& dangling) {
    ImportReport report;
    for (const DanglingReferences& found : dangling) {
        AttributeReport attribute = reference_report(schema, drafts, found.table, found.attribute);
        attribute.blank -= found.count;
        attribute.dangling = found.count;
        attribute.rows = found.rows;
        report.attributes.push_back(std::move(attribute));
    }
    return report;
}

}  // namespace

int RosterBuilder::State::top_level(std::string_view id) const {
    const auto table = schema->find_table(id);
    if (table && schema->table(*table).parent < 0) return *table;
    std::vector<std::string> known;
    for (const Table& candidate : schema->tables()) {
        if (candidate.parent < 0) known.push_back(candidate.id);
    }
    throw unknown_name(texts::unknown_table, id, "", known);
}

void RosterBuilder::State::add_row(int index, const Record& record) {
    const Table& table = schema->table(index);
    const std::size_t row = store(index).rows();
    if (row >= static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()) - 1) {
        throw Error(ErrorCode::limit_exceeded, Message{texts::roster_too_many_rows, {table.id}});
    }
    store(index).add_row();
    std::vector<bool> named(table.attributes.size(), false);
    for (const auto& [name, value] : record) {
        const auto at = table.find(name);
        if (!at) throw unknown_name(texts::roster_unknown_attribute, name, table.id, attribute_names(table));
        const Attribute& attribute = table.attributes[static_cast<std::size_t>(*at)];
        const CellPlace place{table.id, row, attribute.id};
        if (named[static_cast<std::size_t>(*at)]) throw cell_error(place, texts::roster_attribute_twice);
        named[static_cast<std::size_t>(*at)] = true;
        const bool is_list = attribute.type.kind == TypeKind::list;
        const Cell cell = is_list ? add_members(attribute.child_table, place, attribute, value)
                                  : reader.read(place, attribute, value);
        store(index).set(static_cast<std::size_t>(*at), cell);
    }
}

Cell RosterBuilder::State::add_members(int list_table, const CellPlace& place, const Attribute& attribute,
                                       const Value& value) {
    if (std::holds_alternative<Missing>(value)) return {};
    const auto* list = std::get_if<ListValue>(&value);
    if (list == nullptr) throw wrong_kind(place, attribute, value);
    for (const Record& member : list->records) add_row(list_table, member);
    return Cell::of_list(static_cast<std::int64_t>(store(list_table).rows()), list->open);
}

void RosterBuilder::State::roll_back(const std::vector<std::size_t>& sizes) noexcept {
    for (std::size_t at = 0; at < stores.size(); ++at) stores[at].truncate(sizes[at]);
}

RosterBuilder::RosterBuilder(std::shared_ptr<const Schema> schema)
    : state_(std::make_unique<State>(std::move(schema))) {}
RosterBuilder::~RosterBuilder() = default;

std::size_t RosterBuilder::add(std::string_view table, const Record& record) {
    const int index = state_->top_level(table);
    std::vector<std::size_t> sizes;
    for (const RowStore& store : state_->stores) sizes.push_back(store.rows());
    try {
        state_->add_row(index, record);
    } catch (...) {
        state_->roll_back(sizes);
        throw;
    }
    state_->given[static_cast<std::size_t>(index)] = true;
    return sizes[static_cast<std::size_t>(index)];
}

void RosterBuilder::add_table(std::string_view table) {
    state_->given[static_cast<std::size_t>(state_->top_level(table))] = true;
}

void RosterBuilder::set_snapshot(DayNumber day) {
    state_->snapshot = day;
}

Roster RosterBuilder::build() const {
    const Schema& schema = *state_->schema;
    RosterAssembly assembly(state_->schema, state_->texts);
    for (std::size_t at = 0; at < state_->stores.size(); ++at) {
        const auto table = static_cast<int>(at);
        const auto top = static_cast<std::size_t>(schema.top_table(table));
        if (state_->given[top]) assembly.drafts()[at] = state_->stores[at].to_columns(schema.table(table));
    }
    const auto keys = index_keys(schema, assembly.drafts(), assembly.texts().size());
    for (std::size_t at = 0; at < keys.size(); ++at) {
        const Table& table = schema.table(static_cast<int>(at));
        if (table.parent < 0 && keys[at].duplicated > 0) throw duplicate_key(table, keys[at]);
    }
    const auto dangling = assembly.resolve(keys);
    ImportReport report = report_of(schema, assembly.drafts(), dangling);
    assembly.follow_units(report.findings);
    assembly.order();
    return assembly.finish(std::move(report), state_->snapshot);
}

}  // namespace cadre
