#include "evaluation/remedies/raised_values.hpp"

#include <cadre/vocabulary/duration.hpp>

#include <cmath>
#include <limits>

namespace cadre {
namespace {

/// Each constant and the next value above it: between two of them a comparison says the same.
std::set<std::int64_t> with_next(const std::set<std::int64_t>& constants) {
    std::set<std::int64_t> values = constants;
    for (const std::int64_t value : constants) {
        if (value < std::numeric_limits<std::int64_t>::max() - 1) values.insert(value + 1);
    }
    return values;
}

std::vector<RaisedValue> levels(const Scale& scale, const AttributeReads& reads) {
    std::vector<RaisedValue> values;
    bool above_constant = true;  // nothing lies below the lowest level
    for (std::size_t i = 0; i < scale.codes.size(); ++i) {
        const std::int64_t rank = scale.codes[i].rank;
        if (i > 0 && scale.codes[i - 1].rank == rank) continue;
        const bool is_constant = reads.integers.count(rank) != 0;
        if (is_constant || above_constant || !reads.complete) {
            values.push_back({PossibleInteger::exactly(rank), scale.codes[i].id});
        }
        above_constant = is_constant;
    }
    return values;
}

Value written_number(TypeKind kind, std::int64_t number) {
    if (kind == TypeKind::months) return Duration{Duration::Unit::months, number};
    if (kind == TypeKind::days) return Duration{Duration::Unit::days, number};
    return number;
}

std::vector<RaisedValue> numbers(TypeKind kind, const AttributeReads& reads) {
    std::set<std::int64_t> constants = reads.integers;
    for (const double constant : reads.decimals) {
        if (std::abs(constant) < 1e15) constants.insert(static_cast<std::int64_t>(std::floor(constant)));
    }
    std::vector<RaisedValue> values;
    for (const std::int64_t number : with_next(constants)) {
        values.push_back({PossibleInteger::exactly(number), written_number(kind, number)});
    }
    return values;
}

std::vector<RaisedValue> decimals(const AttributeReads& reads) {
    std::vector<RaisedValue> values;
    for (const double number : reads.decimals) values.push_back({PossibleDecimal::exactly(number), number});
    return values;
}

std::vector<RaisedValue> texts(const Scale* codes, const AttributeReads& reads, const TextIds& ids) {
    std::vector<RaisedValue> values;
    for (const std::int64_t id : reads.integers) {
        const std::string text(ids.text(id));
        if (codes == nullptr || codes->find(text)) values.push_back({PossibleInteger::exactly(id), text});
    }
    return values;
}

}  // namespace

bool may_be_raised(const Attribute& attribute) {
    if (attribute.key || attribute.sensitive || attribute.timeless) return false;
    switch (attribute.type.kind) {
        case TypeKind::date:
        case TypeKind::reference:
        case TypeKind::record:
        case TypeKind::list: return false;
        default: return true;
    }
}

bool is_raised_by_order(TypeKind kind) {
    return kind != TypeKind::text && kind != TypeKind::boolean;
}

std::vector<RaisedValue> raised_values(const Attribute& attribute, const AttributeReads& reads,
                                       const ReferenceEvaluator& evaluator) {
    const Schema& schema = evaluator.binding().schema();
    switch (attribute.type.kind) {
        case TypeKind::boolean: return {{Verdict::met, true}};
        case TypeKind::level: return levels(schema.scale(attribute.type.domain), reads);
        case TypeKind::decimal: return decimals(reads);
        case TypeKind::text:
            return texts(attribute.type.domain < 0 ? nullptr : &schema.scale(attribute.type.domain), reads,
                         evaluator.texts());
        default: return numbers(attribute.type.kind, reads);
    }
}

AbstractValue and_above(const AbstractValue& value) {
    AbstractValue widened = value;
    if (auto* number = std::get_if<PossibleInteger>(&widened)) number->hi = PossibleInteger::infinity;
    if (auto* decimal = std::get_if<PossibleDecimal>(&widened)) decimal->hi = PossibleDecimal::infinity;
    return widened;
}

bool leaves_room(const Attribute& attribute, const AbstractValue& present, const AbstractValue& raised) {
    if (is_open_cell(present)) return true;
    if (const auto* truth = std::get_if<Verdict>(&present)) return *truth == Verdict::not_met;
    if (const auto* decimal = std::get_if<PossibleDecimal>(&present)) {
        return !decimal->has_range() || decimal->lo < std::get<PossibleDecimal>(raised).lo;
    }
    const auto& number = std::get<PossibleInteger>(present);
    const auto& wanted = std::get<PossibleInteger>(raised);
    if (!number.has_range()) return true;
    return is_raised_by_order(attribute.type.kind) ? number.lo < wanted.lo : number.lo != wanted.lo;
}

bool is_open_cell(const AbstractValue& value) {
    const auto open = [](const auto& possible) { return possible.has_range() && !possible.is_single(); };
    if (const auto* truth = std::get_if<Verdict>(&value)) return *truth == Verdict::undetermined;
    if (const auto* number = std::get_if<PossibleInteger>(&value)) return open(*number);
    if (const auto* decimal = std::get_if<PossibleDecimal>(&value)) return open(*decimal);
    if (const auto* list = std::get_if<PossibleList>(&value)) return list->unknown;
    return !std::get<PossibleRows>(value).is_single();
}

}  // namespace cadre
