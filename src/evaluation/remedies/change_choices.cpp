#include "evaluation/remedies/change_choices.hpp"

#include "evaluation/remedies/appended_member.hpp"

#include <utility>

namespace cadre {
namespace {

/// The least set that holds the values of all options.
AbstractValue widest_of(const Type& type, const std::vector<RaisedValue>& values) {
    if (!is_raised_by_order(type.kind)) return unknown_value(type);
    AbstractValue widest = values.front().value;
    for (const RaisedValue& value : values) widest = join(type, widest, value.value);
    return widest;
}

}  // namespace

std::vector<Choice> ChangeChoices::of_row(int table, std::int64_t row) const {
    std::vector<Choice> choices;
    const std::vector<Attribute>& attributes = evaluator_.binding().schema().table(table).attributes;
    for (std::size_t i = 0; i < attributes.size(); ++i) {
        const Attribute& attribute = attributes[i];
        const AttributeReads* reads = critical_.find(table, static_cast<int>(i));
        if (!attribute.changeable || reads == nullptr) continue;
        const CellIndex cell{table, row, static_cast<int>(i)};
        Choice choice;
        if (may_be_raised(attribute)) choice = of_scalar(cell, *reads);
        if (attribute.append && !attribute.sensitive) {
            const MemberKinds kinds(evaluator_, critical_, as_of_, attribute);
            choice = AppendedMember(evaluator_, kinds, cell).choice();
        }
        if (!choice.options.empty()) choices.push_back(std::move(choice));
    }
    return choices;
}

Choice ChangeChoices::of_scalar(const CellIndex& cell, const AttributeReads& reads) const {
    const Attribute& attribute = evaluator_.binding().schema().attribute(cell.table, cell.attribute);
    const AbstractValue present = evaluator_.cell(cell.table, cell.attribute, cell.row);
    std::vector<RaisedValue> values;
    for (RaisedValue& value : raised_values(attribute, reads, evaluator_)) {
        if (leaves_room(attribute, present, value.value)) values.push_back(std::move(value));
    }
    Choice choice;
    if (values.empty()) return choice;
    choice.cell = cell;
    choice.widest = widest_of(attribute.type, values);
    const TypeKind kind = attribute.type.kind;
    choice.complete = kind == TypeKind::level || (reads.complete && kind != TypeKind::decimal);
    for (const RaisedValue& value : values) {
        choice.options.push_back({{{cell, value.value}}, described(cell, present, value)});
    }
    choice.at_most = at_most_of(choice.options.size(), is_raised_by_order(attribute.type.kind));
    return choice;
}

Change ChangeChoices::described(const CellIndex& cell, const AbstractValue& present, const RaisedValue& raised) const {
    const Attribute& attribute = evaluator_.binding().schema().attribute(cell.table, cell.attribute);
    Change change;
    const bool is_open = is_open_cell(present);
    const bool is_raised = is_raised_by_order(attribute.type.kind);
    change.kind = is_open ? Change::Kind::establish : is_raised ? Change::Kind::raise : Change::Kind::obtain;
    change.attribute = attribute.id;
    change.meaning = attribute.meaning;
    change.value = raised.written;
    change.target = words_(attribute.type, raised.value);
    if (!is_open) change.present = words_(attribute.type, present);
    return change;
}

}  // namespace cadre
