#include "evaluation/remedies/field_values.hpp"

#include "evaluation/remedies/appended_member.hpp"
#include "evaluation/remedies/raised_values.hpp"

#include <cadre/roster/column.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace cadre {
namespace {

/// A missing reference may be any row; beyond so many, not all are tried.
constexpr std::size_t most_rows_tried = 64;

std::set<std::int64_t> with_neighbours(const std::set<std::int64_t>& constants, std::int64_t lo, std::int64_t hi) {
    std::set<std::int64_t> values;
    for (const std::int64_t constant : constants) {
        if (constant > lo && constant <= hi + 1) values.insert(constant - 1);
        if (constant >= lo && constant <= hi) values.insert(constant);
        if (constant >= lo - 1 && constant < hi) values.insert(constant + 1);
    }
    return values;
}

std::vector<AbstractValue> numbers(const AttributeReads& reads) {
    std::set<std::int64_t> constants = reads.integers;
    for (const double constant : reads.decimals) {
        if (std::abs(constant) < 1e15) constants.insert(static_cast<std::int64_t>(std::floor(constant)));
    }
    if (constants.empty()) constants.insert(0);
    constexpr std::int64_t bound = std::numeric_limits<std::int64_t>::max() / 2;
    std::vector<AbstractValue> values;
    for (const std::int64_t number : with_neighbours(constants, -bound, bound)) {
        values.emplace_back(PossibleInteger::exactly(number));
    }
    return values;
}

std::vector<AbstractValue> decimals(const AttributeReads& reads) {
    std::vector<AbstractValue> values;
    for (const double number : reads.decimals) {
        for (const double value : {std::nextafter(number, -HUGE_VAL), number, std::nextafter(number, HUGE_VAL)}) {
            values.emplace_back(PossibleDecimal::exactly(value));
        }
    }
    if (values.empty()) values.emplace_back(PossibleDecimal::exactly(0));
    return values;
}

AbstractValue none_of(const Type& type) {
    if (type.kind == TypeKind::decimal) return PossibleDecimal::none();
    if (type.kind != TypeKind::reference) return PossibleInteger::none();
    PossibleRows rows;
    rows.may_be_none = true;
    return rows;
}

}  // namespace

FieldValues FieldDomain::of(const CellIndex& cell) const {
    const Attribute& attribute = evaluator_.binding().schema().attribute(cell.table, cell.attribute);
    static const AttributeReads unread{{}, {}, false};
    const AttributeReads* found = critical_.find(cell.table, cell.attribute);
    const AttributeReads& reads = found == nullptr ? unread : *found;
    FieldValues field{cell, {}, reads.complete || attribute.type.kind == TypeKind::level};
    for (AbstractValue& value : values(cell, attribute, reads, field.complete)) {
        field.values.push_back({{cell, std::move(value)}});
    }
    if (attribute.allows_none) field.values.push_back({{cell, none_of(attribute.type)}});
    if (attribute.append) add_members(field);
    return field;
}

std::vector<AbstractValue> FieldDomain::values(const CellIndex& cell, const Attribute& attribute,
                                               const AttributeReads& reads, bool& complete) const {
    switch (attribute.type.kind) {
        case TypeKind::boolean: return {Verdict::met, Verdict::not_met};
        case TypeKind::decimal: return decimals(reads);
        case TypeKind::text: return texts(attribute, reads);
        case TypeKind::date: return dates(cell, attribute, reads);
        case TypeKind::reference: return rows(attribute, complete);
        case TypeKind::list: complete = false; return {PossibleList{}};
        case TypeKind::level: {
            std::vector<AbstractValue> levels;
            for (RaisedValue& level : raised_values(attribute, reads, evaluator_)) levels.push_back(level.value);
            return levels;
        }
        default: return numbers(reads);
    }
}

/// The texts that the condition mentions, and one that it does not.
std::vector<AbstractValue> FieldDomain::texts(const Attribute& attribute, const AttributeReads& reads) const {
    std::vector<AbstractValue> values;
    for (const RaisedValue& text : raised_values(attribute, reads, evaluator_)) values.push_back(text.value);
    const auto is_mentioned = [&](std::int64_t id) { return reads.integers.count(id) != 0; };
    if (attribute.type.domain >= 0) {
        for (const Code& code : evaluator_.binding().schema().scale(attribute.type.domain).codes) {
            const std::int64_t id = evaluator_.texts().id(code.id);
            if (is_mentioned(id)) continue;
            values.emplace_back(PossibleInteger::exactly(id));
            break;
        }
        return values;
    }
    std::string other = "…";
    while (is_mentioned(evaluator_.texts().id(other))) other += "…";
    values.emplace_back(PossibleInteger::exactly(evaluator_.texts().id(other)));
    return values;
}

std::vector<AbstractValue> FieldDomain::dates(const CellIndex& cell, const Attribute& attribute,
                                              const AttributeReads& reads) const {
    const auto known = std::get<PossibleInteger>(evaluator_.cell(cell.table, cell.attribute, cell.row));
    const bool partial = known.bounded();
    const std::int64_t lo = partial ? known.lo : first_day;
    const std::int64_t hi = partial ? known.hi : last_day;
    std::set<std::int64_t> days = with_neighbours(reads.integers, lo, hi);
    if (partial) days.insert({lo, hi});
    if (days.empty()) days.insert(as_of_);
    std::vector<AbstractValue> values;
    for (const std::int64_t day : days) values.emplace_back(PossibleInteger::exactly(day));
    if (attribute.allows_ongoing && !partial) values.emplace_back(PossibleInteger::exactly(ongoing_day));
    return values;
}

std::vector<AbstractValue> FieldDomain::rows(const Attribute& attribute, bool& complete) const {
    const std::size_t all = evaluator_.binding().rows(attribute.type.domain);
    complete = all > 0 && all <= most_rows_tried;
    std::vector<AbstractValue> values;
    for (std::size_t row = 0; row < std::min(all, most_rows_tried); ++row) {
        values.emplace_back(PossibleRows::exactly(static_cast<std::int64_t>(row)));
    }
    return values;
}

void FieldDomain::add_members(FieldValues& field) const {
    const Attribute& list = evaluator_.binding().schema().attribute(field.cell.table, field.cell.attribute);
    const MemberKinds kinds(evaluator_, critical_, as_of_, list);
    for (const Option& option : AppendedMember(evaluator_, kinds, field.cell).choice().options) {
        field.values.push_back(option.cells);
    }
}

}  // namespace cadre
