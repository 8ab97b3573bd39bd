#include "roster/import_plan.hpp"

#include "roster/cell_errors.hpp"
#include "roster/cell_text.hpp"
#include "roster/unfit_hint.hpp"

#include <cadre/messages/texts/roster.hpp>
#include <cadre/schema/suggestion.hpp>

#include <algorithm>

namespace cadre {

namespace {

std::vector<std::string> field_names(const ArrowField& structure) {
    std::vector<std::string> names;
    for (const ArrowField& field : structure.children) names.push_back(field.name);
    return names;
}

/// The attribute of the parent whose members the table holds.
int list_attribute(const Schema& schema, int child) {
    const auto& attributes = schema.table(schema.table(child).parent).attributes;
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [&](const Attribute& attribute) { return attribute.child_table == child; });
    return static_cast<int>(found - attributes.begin());
}

/// What one row of the table is called: "appointment" of "cadres.appointments".
std::string singular(std::string id) {
    id.erase(0, id.rfind('.') + 1);
    if (id.ends_with('s')) id.pop_back();
    return id;
}

bool has_key(const Table& table) {
    return std::any_of(table.attributes.begin(), table.attributes.end(),
                       [](const Attribute& attribute) { return attribute.key; });
}

}  // namespace

bool ImportPlanner::has_stream(int table) const {
    return std::find(streams_.begin(), streams_.end(), table) != streams_.end();
}

TablePlan ImportPlanner::plan_stream(int table, const ArrowField& structure) {
    const bool is_child = schema().table(table).parent >= 0;
    return plan_table(table, structure, is_child ? plan_owner(table, structure) : -1);
}

TablePlan ImportPlanner::plan_table(int table, const ArrowField& structure, int owner_field) {
    TablePlan plan;
    plan.table = table;
    plan.owner_field = owner_field;
    plan.owner_encoding = mapping_.encoding();
    std::vector<bool> used(structure.children.size(), false);
    if (owner_field >= 0) used[static_cast<std::size_t>(owner_field)] = true;
    const auto& attributes = schema().table(table).attributes;
    for (std::size_t at = 0; at < attributes.size(); ++at) {
        const int child = attributes[at].child_table;
        if (child < 0 || !has_stream(child)) plan_attribute(plan, static_cast<int>(at), structure, used);
    }
    for (std::size_t field = 0; field < used.size(); ++field) {
        if (!used[field]) unused_.push_back(schema().table(table).id + ": " + structure.children[field].name);
    }
    return plan;
}

int ImportPlanner::find_field(const ArrowField& structure, const std::string& name, int table,
                              const AttributeMapping* entry) {
    const std::string wanted = clean_name(name);
    int found = -1;
    for (std::size_t at = 0; at < structure.children.size(); ++at) {
        if (structure.children[at].name != wanted) continue;
        if (found >= 0) {
            diagnostics_.push_back({Severity::error,
                                    entry != nullptr ? entry->place : Place{},
                                    {texts::roster_column_twice, {schema().table(table).id, wanted}},
                                    {}});
            break;
        }
        found = static_cast<int>(at);
    }
    return found;
}

void ImportPlanner::plan_attribute(TablePlan& plan, int attribute, const ArrowField& structure,
                                   std::vector<bool>& used) {
    const std::string& id = schema().attribute(plan.table, attribute).id;
    const AttributeMapping* mapped = mapping_.find(plan.table, attribute);
    AttributePlan entry;
    entry.attribute = attribute;
    entry.mapping.table = plan.table;
    entry.mapping.attribute = attribute;
    entry.mapping.column = id;
    entry.mapping.encoding = mapping_.encoding();
    if (mapped != nullptr) entry.mapping = *mapped;
    const int field = find_field(structure, entry.mapping.column, plan.table, mapped);
    if (field < 0) {
        if (mapped != nullptr) report_absent(structure, *mapped, mapped->column, id);
        return;
    }
    used[static_cast<std::size_t>(field)] = true;
    entry.field = static_cast<std::size_t>(field);
    const ArrowField& found = structure.children[entry.field];
    const bool list = schema().attribute(plan.table, attribute).type.kind == TypeKind::list;
    const bool fits = list ? plan_list(entry, found) : plan_scalar(entry, found);
    if (fits)
        plan.attributes.push_back(std::move(entry));
    else
        report_unfit(entry, found);
}

