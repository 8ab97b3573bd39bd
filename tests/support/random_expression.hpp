#pragma once

// Random well-typed expressions of the criterion language over the schema of random_world.hpp.

#include "support/random_world.hpp"

#include <cadre/criteria/expression.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <random>
#include <utility>
#include <vector>

namespace cadre::testing {

class ExpressionGenerator {
public:
    explicit ExpressionGenerator(std::mt19937_64& random) : random_(random), schema_(*world_schema()) {
        people_ = *schema_.find_table("people");
        spans_ = *schema_.find_table("people.spans");
        units_ = *schema_.find_table("units");
        for (const TypeKind kind : parameter_kinds) parameters_.push_back(dated_parameter(kind));
    }

    ExpressionPtr condition(int depth) {
        scope_ = {{0, people_}};
        next_slot_ = 1;
        asks_known_ = chance(0.15);
        return boolean(depth);
    }

    /// Whether missing data decides in the last condition: `known` or `get or else` may stand in it.
    bool asks_known() const { return asks_known_; }

private:
    struct Variable {
        int slot;
        int table;
    };
    using Children = std::vector<ExpressionPtr>;

    std::int64_t below(std::int64_t bound) {
        return std::uniform_int_distribution<std::int64_t>(0, bound - 1)(random_);
    }
    bool chance(double probability) { return std::bernoulli_distribution(probability)(random_); }

    static std::shared_ptr<Expression> node(Operation operation, Type type, Children children = {}) {
        auto e = std::make_shared<Expression>();
        e->operation = operation;
        e->type = std::move(type);
        e->children = std::move(children);
        return e;
    }
    static ExpressionPtr literal(Type type, Constant constant) {
        auto e = node(Operation::literal, std::move(type));
        e->constant = std::move(constant);
        return e;
    }
    static ExpressionPtr integer_literal(std::int64_t value) { return literal({TypeKind::integer}, value); }
    static ExpressionPtr call(Function function, Type type, Children children) {
        auto e = node(Operation::call, std::move(type), std::move(children));
        e->function = function;
        return e;
    }
    static ExpressionPtr variable(int slot, Type type) {
        auto e = node(Operation::variable, std::move(type));
        e->slot = slot;
        e->name = "v" + std::to_string(slot);
        return e;
    }

    /// A random attribute of the kind, of a variable in scope or behind its references; null: none found.
    ExpressionPtr attribute(TypeKind kind) {
        for (int attempt = 0; attempt < 6; ++attempt) {
            const auto variables = static_cast<std::int64_t>(scope_.size());
            const Variable& from = scope_[static_cast<std::size_t>(chance(0.6) ? variables - 1 : below(variables))];
            ExpressionPtr row = variable(from.slot, {TypeKind::record, from.table});
            if (chance(0.3)) {
                if (ExpressionPtr unit = attribute_of(row, TypeKind::reference)) row = unit;
                if (chance(0.3)) {
                    if (ExpressionPtr above = attribute_of(row, TypeKind::reference)) row = above;
                }
            }
            if (ExpressionPtr found = attribute_of(row, kind)) return found;
        }
        return nullptr;
    }

    ExpressionPtr attribute_of(const ExpressionPtr& row, TypeKind kind) {
        const auto& attributes = schema_.table(row->type.domain).attributes;
        std::vector<int> fitting;
        for (std::size_t i = 0; i < attributes.size(); ++i) {
            if (!attributes[i].key && attributes[i].type.kind == kind) fitting.push_back(static_cast<int>(i));
        }
        if (fitting.empty()) return nullptr;
        const int chosen = fitting[static_cast<std::size_t>(below(static_cast<std::int64_t>(fitting.size())))];
        auto e = node(Operation::attribute, attributes[static_cast<std::size_t>(chosen)].type, {row});
        e->attribute = chosen;
        return e;
    }

