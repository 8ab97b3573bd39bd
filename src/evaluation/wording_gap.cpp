// How far a value is from the value needed.

#include "evaluation/date_operations.hpp"
#include "evaluation/wording.hpp"

#include <cadre/messages/texts/evaluation.hpp>

#include <utility>

namespace cadre {
namespace {

bool is_ordering(Operation operation) {
    return operation >= Operation::less && operation <= Operation::greater_equal;
}

/// The comparison with its sides exchanged.
Operation mirrored(Operation operation) {
    switch (operation) {
        case Operation::less: return Operation::greater;
        case Operation::less_equal: return Operation::greater_equal;
        case Operation::greater: return Operation::less;
        default: return Operation::less_equal;
    }
}

/// The value nearest to the bound that `value operation bound` accepts.
std::int64_t nearest_accepted(Operation operation, std::int64_t bound) {
    if (operation == Operation::greater) return bound + 1;
    return operation == Operation::less ? bound - 1 : bound;
}

bool is_amount(TypeKind kind) {
    return kind == TypeKind::integer || kind == TypeKind::months || kind == TypeKind::days;
}

/// The one known number that the value is.
std::optional<std::int64_t> single(const AbstractValue& value) {
    const auto* integer = std::get_if<PossibleInteger>(&value);
    if (integer == nullptr || !integer->is_single() || !integer->bounded()) return std::nullopt;
    return integer->lo;
}

/// The whole months between two days, or the days where there is no whole month.
std::pair<Type, std::int64_t> time_between(std::int64_t from, std::int64_t to) {
    const PossibleInteger months =
        operations::months_between(PossibleInteger::exactly(from), PossibleInteger::exactly(to));
    if (months.is_single() && months.lo > 0) return {Type{TypeKind::months}, months.lo};
    return {Type{TypeKind::days}, to - from};
}

}  // namespace

std::optional<LocalizedText> Wording::gap(const Expression& e) const {
    if (!is_ordering(e.operation)) return std::nullopt;
    const Expression* about = subject(e);
    const bool second = about != &without_conversion(*e.children[0]);
    const auto seen = single(evaluator_.evaluate(*about));
    const auto bound = single(evaluator_.evaluate(without_conversion(*e.children[second ? 0 : 1])));
    if (!seen || !bound) return std::nullopt;
    const std::int64_t wanted = nearest_accepted(second ? mirrored(e.operation) : e.operation, *bound);
    const bool more = *seen < wanted;
    if (about->type.kind == TypeKind::date) {
        if (!operations::is_day(*seen) || !operations::is_day(wanted)) return std::nullopt;
        const auto [type, amount] = more ? time_between(*seen, wanted) : time_between(wanted, *seen);
        return localized(more ? texts::gap_early : texts::gap_late, {values_(type, PossibleInteger::exactly(amount))});
    }
    std::int64_t amount = 0;
    if (!is_amount(about->type.kind) || __builtin_sub_overflow(more ? wanted : *seen, more ? *seen : wanted, &amount)) {
        return std::nullopt;
    }
    return localized(more ? texts::gap_short : texts::gap_over,
                     {values_(about->type, PossibleInteger::exactly(amount))});
}

}  // namespace cadre
