// The generator's conditions.

#include "support/random_expression.hpp"

namespace cadre::testing {

ExpressionPtr ExpressionGenerator::boolean(int depth) {
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

ExpressionPtr ExpressionGenerator::boolean_of_row(int depth) {
    std::vector<Variable> outer = {{0, people_}};
    std::swap(outer, scope_);
    const int slot = std::exchange(next_slot_, 1);
    ExpressionPtr body = boolean(depth);
    next_slot_ = slot;
    std::swap(outer, scope_);
    return body;
}

ExpressionPtr ExpressionGenerator::named(ExpressionPtr body) {
    const bool criterion = chance(0.3);
    auto e = node(criterion ? Operation::criterion : Operation::definition, body->type, {body});
    e->name = "named";
    if (criterion && chance(0.5)) e->in_force.to = day_number(Date(2012, 6, 1));
    return e;
}

ExpressionPtr ExpressionGenerator::comparison(int depth) {
    static constexpr Operation operations[] = {Operation::equal,      Operation::not_equal, Operation::less,
                                               Operation::less_equal, Operation::greater,   Operation::greater_equal};
    if (chance(0.06)) return reference_test();
    if (chance(0.06)) return none_test();
    const TypeKind kind = scalar_kind();
    ExpressionPtr a = scalar(kind, depth - 1);
    ExpressionPtr b = chance(0.6) ? constant(kind) : scalar(kind, depth - 1);
    if (chance(0.3)) std::swap(a, b);
    return node(operations[below(6)], {TypeKind::boolean}, {a, b});
}

ExpressionPtr ExpressionGenerator::reference_test() {
    ExpressionPtr a = attribute(TypeKind::reference);
    ExpressionPtr b = attribute(TypeKind::reference);
    if (chance(0.3)) a = conditional(boolean(0), a, b);
    return node(Operation::equal, {TypeKind::boolean}, {a, b});
}

ExpressionPtr ExpressionGenerator::none_test() {
    auto joined = node(Operation::attribute, {TypeKind::date}, {variable(0, {TypeKind::record, people_})});
    joined->attribute = *schema_.table(people_).find("joined");
    return node(chance(0.5) ? Operation::equal : Operation::not_equal, {TypeKind::boolean},
                {joined, node(Operation::none, {TypeKind::date})});
}

ExpressionPtr ExpressionGenerator::between(int depth) {
    const TypeKind kind = scalar_kind();
    return node(Operation::between, {TypeKind::boolean},
                {scalar(kind, depth - 1), chance(0.7) ? constant(kind) : scalar(kind, depth - 1), constant(kind)});
}

ExpressionPtr ExpressionGenerator::in(int depth) {
    const TypeKind kind = scalar_kind();
    ExpressionPtr x = scalar(kind, depth - 1);
    Children children = {x};
    for (std::int64_t i = 1 + below(3); i > 0; --i) {
        children.push_back(node(chance(0.7) ? Operation::equal : Operation::less_equal, {TypeKind::boolean},
                                {x, chance(0.8) ? constant(kind) : scalar(kind, 0)}));
    }
    return node(Operation::in, {TypeKind::boolean}, children);
}

ExpressionPtr ExpressionGenerator::known() {
    static constexpr TypeKind kinds[] = {TypeKind::integer, TypeKind::decimal, TypeKind::date,     TypeKind::level,
                                         TypeKind::text,    TypeKind::boolean, TypeKind::reference};
    ExpressionPtr cell = attribute(kinds[below(7)]);
    return cell ? call(Function::known, {TypeKind::boolean}, {cell}) : literal({TypeKind::boolean}, true);
}

ExpressionPtr ExpressionGenerator::all_or_any(int depth) {
    ExpressionPtr list = chance(0.3) ? node(Operation::list, Type::list_of({TypeKind::boolean}),
                                            {boolean(depth - 1), boolean(depth - 1)})
                                     : scalars(TypeKind::boolean, depth - 1);
    return call(chance(0.5) ? Function::all : Function::any, {TypeKind::boolean}, {list});
}

ExpressionPtr ExpressionGenerator::contains(int depth) {
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

ExpressionPtr ExpressionGenerator::lists_equal(int depth) {
    return node(Operation::equal, {TypeKind::boolean},
                {scalars(TypeKind::integer, depth - 1), scalars(TypeKind::integer, depth - 1)});
}

ExpressionPtr ExpressionGenerator::quantified(int depth) {
    auto e = node(chance(0.5) ? Operation::some : Operation::every, {TypeKind::boolean}, {records(depth - 1)});
    e->slot = next_slot_++;
    e->name = "v" + std::to_string(e->slot);
    e->children.push_back(inside(e->slot, *e->children[0]->type.element, [&] { return boolean(depth - 1); }));
    return e;
}

}  // namespace cadre::testing