    ExpressionPtr boolean(int depth) {
        if (depth <= 0) {
            if (chance(0.5)) return literal({TypeKind::boolean}, chance(0.5));
            ExpressionPtr cell = attribute(TypeKind::boolean);
            return cell ? cell : literal({TypeKind::boolean}, true);
        }
        switch (below(14)) {
            case 0: return node(Operation::conjunction, {TypeKind::boolean}, {boolean(depth - 1), boolean(depth - 1)});
            case 1: return node(Operation::disjunction, {TypeKind::boolean}, {boolean(depth - 1), boolean(depth - 1)});
            case 2: return node(Operation::negation, {TypeKind::boolean}, {boolean(depth - 1)});
            case 3: return conditional(boolean(depth - 1), boolean(depth - 1), boolean(depth - 1));
            case 4: {
                if (chance(0.2)) return law(TypeKind::boolean, depth);
                if (asks_known_ && chance(0.6)) return known();
                if (ExpressionPtr cell = attribute(TypeKind::boolean)) return cell;
                return boolean(0);
            }
            case 5: return between(depth);
            case 6: return in(depth);
            case 7: return quantified(depth);
            case 8: return contains(depth);
            case 9: return named(boolean_of_row(depth - 1));
            case 10: return lists_equal(depth);
            case 11: return all_or_any(depth);
            default: return comparison(depth);
        }
    }

    /// A condition that reads the judged row alone, as bodies of definitions do.
    ExpressionPtr boolean_of_row(int depth) {
        std::vector<Variable> outer = {{0, people_}};
        std::swap(outer, scope_);
        const int slot = std::exchange(next_slot_, 1);
        ExpressionPtr body = boolean(depth);
        next_slot_ = slot;
        std::swap(outer, scope_);
        return body;
    }

    ExpressionPtr named(ExpressionPtr body) {
        const bool criterion = chance(0.3);
        auto e = node(criterion ? Operation::criterion : Operation::definition, body->type, {body});
        e->name = "named";
        if (criterion && chance(0.5)) e->in_force.to = day_number(Date(2012, 6, 1));
        return e;
    }

    ExpressionPtr conditional(ExpressionPtr condition, ExpressionPtr a, ExpressionPtr b) {
        return node(Operation::conditional, a->type, {std::move(condition), a, std::move(b)});
    }

    TypeKind scalar_kind() {
        static constexpr TypeKind kinds[] = {TypeKind::integer, TypeKind::decimal, TypeKind::date, TypeKind::months,
                                             TypeKind::days,    TypeKind::level,   TypeKind::text};
        return kinds[below(7)];
    }

    ExpressionPtr scalar(TypeKind kind, int depth) {
        switch (kind) {
            case TypeKind::integer: return integer(depth);
            case TypeKind::decimal: return decimal(depth);
            case TypeKind::date: return date(depth);
            case TypeKind::months: return months(depth);
            case TypeKind::days: return days(depth);
            case TypeKind::level: return level(depth);
            default: return text(depth);
        }
    }

    ExpressionPtr comparison(int depth) {
        static constexpr Operation operations[] = {Operation::equal,   Operation::not_equal,
                                                   Operation::less,    Operation::less_equal,
                                                   Operation::greater, Operation::greater_equal};
        if (chance(0.06)) return reference_test();
        if (chance(0.06)) return none_test();
        const TypeKind kind = scalar_kind();
        ExpressionPtr a = scalar(kind, depth - 1);
        ExpressionPtr b = chance(0.6) ? constant(kind) : scalar(kind, depth - 1);
        if (chance(0.3)) std::swap(a, b);
        return node(operations[below(6)], {TypeKind::boolean}, {a, b});
    }

    ExpressionPtr reference_test() {
        ExpressionPtr a = attribute(TypeKind::reference);
        ExpressionPtr b = attribute(TypeKind::reference);
        if (chance(0.3)) a = conditional(boolean(0), a, b);
        return node(Operation::equal, {TypeKind::boolean}, {a, b});
    }

    ExpressionPtr none_test() {
        auto joined = node(Operation::attribute, {TypeKind::date}, {variable(0, {TypeKind::record, people_})});
        joined->attribute = *schema_.table(people_).find("joined");
        return node(chance(0.5) ? Operation::equal : Operation::not_equal, {TypeKind::boolean},
                    {joined, node(Operation::none, {TypeKind::date})});
    }

