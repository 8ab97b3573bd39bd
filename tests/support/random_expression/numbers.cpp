// The generator's numbers.

#include "support/random_expression.hpp"

namespace cadre::testing {

ExpressionPtr ExpressionGenerator::integer(int depth) {
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
            if (chance(0.1)) return call(Function::count, {TypeKind::integer}, {lists_of_spans("tasks", depth - 1)});
            return call(Function::count, {TypeKind::integer},
                        {chance(0.8) ? records(depth - 1) : scalars(TypeKind::integer, depth - 1)});
        case 7: return fold(TypeKind::integer, depth);
        case 8: return law(TypeKind::integer, depth);
        case 10: return call(Function::string_length, {TypeKind::integer}, {text(depth - 1)});
        case 11:
            return call(chance(0.5) ? Function::floor : Function::ceiling, {TypeKind::integer}, {decimal(depth - 1)});
        case 9: return call(Function::modulo, {TypeKind::integer}, {integer(depth - 1), integer(depth - 1)});
        default: return leaf(TypeKind::integer);
    }
}

ExpressionPtr ExpressionGenerator::decimal(int depth) {
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

ExpressionPtr ExpressionGenerator::rounding(int depth) {
    static constexpr Function functions[] = {Function::floor,          Function::ceiling,       Function::round_up,
                                             Function::round_down,     Function::round_half_up, Function::decimal,
                                             Function::round_half_down};
    return call(functions[below(7)], {TypeKind::decimal}, {decimal(depth - 1), integer(0)});
}

ExpressionPtr ExpressionGenerator::ratio(TypeKind kind, int depth) {
    return binary(Operation::divide, TypeKind::decimal,
                  node(Operation::to_decimal, {TypeKind::decimal}, {scalar(kind, depth - 1)}),
                  node(Operation::to_decimal, {TypeKind::decimal}, {scalar(kind, depth - 1)}));
}

ExpressionPtr ExpressionGenerator::mean(int depth) {
    static constexpr Function functions[] = {Function::mean, Function::mean, Function::median, Function::stddev};
    const TypeKind kind = chance(0.6) ? TypeKind::integer : TypeKind::decimal;
    ExpressionPtr list = chance(0.2)
                             ? node(Operation::list, Type::list_of({kind}), {leaf(kind), leaf(kind), constant(kind)})
                             : scalars(kind, depth - 1);
    return call(functions[below(4)], {TypeKind::decimal}, {list});
}

}  // namespace cadre::testing
