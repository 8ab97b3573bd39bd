// The generator's texts.

#include "support/random_expression.hpp"

namespace cadre::testing {

ExpressionPtr ExpressionGenerator::text(int depth) {
    if (depth <= 0) return leaf(TypeKind::text);
    if (chance(0.15)) return conditional(boolean(depth - 1), text(depth - 1), text(depth - 1));
    if (chance(0.1)) return binary(Operation::add, TypeKind::text, text(depth - 1), text(depth - 1));
    if (chance(0.3)) return text_call(depth);
    return leaf(TypeKind::text);
}

ExpressionPtr ExpressionGenerator::text_call(int depth) {
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

}  // namespace cadre::testing