    ExpressionPtr between(int depth) {
        const TypeKind kind = scalar_kind();
        return node(Operation::between, {TypeKind::boolean},
                    {scalar(kind, depth - 1), chance(0.7) ? constant(kind) : scalar(kind, depth - 1), constant(kind)});
    }

    ExpressionPtr in(int depth) {
        const TypeKind kind = scalar_kind();
        ExpressionPtr x = scalar(kind, depth - 1);
        Children children = {x};
        for (std::int64_t i = 1 + below(3); i > 0; --i) {
            children.push_back(node(chance(0.7) ? Operation::equal : Operation::less_equal, {TypeKind::boolean},
                                    {x, chance(0.8) ? constant(kind) : scalar(kind, 0)}));
        }
        return node(Operation::in, {TypeKind::boolean}, children);
    }

    ExpressionPtr constant(TypeKind kind) {
        switch (kind) {
            case TypeKind::integer: return integer_literal(below(4) - 1 + (chance(0.2) ? 2010 : 0));
            case TypeKind::decimal: return literal({kind}, static_cast<double>(below(9)) / 2 - 1);
            case TypeKind::date: return chance(0.3) ? node(Operation::as_of, {kind}) : literal({kind}, some_day());
            case TypeKind::months: return literal({kind}, below(60) - 6);
            case TypeKind::days: return literal({kind}, below(900) - 60);
            case TypeKind::boolean: return literal({kind}, chance(0.5));
            case TypeKind::level: return literal({kind, *schema_.find_scale("grade")}, below(4));
            default: {
                static const char* const texts[] = {"a", "b", "ab", "zz", ""};
                return literal({kind}, std::string(texts[below(5)]));
            }
        }
    }

    std::int64_t some_day() {
        return day_number(Date(static_cast<unsigned short>(2009 + below(6)), static_cast<unsigned short>(1 + below(12)),
                               static_cast<unsigned short>(1 + below(28))));
    }

    ExpressionPtr leaf(TypeKind kind) {
        if (chance(0.08)) return law(kind, 0);
        if (chance(0.25)) return constant(kind);
        ExpressionPtr cell = attribute(kind);
        if (!cell) return constant(kind);
        if (asks_known_ && chance(0.3)) return call(Function::get_or_else, cell->type, {cell, constant(kind)});
        return cell;
    }

    ExpressionPtr known() {
        static constexpr TypeKind kinds[] = {TypeKind::integer, TypeKind::decimal, TypeKind::date,     TypeKind::level,
                                             TypeKind::text,    TypeKind::boolean, TypeKind::reference};
        ExpressionPtr cell = attribute(kinds[below(7)]);
        return cell ? call(Function::known, {TypeKind::boolean}, {cell}) : literal({TypeKind::boolean}, true);
    }

    ExpressionPtr all_or_any(int depth) {
        ExpressionPtr list = chance(0.3) ? node(Operation::list, Type::list_of({TypeKind::boolean}),
                                                {boolean(depth - 1), boolean(depth - 1)})
                                         : scalars(TypeKind::boolean, depth - 1);
        return call(chance(0.5) ? Function::all : Function::any, {TypeKind::boolean}, {list});
    }

    /// A list made of others.
    ExpressionPtr made_list(TypeKind kind, int depth) {
        const Type type = Type::list_of(type_of(kind));
        const ExpressionPtr list = scalars(kind, depth - 1);
        const ExpressionPtr position = integer_literal(chance(0.5) ? 1 + below(3) : -1 - below(2));
        switch (below(kind == TypeKind::integer ? 13 : 11)) {
            case 0: return call(Function::append, type, {list, leaf(kind)});
            case 1: return call(Function::concatenate, type, {list, scalars(kind, depth - 1)});
            case 2: return call(Function::set_union, type, {list, scalars(kind, depth - 1)});
            case 3: return call(Function::flatten, type, {node(Operation::list, Type::list_of(type), {list, list})});
            case 4: return call(Function::sublist, type, {list, position, integer_literal(1 + below(2))});
            case 5: return call(Function::remove, type, {list, position});
            case 6: return call(Function::insert_before, type, {list, position, leaf(kind)});
            case 7: return call(Function::list_replace, type, {list, position, leaf(kind)});
            case 8: return call(Function::reverse, type, {list});
            case 9: return call(Function::duplicate_values, type, {list});
            case 11: return call(Function::index_of, type, {scalars(TypeKind::text, depth - 1), leaf(TypeKind::text)});
            case 12: return call(Function::mode, type, {list});
            default: return call(Function::distinct_values, type, {list});
        }
    }

