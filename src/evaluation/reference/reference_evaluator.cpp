#include "evaluation/reference/reference_evaluator.hpp"

#include "evaluation/law_versions.hpp"
#include "evaluation/operations.hpp"
#include "evaluation/order_overlap.hpp"
#include "evaluation/reference/list_evaluation.hpp"

#include <utility>

namespace cadre {

ReferenceEvaluator::ReferenceEvaluator(const Schema& schema, const Roster& roster, DayNumber as_of, DayNumber law_as_of,
                                       bool strict_snapshot)
    : binding_(schema, roster, strict_snapshot && roster.snapshot() && as_of < *roster.snapshot()),
      as_of_(as_of),
      law_as_of_(law_as_of),
      texts_(roster),
      slots_(1) {}

void ReferenceEvaluator::judge_row(std::int64_t row) {
    bind(0, PossibleRows::exactly(row));
}

void ReferenceEvaluator::bind(int slot, AbstractValue member) {
    if (slots_.size() <= static_cast<std::size_t>(slot)) slots_.resize(static_cast<std::size_t>(slot) + 1);
    slots_[static_cast<std::size_t>(slot)] = std::move(member);
}

std::vector<AbstractValue> ReferenceEvaluator::enter_body() {
    std::vector<AbstractValue> outer = {slots_[0]};
    std::swap(outer, slots_);
    return outer;
}

AbstractValue ReferenceEvaluator::member(int table, std::int64_t row) {
    const Table& declared = binding_.schema().table(table);
    if (declared.parent < 0) return PossibleRows::exactly(row);
    for (const Attribute& attribute : binding_.schema().table(declared.parent).attributes) {
        if (attribute.child_table != table || attribute.type.element->kind == TypeKind::record) continue;
        return cell(table, 0, row);
    }
    return PossibleRows::exactly(row);
}

Verdict ReferenceEvaluator::truth(const Expression& condition) {
    return std::get<Verdict>(evaluate(condition));
}

AbstractValue ReferenceEvaluator::evaluate(const Expression& e) {
    switch (e.operation) {
        case Operation::literal: return literal(e);
        case Operation::none: return PossibleInteger::none();
        case Operation::as_of: return PossibleInteger::exactly(as_of_);
        case Operation::variable: return slots_[static_cast<std::size_t>(e.slot)];
        case Operation::parameter: return parameter(e);
        case Operation::attribute: return attribute(e);
        case Operation::definition: return named(*e.children[0]);
        case Operation::criterion: return criterion(e);
        case Operation::to_decimal: return operations::to_decimal(integer(*e.children[0]));
        case Operation::negate: return negated(e);
        case Operation::add:
        case Operation::subtract:
        case Operation::multiply:
        case Operation::divide: return arithmetic(e);
        case Operation::conditional: return conditional(e);
        case Operation::some:
        case Operation::every: return ListEvaluation(*this).quantified(e);
        case Operation::filter: return ListEvaluation(*this).filter(e);
        case Operation::project: return ListEvaluation(*this).project(e);
        case Operation::index: return ListEvaluation(*this).index(e);
        case Operation::list: return ListEvaluation(*this).literal(e);
        case Operation::call: return call(e);
        default: return logic(e);
    }
}

AbstractValue ReferenceEvaluator::named(const Expression& body) {
    std::vector<AbstractValue> outer = enter_body();
    AbstractValue value = evaluate(body);
    leave_body(std::move(outer));
    return value;
}

AbstractValue ReferenceEvaluator::literal(const Expression& e) {
    if (const auto* truth = std::get_if<bool>(&e.constant)) return *truth ? Verdict::met : Verdict::not_met;
    if (const auto* text = std::get_if<std::string>(&e.constant)) return PossibleInteger::exactly(texts_.id(*text));
    if (const auto* number = std::get_if<double>(&e.constant)) return PossibleDecimal::exactly(*number);
    const auto number = std::get<std::int64_t>(e.constant);
    if (e.type.kind != TypeKind::level) return PossibleInteger::exactly(number);
    return PossibleInteger::exactly(binding_.ranks(e.type.domain)[static_cast<std::size_t>(number)]);
}

AbstractValue ReferenceEvaluator::parameter(const Expression& e) {
    const PossibleInteger day = law_day(e);
    const LawVersions law = law_versions(*e.parameter, day);
    std::optional<AbstractValue> value;
    for (std::size_t i = law.first; i < law.last; ++i) {
        if (law_reads_ != nullptr) law_reads_->emplace(e.parameter->id, i);
        AbstractValue next = evaluate(*e.parameter->versions[i].value);
        value = value ? join(e.type, *value, next) : std::move(next);
    }
    if (law.may_be_none) note(Reason::no_law_in_force);
    if ((day.flags & PossibleInteger::may_be_none) != 0) note(Reason::no_such_thing);
    const AbstractValue nothing = undefined_value(e.type);
    if (!value) return nothing;
    return law.may_be_none || !day.is_plain() ? join(e.type, *value, nothing) : *std::move(value);
}

PossibleInteger ReferenceEvaluator::law_day(const Expression& parameter) {
    return parameter.children.empty() ? PossibleInteger::exactly(law_as_of_) : integer(*parameter.children[0]);
}

const ParameterVersion* ReferenceEvaluator::law_version(const Expression& parameter) {
    const LawVersions law = law_versions(*parameter.parameter, law_day(parameter));
    return law.last - law.first == 1 && !law.may_be_none ? &parameter.parameter->versions[law.first] : nullptr;
}

AbstractValue ReferenceEvaluator::criterion(const Expression& e) {
    if (e.in_force.contains(law_as_of_)) return named(*body_on(e, law_as_of_));
    note(Reason::not_in_force);
    return Verdict::undetermined;
}

AbstractValue ReferenceEvaluator::attribute(const Expression& e) {
    const Expression& source = *e.children[0];
    const int table = source.type.domain;
    const bool bound = source.operation == Operation::variable;
    const AbstractValue computed = bound ? AbstractValue() : evaluate(source);
    const auto& rows = std::get<PossibleRows>(bound ? slots_[static_cast<std::size_t>(source.slot)] : computed);
    if (rows.is_single()) return cell(table, e.attribute, rows.rows.front());
    std::optional<AbstractValue> value;
    const auto include = [&](AbstractValue more) { value = value ? join(e.type, *value, more) : std::move(more); };
    if (rows.any) include(unknown_cell(binding_.schema().attribute(table, e.attribute)));
    for (const std::int64_t row : rows.rows) include(cell(table, e.attribute, row));
    if (rows.may_be_none) note(Reason::no_such_thing);
    if (rows.may_be_none || rows.may_be_undefined) include(undefined_value(e.type));
    return value ? *std::move(value) : undefined_value(e.type);
}

AbstractValue ReferenceEvaluator::unknown_cell(const Attribute& attribute) {
    AbstractValue unknown = unknown_value(attribute.type);
    if (!attribute.allows_none) return unknown;
    if (auto* range = std::get_if<PossibleInteger>(&unknown)) *range = range->with(PossibleInteger::may_be_none);
    if (auto* range = std::get_if<PossibleDecimal>(&unknown)) *range = range->with(PossibleDecimal::may_be_none);
    if (auto* rows = std::get_if<PossibleRows>(&unknown)) rows->may_be_none = true;
    return unknown;
}

AbstractValue ReferenceEvaluator::cell(int table, int attribute, std::int64_t row) {
    if (hypothesis_ != nullptr) {
        const auto supposed = hypothesis_->find({table, row, attribute});
        if (supposed != hypothesis_->end()) return supposed->second;
    }
    const Attribute& declared = binding_.schema().attribute(table, attribute);
    const Column* column = binding_.column(table, attribute);
    const auto position = static_cast<std::size_t>(row);
    if (column == nullptr || !column->is_present(position)) {
        note_missing(table, row, attribute);
        return unknown_cell(declared);
    }
    const bool none = column->is_none(position);
    switch (declared.type.kind) {
        case TypeKind::boolean: return column->integer(position) != 0 ? Verdict::met : Verdict::not_met;
        case TypeKind::decimal:
            return none ? PossibleDecimal::none() : PossibleDecimal::exactly(column->decimal(position));
        case TypeKind::reference: {
            if (!none) return PossibleRows::exactly(column->integer(position));
            PossibleRows nothing;
            nothing.may_be_none = true;
            return nothing;
        }
        case TypeKind::list: return list_cell(declared, *column, row);
        case TypeKind::date: return none ? PossibleInteger::none() : date_cell(table, attribute, row, *column);
        case TypeKind::level:
            return none ? PossibleInteger::none()
                        : PossibleInteger::exactly(binding_.ranks(
                              declared.type.domain)[static_cast<std::size_t>(column->integer(position))]);
        default: return none ? PossibleInteger::none() : PossibleInteger::exactly(column->integer(position));
    }
}

PossibleInteger ReferenceEvaluator::date_cell(int table, int attribute, std::int64_t row, const Column& column) {
    const auto position = static_cast<std::size_t>(row);
    const std::int64_t day = column.integer(position);
    if (!column.is_partial(position)) return PossibleInteger::exactly(day);
    note_missing(table, row, attribute);
    return {day, column.upper[position], PossibleInteger::in_range};
}

void ReferenceEvaluator::note_missing(int table, std::int64_t row, int attribute) {
    if (gaps_ == nullptr) return;
    if (binding_.hides(table, attribute)) return note(Reason::before_snapshot);
    gaps_->missing.insert({table, row, attribute});
}

AbstractValue ReferenceEvaluator::list_cell(const Attribute& attribute, const Column& column, std::int64_t row) {
    const auto position = static_cast<std::size_t>(row);
    const Table& members = binding_.schema().table(attribute.child_table);
    const auto key = members.order_by.empty() ? std::nullopt : members.find(members.order_by);
    const Column* order = key ? binding_.column(attribute.child_table, *key) : nullptr;
    const bool records = attribute.type.element->kind == TypeKind::record;
    PossibleList list;
    list.open = column.is_open(position);
    if (list.open) note(Reason::open_list);
    const std::int64_t first = column.offsets()[position];
    const std::int64_t last = column.offsets()[position + 1];
    list.members.reserve(static_cast<std::size_t>(last - first));
    std::vector<bool> anywhere;
    if (key) anywhere = members_anywhere(order, first, last);
    for (std::int64_t child = first; child < last; ++child) {
        Member member;
        member.value = records ? AbstractValue(PossibleRows::exactly(child)) : cell(attribute.child_table, 0, child);
        member.anywhere = key && anywhere[static_cast<std::size_t>(child - first)];
        list.members.push_back(std::move(member));
    }
    return list;
}

}  // namespace cadre
