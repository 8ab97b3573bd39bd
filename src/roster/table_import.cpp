#include "roster/table_import.hpp"

#include "roster/column_make.hpp"
#include "roster/list_rows.hpp"

namespace cadre {

namespace {

Column null_lists(std::int64_t rows, bool empty, bool open) {
    const auto size = static_cast<std::size_t>(rows);
    CellStates states{Bitmap(size, empty), std::nullopt, std::nullopt};
    if (open && empty) states.open.emplace(size, true);
    return make_column(Storage::list, std::vector<std::int64_t>(size + 1, 0), std::move(states));
}

}  // namespace

std::size_t TableImport::new_report(const std::string& table, const std::string& attribute, const std::string& column) {
    AttributeReport report;
    report.table = table;
    report.attribute = attribute;
    report.column = column;
    report_.attributes.push_back(std::move(report));
    return report_.attributes.size() - 1;
}

void TableImport::read_table(const TablePlan& plan, const ArrowColumn& structure) {
    const Table& table = assembly_.schema().table(plan.table);
    assembly_.draft(plan.table) = absent_table(table, static_cast<std::size_t>(structure.rows));
    for (const AttributePlan& entry : plan.attributes) {
        const ArrowColumn column = plan.scalars ? structure : field_of(structure, entry.field);
        Column read = read_attribute(plan, entry, column);
        assembly_.draft(plan.table)->columns[static_cast<std::size_t>(entry.attribute)] = std::move(read);
    }
}

Column TableImport::read_attribute(const TablePlan& plan, const AttributePlan& entry, const ArrowColumn& column) {
    const Schema& schema = assembly_.schema();
    const Attribute& attribute = schema.attribute(plan.table, entry.attribute);
    const std::size_t at = new_report(schema.table(plan.table).id, attribute.id, column.name);
    AttributeReport report = report_.attributes[at];
    Column read;
    if (attribute.type.kind == TypeKind::list) {
        read = read_lists(entry, column, report);
    } else {
        ColumnTask task{schema, attribute, entry.mapping, column, assembly_.texts(), report, scratch_};
        read = entry.reader(task);
    }
    report_.attributes[at] = std::move(report);
    return read;
}

Column TableImport::read_lists(const AttributePlan& entry, const ArrowColumn& lists, AttributeReport& report) {
    const bool blank_is_empty = entry.mapping.blank == BlankMeaning::empty_list;
    if (!entry.members) {
        const int child = assembly_.schema().attribute(entry.mapping.table, entry.attribute).child_table;
        assembly_.draft(child) = absent_table(assembly_.schema().table(child), 0);
        report.blank = lists.rows;
        return null_lists(lists.rows, blank_is_empty, entry.mapping.open);
    }
    ListRows rows = read_list_rows(lists);
    report.read = static_cast<std::int64_t>(rows.valid.count());
    report.blank = lists.rows - report.read;
    ArrowColumn members = rows.members;
    members.table = assembly_.schema().table(entry.members->table).id;
    read_table(*entry.members, members);
    CellStates states{std::move(rows.valid), std::nullopt, std::nullopt};
    if (blank_is_empty) states.present = Bitmap(states.present.size(), true);
    if (entry.mapping.open) states.open = states.present;
    return make_column(Storage::list, std::move(rows.offsets), std::move(states));
}

Column TableImport::read_owners(const TablePlan& plan, const ArrowColumn& structure) {
    const Schema& schema = assembly_.schema();
    const Table& table = schema.table(plan.table);
    Attribute owner;
    owner.id = "owner";
    owner.type = {TypeKind::reference, table.parent, nullptr};
    const ArrowColumn column = field_of(structure, static_cast<std::size_t>(plan.owner_field));
    AttributeReport& report = report_.attributes[new_report(table.id, owner.id, column.name)];
    AttributeMapping mapping;
    mapping.encoding = plan.owner_encoding;
    ColumnTask task{schema, owner, mapping, column, assembly_.texts(), report, scratch_};
    return column_reader(owner, *column.field)(task);
}

}  // namespace cadre