    ExpressionPtr mean(int depth) {
        static constexpr Function functions[] = {Function::mean, Function::mean, Function::median, Function::stddev};
        const TypeKind kind = chance(0.6) ? TypeKind::integer : TypeKind::decimal;
        ExpressionPtr list =
            chance(0.2) ? node(Operation::list, Type::list_of({kind}), {leaf(kind), leaf(kind), constant(kind)})
                        : scalars(kind, depth - 1);
        return call(functions[below(4)], {TypeKind::decimal}, {list});
    }

    ExpressionPtr binary(Operation operation, TypeKind kind, ExpressionPtr a, ExpressionPtr b) {
        return node(operation, {kind}, {std::move(a), std::move(b)});
    }
    Operation plus_or_minus() { return chance(0.5) ? Operation::add : Operation::subtract; }

    ExpressionPtr integer(int depth) {
        if (depth <= 0) return leaf(TypeKind::integer);
        switch (below(13)) {
            case 0: return binary(plus_or_minus(), TypeKind::integer, integer(depth - 1), integer(depth - 1));
            case 1: return binary(Operation::multiply, TypeKind::integer, integer(depth - 1), integer(depth - 1));
            case 2: return node(Operation::negate, {TypeKind::integer}, {integer(depth - 1)});
            case 3: return conditional(boolean(depth - 1), integer(depth - 1), integer(depth - 1));
            case 4: return call(Function::abs, {TypeKind::integer}, {integer(depth - 1)});
            case 5: {
                static constexpr Function parts[] = {Function::year,    Function::month,       Function::day,
                                                     Function::weekday, Function::day_of_year, Function::week_of_year,
                                                     Function::years,   Function::months,      Function::days};
                const auto part = below(9);
                return call(parts[part], {TypeKind::integer},
                            {part < 6   ? date(depth - 1)
                             : part < 8 ? months(depth - 1)
                                        : days(depth - 1)});
            }
            case 6:
                return call(Function::count, {TypeKind::integer},
                            {chance(0.8) ? records(depth - 1) : scalars(TypeKind::integer, depth - 1)});
            case 7: return fold(TypeKind::integer, depth);
            case 8: return law(TypeKind::integer, depth);
            case 10: return call(Function::string_length, {TypeKind::integer}, {text(depth - 1)});
            case 11:
                return call(chance(0.5) ? Function::floor : Function::ceiling, {TypeKind::integer},
                            {decimal(depth - 1)});
            case 9: return call(Function::modulo, {TypeKind::integer}, {integer(depth - 1), integer(depth - 1)});
            default: return leaf(TypeKind::integer);
        }
    }

    static constexpr TypeKind parameter_kinds[] = {TypeKind::boolean, TypeKind::integer, TypeKind::decimal,
                                                   TypeKind::date,    TypeKind::months,  TypeKind::days,
                                                   TypeKind::level,   TypeKind::text};

    /// One to three versions from 2010 on, the last perhaps with an end.
    std::shared_ptr<const Parameter> dated_parameter(TypeKind kind) {
        auto parameter = std::make_shared<Parameter>();
        parameter->id = "p" + std::to_string(static_cast<int>(kind));
        parameter->type = type_of(kind);
        std::optional<DayNumber> from;
        if (chance(0.5)) from = day_number(Date(2010, 1, 1));
        for (std::int64_t left = below(3); left >= 0; --left) {
            std::optional<DayNumber> to;
            if (left > 0 || chance(0.3)) to = day_number(Date(static_cast<unsigned short>(2014 - left), 3, 15));
            ExpressionPtr value = kind == TypeKind::date ? literal({kind}, some_day()) : constant(kind);
            parameter->versions.push_back({{from, to}, std::move(value), {}});
            from = to;
        }
        return parameter;
    }

