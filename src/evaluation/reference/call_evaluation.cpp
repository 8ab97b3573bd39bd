// The tree-walking evaluator's built-in functions.

#include "evaluation/date_operations.hpp"
#include "evaluation/functions/strict_function.hpp"
#include "evaluation/reference/list_evaluation.hpp"
#include "evaluation/reference/list_functions.hpp"
#include "evaluation/reference/reference_evaluator.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace cadre {

namespace {

AbstractValue anything(const Type& type) {
    return join(type, unknown_value(type), undefined_value(type));
}

}  // namespace

AbstractValue ReferenceEvaluator::call(const Expression& e) {
    switch (e.function) {
        case Function::count:
        case Function::sum:
        case Function::min:
        case Function::max:
        case Function::mean: return ListEvaluation(*this).aggregate(e);
        case Function::list_contains: return ListEvaluation(*this).contains(e);
        case Function::all:
        case Function::any: return ListEvaluation(*this).all_or_any(e);
        case Function::distinct_values: return ListEvaluation(*this).distinct_values(e);
        case Function::known: return is_given(*e.children[0]);
        case Function::get_or_else: return given_or(e);
        case Function::date: return date_from_parts(e);
        case Function::years_and_months_duration: {
            const PossibleInteger from = integer(*e.children[0]);
            const PossibleInteger to = integer(*e.children[1]);
            const PossibleInteger result = operations::months_between(from, to);
            note_arithmetic(from, to, result.flags);
            return result;
        }
        case Function::abs:
            if (e.type.kind == TypeKind::decimal) {
                return operations::absolute(std::get<PossibleDecimal>(evaluate(*e.children[0])));
            }
            return operations::absolute(integer(*e.children[0]));
        case Function::year:
        case Function::month:
        case Function::day:
        case Function::weekday:
        case Function::day_of_year:
        case Function::week_of_year:
        case Function::years:
        case Function::months:
        case Function::days: return part(e);
        default: return strict_function(e.function) != nullptr ? strict_call(e) : ListFunctions(*this).call(e);
    }
}

/// Whether the cell at the end of the path has a value (a partial date and the fact "none" are values). A
/// missing reference leads to no value; what is asked for is not missing data, so nothing is noted.
Verdict ReferenceEvaluator::is_given(const Expression& path) {
    const Expression& source = *path.children[0];
    Gaps* const noted = std::exchange(gaps_, nullptr);
    const auto rows = std::get<PossibleRows>(evaluate(source));
    gaps_ = noted;
    if (rows.may_be_undefined) return Verdict::undetermined;
    Verdict any = Verdict::not_met;
    Verdict all = rows.any || rows.may_be_none ? Verdict::undetermined : Verdict::met;
    for (const std::int64_t row : rows.rows) {
        const Verdict given = is_given({source.type.domain, row, path.attribute});
        any = any || given;
        all = all && given;
    }
    if (any == Verdict::not_met) return any;
    return all == Verdict::met ? all : Verdict::undetermined;
}

/// Of a cell of which no one value is supposed it cannot be told whether it would be given.
Verdict ReferenceEvaluator::is_given(const CellIndex& cell) {
    if (hypothesis_ != nullptr) {
        const auto supposed = hypothesis_->find(cell);
        if (supposed != hypothesis_->end()) {
            const Type& type = binding_.schema().attribute(cell.table, cell.attribute).type;
            return equality(type, supposed->second, supposed->second) || Verdict::undetermined;
        }
    }
    const Column* column = binding_.column(cell.table, cell.attribute);
    const bool present = column != nullptr && column->is_present(static_cast<std::size_t>(cell.row));
    return present ? Verdict::met : Verdict::not_met;
}

AbstractValue ReferenceEvaluator::given_or(const Expression& e) {
    const Expression& path = *e.children[0];
    const Verdict given = is_given(path.operation == Operation::to_decimal ? *path.children[0] : path);
    if (given == Verdict::met) return evaluate(path);
    AbstractValue otherwise = evaluate(*e.children[1]);
    return given == Verdict::not_met ? otherwise : join(e.type, evaluate(path), otherwise);
}

AbstractValue ReferenceEvaluator::part(const Expression& e) {
    const PossibleInteger whole = integer(*e.children[0]);
    const PossibleInteger result = operations::part(whole, e.function);
    note_arithmetic(whole, whole, result.flags);
    return result;
}

AbstractValue ReferenceEvaluator::date_from_parts(const Expression& e) {
    const PossibleInteger parts[] = {integer(*e.children[0]), integer(*e.children[1]), integer(*e.children[2])};
    const PossibleInteger result = operations::date_from_parts(parts[0], parts[1], parts[2]);
    if (parts[0].is_single() && parts[1].is_single() && parts[2].is_single() && !result.is_single()) {
        note(Reason::overflow);
    }
    return result;
}

AbstractValue ReferenceEvaluator::strict_call(const Expression& e) {
    std::vector<KnownValue> arguments;
    for (const ExpressionPtr& child : e.children) {
        if (auto known = known_value(child->type, evaluate(*child))) arguments.push_back(*std::move(known));
    }
    if (arguments.size() < e.children.size()) return anything(e.type);
    auto result = strict_function(e.function)(arguments);
    if (!result) {
        note(Reason::no_result);
        return undefined_value(e.type);
    }
    return possible_value(*std::move(result));
}

/// Nothing when several values are possible, or none is.
std::optional<KnownValue> ReferenceEvaluator::known_value(const Type& type, const AbstractValue& value) {
    if (const auto* verdict = std::get_if<Verdict>(&value)) {
        if (*verdict == Verdict::undetermined) return std::nullopt;
        return KnownValue{type.kind, *verdict == Verdict::met};
    }
    if (const auto* decimal = std::get_if<PossibleDecimal>(&value)) {
        if ((decimal->flags & PossibleDecimal::may_be_none) != 0) note(Reason::no_such_thing);
        if (!decimal->is_single()) return std::nullopt;
        return KnownValue{type.kind, decimal->lo};
    }
    if (const auto* list = std::get_if<PossibleList>(&value)) return known_texts(*list);
    const auto& number = std::get<PossibleInteger>(value);
    if ((number.flags & PossibleInteger::may_be_none) != 0) note(Reason::no_such_thing);
    if (!number.is_single()) return std::nullopt;
    if (type.kind == TypeKind::text) return KnownValue{type.kind, std::string(texts_.text(number.lo))};
    if (type.kind != TypeKind::date || operations::is_day(number.lo)) return KnownValue{type.kind, number.lo};
    note(Reason::ongoing);
    return std::nullopt;
}

std::optional<KnownValue> ReferenceEvaluator::known_texts(const PossibleList& list) {
    if (list.unknown || list.open || list.may_be_undefined) return std::nullopt;
    std::vector<std::string> texts;
    for (const Member& member : list.members) {
        const auto& text = std::get<PossibleInteger>(member.value);
        if (!member.certain || member.anywhere || !text.is_single()) return std::nullopt;
        texts.emplace_back(texts_.text(text.lo));
    }
    return KnownValue{TypeKind::list, std::move(texts)};
}

AbstractValue ReferenceEvaluator::possible_value(const KnownValue& known) {
    if (const auto* truth = std::get_if<bool>(&known.value)) return *truth ? Verdict::met : Verdict::not_met;
    if (const auto* decimal = std::get_if<double>(&known.value)) return PossibleDecimal::exactly(*decimal);
    if (const auto* text = std::get_if<std::string>(&known.value)) return PossibleInteger::exactly(texts_.id(*text));
    return PossibleInteger::exactly(known.integer());
}

}  // namespace cadre
