#include "evaluation/reference/list_functions.hpp"

#include "evaluation/functions/number_statistics.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace cadre {

namespace {

AbstractValue list_of(std::vector<AbstractValue> values) {
    PossibleList list;
    for (AbstractValue& value : values) list.members.push_back({std::move(value), true, false});
    return list;
}

std::int64_t integer_of(const std::vector<AbstractValue>& argument) {
    return std::get<PossibleInteger>(argument.front()).lo;
}

/// The members of the lists that a list holds; the list itself where it holds none.
std::vector<AbstractValue> flattened(const std::vector<AbstractValue>& members) {
    std::vector<AbstractValue> flat;
    for (const AbstractValue& member : members) {
        const auto* inner = std::get_if<PossibleList>(&member);
        if (inner == nullptr) {
            flat.push_back(member);
            continue;
        }
        for (const Member& value : inner->members) flat.push_back(value.value);
    }
    return flat;
}

/// A 1-based position, negative from the end, among `size` members, counted from 0; nothing outside.
std::optional<std::size_t> place(std::int64_t position, std::size_t size) {
    const auto count = static_cast<std::int64_t>(size);
    if (position == 0 || position > count || position < -count) return std::nullopt;
    return static_cast<std::size_t>(position > 0 ? position - 1 : count + position);
}

std::optional<double> as_decimal(const AbstractValue& value) {
    if (const auto* decimal = std::get_if<PossibleDecimal>(&value)) {
        return decimal->is_single() ? std::optional(decimal->lo) : std::nullopt;
    }
    const auto& integer = std::get<PossibleInteger>(value);
    return integer.is_single() ? std::optional(static_cast<double>(integer.lo)) : std::nullopt;
}

}  // namespace

AbstractValue ListFunctions::call(const Expression& e) {
    auto arguments = known_arguments(e);
    if (!arguments) return join(e.type, unknown_value(e.type), undefined_value(e.type));
    auto result = apply(e, *arguments);
    return result ? *std::move(result) : undefined_value(e.type);
}

std::optional<std::vector<ListFunctions::Values>> ListFunctions::known_arguments(const Expression& e) {
    std::vector<Values> arguments;
    for (std::size_t i = 0; i < e.children.size(); ++i) {
        const Expression& child = *e.children[i];
        AbstractValue value = evaluator_.evaluate(child);
        const bool is_element = e.children[0]->type.element && child.type == *e.children[0]->type.element;
        if (child.type.kind == TypeKind::list && !is_element) {
            if (auto members = known_members(*child.type.element, std::get<PossibleList>(value))) {
                arguments.push_back(*std::move(members));
            }
        } else if (is_known(child.type, value)) {
            arguments.push_back({std::move(value)});
        }
    }
    if (arguments.size() < e.children.size()) return std::nullopt;
    return arguments;
}

std::optional<ListFunctions::Values> ListFunctions::known_members(const Type& element, const PossibleList& list) {
    if (list.unknown || list.open || list.may_be_undefined) return std::nullopt;
    Values members;
    for (const Member& member : list.members) {
        if (!member.certain || member.anywhere || !is_known(element, member.value)) return std::nullopt;
        members.push_back(member.value);
    }
    return members;
}

bool ListFunctions::is_known(const Type& type, const AbstractValue& value) {
    return same(type, value, value);
}

bool ListFunctions::same(const Type& type, const AbstractValue& a, const AbstractValue& b) {
    return evaluator_.equality(type, a, b) == Verdict::met;
}

std::optional<AbstractValue> ListFunctions::apply(const Expression& e, std::vector<Values>& arguments) {
    const Type& element = *e.children[0]->type.element;
    Values& first = arguments.front();
    switch (e.function) {
        case Function::median:
        case Function::mode:
        case Function::stddev:
        case Function::product: return of_numbers(e, first);
        case Function::concatenate:
        case Function::append:
        case Function::set_union: {
            for (std::size_t i = 1; i < arguments.size(); ++i) {
                first.insert(first.end(), arguments[i].begin(), arguments[i].end());
            }
            return list_of(e.function == Function::set_union ? distinct(element, first) : std::move(first));
        }
        case Function::flatten: return list_of(flattened(first));
        case Function::reverse: {
            std::reverse(first.begin(), first.end());
            return list_of(std::move(first));
        }
        case Function::duplicate_values: return list_of(duplicates(element, first));
        case Function::index_of: return list_of(positions_of(element, first, arguments[1].front()));
        default: {
            auto changed = change(e.function, arguments);
            if (!changed) evaluator_.note(Reason::no_such_item);
            return changed;
        }
    }
}