    /// A parameter by the law of law_as_of, or of a date of facts.
    ExpressionPtr law(TypeKind kind, int depth) {
        for (const auto& parameter : parameters_) {
            if (parameter->type.kind != kind) continue;
            auto e = node(Operation::parameter, parameter->type);
            e->parameter = parameter;
            e->name = parameter->id;
            if (chance(0.8)) e->children = {date(depth - 1)};
            return e;
        }
        return leaf(kind);
    }

    ExpressionPtr decimal(int depth) {
        if (depth <= 0) return leaf(TypeKind::decimal);
        switch (below(13)) {
            case 0: return binary(plus_or_minus(), TypeKind::decimal, decimal(depth - 1), decimal(depth - 1));
            case 1: return binary(Operation::multiply, TypeKind::decimal, decimal(depth - 1), decimal(depth - 1));
            case 2: return binary(Operation::divide, TypeKind::decimal, decimal(depth - 1), decimal(depth - 1));
            case 3: return node(Operation::to_decimal, {TypeKind::decimal}, {integer(depth - 1)});
            case 4: return conditional(boolean(depth - 1), decimal(depth - 1), decimal(depth - 1));
            case 5: return fold(TypeKind::decimal, depth);
            case 7: return rounding(depth);
            case 8: {
                static constexpr Function functions[] = {Function::sqrt, Function::log, Function::exp};
                return call(functions[below(3)], {TypeKind::decimal}, {decimal(depth - 1)});
            }
            case 9: return ratio(chance(0.5) ? TypeKind::months : TypeKind::days, depth);
            case 6: return call(Function::modulo, {TypeKind::decimal}, {decimal(depth - 1), decimal(depth - 1)});
            case 10:
            case 11: return mean(depth);
            default: return leaf(TypeKind::decimal);
        }
    }

    ExpressionPtr rounding(int depth) {
        static constexpr Function functions[] = {Function::floor,          Function::ceiling,       Function::round_up,
                                                 Function::round_down,     Function::round_half_up, Function::decimal,
                                                 Function::round_half_down};
        return call(functions[below(7)], {TypeKind::decimal}, {decimal(depth - 1), integer(0)});
    }

    /// A duration over another.
    ExpressionPtr ratio(TypeKind kind, int depth) {
        return binary(Operation::divide, TypeKind::decimal,
                      node(Operation::to_decimal, {TypeKind::decimal}, {scalar(kind, depth - 1)}),
                      node(Operation::to_decimal, {TypeKind::decimal}, {scalar(kind, depth - 1)}));
    }

    ExpressionPtr date(int depth) {
        if (depth <= 0) return leaf(TypeKind::date);
        switch (below(7)) {
            case 0: return binary(plus_or_minus(), TypeKind::date, date(depth - 1), months(depth - 1));
            case 1: return binary(plus_or_minus(), TypeKind::date, date(depth - 1), days(depth - 1));
            case 2: return conditional(boolean(depth - 1), date(depth - 1), date(depth - 1));
            case 3: return fold(TypeKind::date, depth);
            case 4: return call(Function::date, {TypeKind::date}, {integer(0), integer(0), integer_literal(1)});
            default: return leaf(TypeKind::date);
        }
    }

    ExpressionPtr months(int depth) {
        if (depth <= 0) return constant(TypeKind::months);
        switch (below(6)) {
            case 3:
                return binary(chance(0.5) ? Operation::multiply : Operation::divide, TypeKind::months,
                              months(depth - 1), decimal(depth - 1));
            case 0: return binary(plus_or_minus(), TypeKind::months, months(depth - 1), months(depth - 1));
            case 1: return binary(Operation::multiply, TypeKind::months, months(depth - 1), integer(depth - 1));
            case 2: return constant(TypeKind::months);
            default:
                return call(
                    Function::years_and_months_duration, {TypeKind::months},
                    {date(depth - 1), chance(0.5) ? node(Operation::as_of, {TypeKind::date}) : date(depth - 1)});
        }
    }

