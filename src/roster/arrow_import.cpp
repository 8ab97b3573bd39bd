#include "roster/arrow_import.hpp"

#include "roster/arrow_error.hpp"
#include "roster/cell_errors.hpp"
#include "roster/table_import.hpp"

#include <cadre/messages/texts/roster.hpp>
#include <cadre/messages/texts/schema.hpp>

#include <algorithm>
#include <new>

namespace cadre {

Roster Roster::from_arrow(ArrowArrayStream* stream, const Mapping& mapping) {
    return from_arrow(Streams{{"cadres", stream}}, mapping);
}

Roster Roster::from_arrow(const Streams& streams, const Mapping& mapping) {
    try {
        return ArrowImport(streams, mapping).run();
    } catch (const std::bad_alloc&) {
        throw Error(ErrorCode::limit_exceeded, Message{texts::roster_out_of_memory, {}});
    } catch (const std::length_error&) {
        throw Error(ErrorCode::limit_exceeded, Message{texts::roster_out_of_memory, {}});
    }
}

ArrowImport::ArrowImport(const Roster::Streams& streams, const Mapping& mapping)
    : mapping_(mapping), assembly_(mapping.schema()) {
    for (const auto& [name, stream] : streams) {
        Input& input = inputs_.emplace_back();
        input.name = name;
        if (stream != nullptr) input.stream.take(stream);
    }
}

Roster ArrowImport::run() {
    name_tables();
    check_parents();
    read_streams();
    plan();
    read_tables();
    link();
    return assembly_.finish(std::move(report_), mapping_.snapshot());
}

int ArrowImport::table_named(const std::string& name) const {
    const Schema& schema = *mapping_.schema();
    if (const auto table = schema.find_table(name)) return *table;
    std::vector<std::string> known;
    std::vector<int> children;
    for (std::size_t at = 0; at < schema.tables().size(); ++at) {
        const std::string& id = schema.tables()[at].id;
        known.push_back(id);
        if (schema.tables()[at].parent >= 0 && id.ends_with("." + name)) children.push_back(static_cast<int>(at));
    }
    if (children.size() == 1) return children.front();
    if (children.empty()) throw unknown_name(texts::unknown_table, name, "", known);
    throw Error(
        ErrorCode::invalid_argument,
        Message{texts::roster_table_ambiguous, {name, schema.table(children[0]).id, schema.table(children[1]).id}});
}

void ArrowImport::name_tables() {
    for (Input& input : inputs_) {
        input.table = table_named(input.name);
        const auto same = [&](const Input& other) { return other.table == input.table; };
        if (std::count_if(inputs_.begin(), inputs_.end(), same) > 1) {
            throw Error(ErrorCode::invalid_argument, Message{texts::roster_table_twice, {input.name}});
        }
        if (input.stream.released()) throw arrow_error(input.name, "", texts::roster_arrow_stream_empty);
    }
}

void ArrowImport::check_parents() const {
    const Schema& schema = *mapping_.schema();
    for (const Input& input : inputs_) {
        const int parent = schema.table(input.table).parent;
        const auto is_parent = [&](const Input& other) { return other.table == parent; };
        if (parent < 0 || std::any_of(inputs_.begin(), inputs_.end(), is_parent)) continue;
        throw Error(ErrorCode::invalid_argument,
                    Message{texts::roster_parent_absent, {schema.table(input.table).id, schema.table(parent).id}});
    }
}

void ArrowImport::read_streams() {
    for (Input& input : inputs_) {
        input.rows = read_arrow_stream(input.stream, mapping_.schema()->table(input.table).id);
    }
}

void ArrowImport::plan() {
    std::vector<int> tables;
    for (const Input& input : inputs_) tables.push_back(input.table);
    ImportPlanner planner(mapping_, std::move(tables));
    for (Input& input : inputs_) input.plan = planner.plan_stream(input.table, *input.rows.schema);
    if (has_errors(planner.diagnostics())) {
        throw Error(ErrorCode::invalid_document, std::move(planner.diagnostics()));
    }
    report_.unused_columns = std::move(planner.unused_columns());
}

void ArrowImport::read_tables() {
    TableImport import(assembly_, report_);
    for (Input& input : inputs_) {
        if (input.plan.owner_field >= 0) {
            const Schema& schema = assembly_.schema();
            const int parent = schema.table(input.table).parent;
            bool open = false;
            for (const AttributeMapping& entry : mapping_.entries()) {
                const bool is_list = entry.table == parent;
                open |= is_list && schema.attribute(parent, entry.attribute).child_table == input.table && entry.open;
            }
            owned_.push_back({input.table, import.read_owners(input.plan, input.rows.rows), open});
        }
        import.read_table(input.plan, input.rows.rows);
        input.rows = {};
    }
}

void ArrowImport::link() {
    const Schema& schema = assembly_.schema();
    const auto keys = index_keys(schema, assembly_.drafts(), assembly_.texts().size());
    report_duplicates(keys);
    for (const DanglingReferences& dangling : assembly_.resolve(keys)) report_dangling(dangling);
    // Grouping moves the rows that keys stand for: lists of lists before the lists that hold them.
    std::stable_partition(owned_.begin(), owned_.end(), [&](const OwnedRows& rows) {
        return schema.table(schema.table(rows.table).parent).parent >= 0;
    });
    for (const OwnedRows& rows : owned_) {
        const KeyIndex& parent = keys[static_cast<std::size_t>(schema.table(rows.table).parent)];
        report_dangling(group_by_owner(schema, assembly_.drafts(), parent, rows));
    }
    assembly_.follow_units(report_.findings);
    assembly_.order();
}

/// Whether the table's keys must tell its rows apart: other rows may name them.
bool ArrowImport::names_rows(int table) const {
    const Schema& schema = assembly_.schema();
    return schema.table(table).parent < 0 || std::any_of(owned_.begin(), owned_.end(), [&](const OwnedRows& rows) {
               return schema.table(rows.table).parent == table;
           });
}

void ArrowImport::report_duplicates(const std::vector<KeyIndex>& keys) {
    for (std::size_t at = 0; at < keys.size(); ++at) {
        const Table& table = assembly_.schema().table(static_cast<int>(at));
        if (keys[at].duplicated == 0 || !names_rows(static_cast<int>(at))) continue;
        const std::string& key = table.attributes[static_cast<std::size_t>(keys[at].attribute)].id;
        for (AttributeReport& report : report_.attributes) {
            if (report.table != table.id || report.attribute != key) continue;
            report.duplicated = keys[at].duplicated;
            report.rows.insert(report.rows.end(), keys[at].repeats.begin(), keys[at].repeats.end());
        }
    }
}

void ArrowImport::report_dangling(const DanglingReferences& dangling) {
    if (dangling.count == 0) return;
    const Table& table = assembly_.schema().table(dangling.table);
    const std::string id =
        dangling.attribute < 0 ? "owner" : table.attributes[static_cast<std::size_t>(dangling.attribute)].id;
    for (AttributeReport& report : report_.attributes) {
        if (report.table != table.id || report.attribute != id) continue;
        report.read -= dangling.count;
        report.dangling += dangling.count;
        report.rows.insert(report.rows.end(), dangling.rows.begin(), dangling.rows.end());
        std::sort(report.rows.begin(), report.rows.end());
        if (report.rows.size() > reported_rows) report.rows.resize(reported_rows);
    }
}

}  // namespace cadre
