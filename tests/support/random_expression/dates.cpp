// The generator's dates and durations.

#include "support/random_expression.hpp"

namespace cadre::testing {

ExpressionPtr ExpressionGenerator::date(int depth) {
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

ExpressionPtr ExpressionGenerator::months(int depth) {
    if (depth <= 0) return constant(TypeKind::months);
    switch (below(6)) {
        case 3:
            return binary(chance(0.5) ? Operation::multiply : Operation::divide, TypeKind::months, months(depth - 1),
                          decimal(depth - 1));
        case 0: return binary(plus_or_minus(), TypeKind::months, months(depth - 1), months(depth - 1));
        case 1: return binary(Operation::multiply, TypeKind::months, months(depth - 1), integer(depth - 1));
        case 2: return constant(TypeKind::months);
        default:
            return call(Function::years_and_months_duration, {TypeKind::months},
                        {date(depth - 1), chance(0.5) ? node(Operation::as_of, {TypeKind::date}) : date(depth - 1)});
    }
}

ExpressionPtr ExpressionGenerator::days(int depth) {
    if (depth <= 0) return constant(TypeKind::days);
    if (chance(0.3)) return constant(TypeKind::days);
    if (chance(0.2)) {
        return binary(chance(0.5) ? Operation::multiply : Operation::divide, TypeKind::days, days(depth - 1),
                      integer(depth - 1));
    }
    return binary(Operation::subtract, TypeKind::days, date(depth - 1), date(depth - 1));
}

std::int64_t ExpressionGenerator::some_day() {
    return day_number(Date(static_cast<unsigned short>(2009 + below(6)), static_cast<unsigned short>(1 + below(12)),
                           static_cast<unsigned short>(1 + below(28))));
}

}  // namespace cadre::testing