    ExpressionPtr days(int depth) {
        if (depth <= 0) return constant(TypeKind::days);
        if (chance(0.3)) return constant(TypeKind::days);
        if (chance(0.2)) {
            return binary(chance(0.5) ? Operation::multiply : Operation::divide, TypeKind::days, days(depth - 1),
                          integer(depth - 1));
        }
        return binary(Operation::subtract, TypeKind::days, date(depth - 1), date(depth - 1));
    }

    ExpressionPtr level(int depth) {
        if (depth > 0 && chance(0.25)) return conditional(boolean(depth - 1), level(depth - 1), level(depth - 1));
        if (depth > 0 && chance(0.15)) return fold(TypeKind::level, depth);
        return leaf(TypeKind::level);
    }

    ExpressionPtr text(int depth) {
        if (depth <= 0) return leaf(TypeKind::text);
        if (chance(0.15)) return conditional(boolean(depth - 1), text(depth - 1), text(depth - 1));
        if (chance(0.1)) return binary(Operation::add, TypeKind::text, text(depth - 1), text(depth - 1));
        if (chance(0.3)) return text_call(depth);
        return leaf(TypeKind::text);
    }

    ExpressionPtr text_call(int depth) {
        const Type type{TypeKind::text};
        switch (below(6)) {
            case 0: return call(Function::substring, type, {text(depth - 1), integer(0)});
            case 1: return call(Function::substring, type, {text(depth - 1), integer(0), integer(0)});
            case 2: {
                static constexpr Function functions[] = {Function::upper_case, Function::lower_case};
                return call(functions[below(2)], type, {text(depth - 1)});
            }
            case 3: {
                static constexpr Function functions[] = {Function::substring_before, Function::substring_after};
                return call(functions[below(2)], type, {text(depth - 1), text(0)});
            }
            case 4: {
                static constexpr Function functions[] = {Function::day_of_week, Function::month_of_year};
                return call(functions[below(2)], type, {date(depth - 1)});
            }
            default: {
                const TypeKind kind = scalar_kind();
                if (kind == TypeKind::level) return call(Function::string_join, type, {scalars(TypeKind::text, depth)});
                return call(Function::string, type, {scalar(kind, depth - 1)});
            }
        }
    }

    ExpressionPtr contains(int depth) {
        if (chance(0.15)) {
            return call(chance(0.5) ? Function::odd : Function::even, {TypeKind::boolean}, {integer(depth - 1)});
        }
        if (chance(0.4)) {
            static constexpr Function tests[] = {Function::contains, Function::starts_with, Function::ends_with};
            return call(tests[below(3)], {TypeKind::boolean}, {text(depth - 1), text(0)});
        }
        const TypeKind kind = chance(0.5) ? TypeKind::text : TypeKind::integer;
        return call(Function::list_contains, {TypeKind::boolean}, {scalars(kind, depth - 1), scalar(kind, 0)});
    }

    ExpressionPtr lists_equal(int depth) {
        return node(Operation::equal, {TypeKind::boolean},
                    {scalars(TypeKind::integer, depth - 1), scalars(TypeKind::integer, depth - 1)});
    }

    /// A list of spans, perhaps filtered, chosen or reached by name.
    ExpressionPtr records(int depth) {
        auto list = node(Operation::attribute, Type::list_of({TypeKind::record, spans_}),
                         {variable(0, {TypeKind::record, people_})});
        list->attribute = *schema_.table(people_).find("spans");
        ExpressionPtr result = list;
        if (chance(0.15)) {
            auto definition = node(Operation::definition, result->type, {result});
            definition->name = "spans_by_name";
            result = definition;
        }
        if (depth > 0 && chance(0.6)) result = filtered(result, {TypeKind::record, spans_}, depth);
        if (depth > 0 && chance(0.1)) result = conditional(boolean(depth - 1), result, list);
        return result;
    }

    ExpressionPtr filtered(const ExpressionPtr& list, const Type& element, int depth) {
        auto filter = node(Operation::filter, list->type, {list});
        filter->slot = next_slot_++;
        filter->name = "v" + std::to_string(filter->slot);
        filter->children.push_back(inside(filter->slot, element, [&] { return boolean(depth - 1); }));
        return filter;
    }