std::optional<AbstractValue> ListFunctions::change(Function function, std::vector<Values>& arguments) {
    if (function == Function::sublist) {
        auto part = sublist(arguments);
        return part ? std::optional(list_of(*std::move(part))) : std::nullopt;
    }
    Values& members = arguments[0];
    const std::int64_t position = integer_of(arguments[1]);
    const auto count = static_cast<std::int64_t>(members.size());
    const bool behind = function == Function::insert_before && position == count + 1;
    const auto at = behind ? members.size() : place(position, members.size());
    if (!at) return std::nullopt;
    const auto where = members.begin() + static_cast<std::ptrdiff_t>(*at);
    if (function == Function::remove) members.erase(where);
    if (function == Function::insert_before) members.insert(where, arguments[2].front());
    if (function == Function::list_replace) *where = arguments[2].front();
    return list_of(std::move(members));
}

std::optional<ListFunctions::Values> ListFunctions::sublist(const std::vector<Values>& arguments) {
    const Values& members = arguments[0];
    const auto first = place(integer_of(arguments[1]), members.size());
    if (!first) return std::nullopt;
    const auto rest = static_cast<std::int64_t>(members.size() - *first);
    const std::int64_t length = arguments.size() > 2 ? integer_of(arguments[2]) : rest;
    if (length < 1 || length > rest) return std::nullopt;
    const auto begin = members.begin() + static_cast<std::ptrdiff_t>(*first);
    return Values(begin, begin + static_cast<std::ptrdiff_t>(length));
}

ListFunctions::Values ListFunctions::distinct(const Type& element, const Values& members) {
    Values result;
    for (const AbstractValue& member : members) {
        const auto equal = [&](const AbstractValue& other) { return same(element, other, member); };
        if (std::none_of(result.begin(), result.end(), equal)) result.push_back(member);
    }
    return result;
}

ListFunctions::Values ListFunctions::duplicates(const Type& element, const Values& members) {
    Values result;
    for (const AbstractValue& value : distinct(element, members)) {
        const auto equal = [&](const AbstractValue& other) { return same(element, other, value); };
        if (std::count_if(members.begin(), members.end(), equal) > 1) result.push_back(value);
    }
    return result;
}

ListFunctions::Values ListFunctions::positions_of(const Type& element, const Values& members,
                                                  const AbstractValue& wanted) {
    Values positions;
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (!same(element, members[i], wanted)) continue;
        positions.push_back(PossibleInteger::exactly(static_cast<std::int64_t>(i) + 1));
    }
    return positions;
}

std::optional<AbstractValue> ListFunctions::of_numbers(const Expression& e, const Values& members) {
    if (e.function == Function::product && e.type.kind == TypeKind::integer) {
        std::vector<std::int64_t> factors;
        for (const AbstractValue& member : members) {
            if (!std::get<PossibleInteger>(member).is_single()) return std::nullopt;
            factors.push_back(std::get<PossibleInteger>(member).lo);
        }
        if (factors.empty()) evaluator_.note(Reason::empty_list);
        const auto product = product_of(factors);
        if (!product && !factors.empty()) evaluator_.note(Reason::overflow);
        return product ? std::optional<AbstractValue>(PossibleInteger::exactly(*product)) : std::nullopt;
    }
    std::vector<double> numbers;
    for (const AbstractValue& member : members) {
        const auto number = as_decimal(member);
        if (!number) {
            evaluator_.note(Reason::no_such_thing);
            return std::nullopt;
        }
        numbers.push_back(*number);
    }
    if (e.function == Function::mode) {
        Values values;
        for (const std::size_t i : most_frequent(numbers)) values.push_back(members[i]);
        return list_of(std::move(values));
    }
    const auto result = statistic(e.function, numbers);
    if (!result) evaluator_.note(numbers.empty() ? Reason::empty_list : Reason::no_result);
    return result ? std::optional<AbstractValue>(PossibleDecimal::exactly(*result)) : std::nullopt;
}

}  // namespace cadre