bool ImportPlanner::plan_scalar(AttributePlan& entry, const ArrowField& field) {
    entry.reader = column_reader(schema().attribute(entry.mapping.table, entry.attribute), field);
    return entry.reader != nullptr;
}

bool ImportPlanner::plan_list(AttributePlan& entry, const ArrowField& field) {
    const Attribute& attribute = schema().attribute(entry.mapping.table, entry.attribute);
    if (field.kind == ArrowKind::null) return true;
    if (!is_list(field.kind)) return false;
    const ArrowField& member = field.children.front();
    if (member.kind == ArrowKind::structure) {
        entry.members = std::make_shared<const TablePlan>(plan_table(attribute.child_table, member, -1));
        return true;
    }
    if (attribute.type.element->kind == TypeKind::record) return false;
    TablePlan members;
    members.table = attribute.child_table;
    members.scalars = true;
    AttributePlan item;
    item.attribute = 0;
    item.mapping.table = members.table;
    item.mapping.attribute = 0;
    item.mapping.encoding = mapping_.encoding();
    if (const AttributeMapping* mapped = mapping_.find(members.table, 0)) item.mapping = *mapped;
    if (!plan_scalar(item, member)) return false;
    members.attributes.push_back(std::move(item));
    entry.members = std::make_shared<const TablePlan>(std::move(members));
    return true;
}

int ImportPlanner::plan_owner(int table, const ArrowField& structure) {
    const int parent = schema().table(table).parent;
    const AttributeMapping* mapped = mapping_.find(parent, list_attribute(schema(), table));
    if (!has_key(schema().table(parent))) {
        const std::string& owners = schema().table(parent).id;
        diagnostics_.push_back({Severity::error,
                                mapped != nullptr ? mapped->place : Place{},
                                {texts::roster_owner_without_key, {schema().table(table).id, owners}},
                                Message{texts::roster_hint_owner_key, {owners}}});
        return -1;
    }
    const std::string one = singular(schema().table(parent).id);
    std::vector<std::string> names{one, one + "_id"};
    if (mapped != nullptr && !mapped->owner.empty()) names = {mapped->owner};
    Attribute owner;
    owner.id = "owner";
    owner.type = {TypeKind::reference, parent, nullptr};
    for (const std::string& name : names) {
        const int field = find_field(structure, name, table, mapped);
        if (field < 0) continue;
        if (column_reader(owner, structure.children[static_cast<std::size_t>(field)]) != nullptr) return field;
        AttributePlan entry;
        entry.mapping.table = table;
        report_unfit(entry, structure.children[static_cast<std::size_t>(field)]);
        return -1;
    }
    diagnostics_.push_back({Severity::error,
                            mapped != nullptr ? mapped->place : Place{},
                            {texts::roster_owner_absent, {schema().table(table).id, names.front()}},
                            suggestion(names.front(), field_names(structure))});
    return -1;
}

void ImportPlanner::report_absent(const ArrowField& structure, const AttributeMapping& entry, const std::string& column,
                                  const std::string& attribute) {
    diagnostics_.push_back({Severity::error,
                            entry.place,
                            {texts::roster_column_absent, {schema().table(entry.table).id, column, attribute}},
                            suggestion(column, field_names(structure))});
}

void ImportPlanner::report_unfit(const AttributePlan& entry, const ArrowField& field) {
    Attribute owner;
    owner.id = "owner";
    owner.key = true;
    const Attribute& attribute = entry.attribute < 0 ? owner : schema().attribute(entry.mapping.table, entry.attribute);
    diagnostics_.push_back({Severity::error,
                            entry.mapping.place,
                            {texts::roster_column_unfit,
                             {schema().table(entry.mapping.table).id, field.name, quoted_for_message(field.format),
                              attribute.id, expected_kind(attribute)}},
                            unfit_hint(attribute, field)});
}

}  // namespace cadre
