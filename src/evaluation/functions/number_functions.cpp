#include "evaluation/functions/strict_function.hpp"

#include <cmath>

namespace cadre {
namespace {

using Result = std::optional<KnownValue>;

Result decimal(double value) {
    if (!std::isfinite(value)) return std::nullopt;
    return KnownValue{TypeKind::decimal, value};
}

Result integer_modulo(std::int64_t dividend, std::int64_t divisor) {
    if (divisor == 0) return std::nullopt;
    const std::int64_t rest = divisor == -1 ? 0 : dividend % divisor;
    return KnownValue{TypeKind::integer, rest != 0 && (rest < 0) != (divisor < 0) ? rest + divisor : rest};
}

Result modulo(KnownArguments arguments) {
    if (arguments[0].kind == TypeKind::integer) {
        return integer_modulo(arguments[0].integer(), arguments[1].integer());
    }
    const double divisor = arguments[1].decimal();
    if (divisor == 0) return std::nullopt;
    const double rest = std::fmod(arguments[0].decimal(), divisor);
    return decimal(rest != 0 && (rest < 0) != (divisor < 0) ? rest + divisor : rest);
}

}  // namespace

StrictFunction number_function(Function function) {
    switch (function) {
        case Function::modulo: return modulo;
        default: return nullptr;
    }
}

}  // namespace cadre