    template <class Make>
    ExpressionPtr inside(int slot, const Type& element, Make make) {
        if (element.kind == TypeKind::record) scope_.push_back({slot, element.domain});
        ExpressionPtr made = make();
        if (element.kind == TypeKind::record) scope_.pop_back();
        return made;
    }

    ExpressionPtr quantified(int depth) {
        auto e = node(chance(0.5) ? Operation::some : Operation::every, {TypeKind::boolean}, {records(depth - 1)});
        e->slot = next_slot_++;
        e->name = "v" + std::to_string(e->slot);
        e->children.push_back(inside(e->slot, {TypeKind::record, spans_}, [&] { return boolean(depth - 1); }));
        return e;
    }

    ExpressionPtr scalars(TypeKind kind, int depth) {
        if (depth > 0 && chance(0.2)) return made_list(kind, depth);
        if (chance(0.3)) {
            Children members;
            for (std::int64_t i = below(4); i > 0; --i) members.push_back(chance(0.5) ? constant(kind) : leaf(kind));
            return node(Operation::list, Type::list_of(type_of(kind)), members);
        }
        if (kind == TypeKind::integer && chance(0.4)) return own_list("marks", people_, kind);
        if (kind == TypeKind::text && chance(0.3)) {
            auto tags = node(Operation::attribute, Type::list_of({kind}), {attribute(TypeKind::reference)});
            tags->attribute = *schema_.table(units_).find("tags");
            return tags;
        }
        return projected(kind, depth);
    }

    ExpressionPtr own_list(const char* name, int table, TypeKind kind) {
        auto list = node(Operation::attribute, Type::list_of({kind}), {variable(0, {TypeKind::record, table})});
        list->attribute = *schema_.table(table).find(name);
        return list;
    }

    Type type_of(TypeKind kind) {
        return kind == TypeKind::level ? Type{kind, *schema_.find_scale("grade")} : Type{kind};
    }

    ExpressionPtr projected(TypeKind kind, int depth) {
        auto project = node(Operation::project, Type::list_of(type_of(kind)), {records(depth)});
        project->slot = next_slot_++;
        const ExpressionPtr member = variable(project->slot, {TypeKind::record, spans_});
        ExpressionPtr value = attribute_of(member, kind);
        if (!value) value = attribute_of(attribute_of(member, TypeKind::reference), kind);
        if (!value) return node(Operation::list, Type::list_of(type_of(kind)), {constant(kind), leaf(kind)});
        project->children.push_back(value);
        return project;
    }

    /// sum, min, max of a list, or the member at a position.
    ExpressionPtr fold(TypeKind kind, int depth) {
        if (chance(0.3)) return at_position(kind, depth);
        const bool summable = kind == TypeKind::integer || kind == TypeKind::decimal;
        static constexpr Function functions[] = {Function::min, Function::max, Function::sum, Function::product};
        ExpressionPtr list = chance(0.3)
                                 ? node(Operation::list, Type::list_of(type_of(kind)), {leaf(kind), constant(kind)})
                                 : scalars(kind, depth - 1);
        return call(functions[below(summable ? 4 : 2)], type_of(kind), {list});
    }

    ExpressionPtr at_position(TypeKind kind, int depth) {
        ExpressionPtr position = chance(0.9) ? integer_literal(chance(0.5) ? 1 + below(3) : -1 - below(2)) : integer(0);
        if (chance(0.5)) {
            return node(Operation::index, type_of(kind), {scalars(kind, depth - 1), position});
        }
        ExpressionPtr member = node(Operation::index, {TypeKind::record, spans_}, {records(depth - 1), position});
        ExpressionPtr value = attribute_of(member, kind);
        return value ? value : leaf(kind);
    }

    std::mt19937_64& random_;
    const Schema& schema_;
    int people_ = 0;
    int spans_ = 0;
    int units_ = 0;
    std::vector<Variable> scope_;
    int next_slot_ = 1;
    bool asks_known_ = false;
    std::vector<std::shared_ptr<const Parameter>> parameters_;
};

}  // namespace cadre::testing
