// When the values of expressions change.

#include "evaluation/over_days/as_of_function.hpp"
#include "evaluation/over_days/day_evaluator.hpp"

#include <utility>

namespace cadre::over_days {

ChangeDays DayEvaluator::changes(const Expression& e) {
    if (!readers_.reads(e)) return {};
    if (e.type.kind == TypeKind::boolean) return verdicts(e).changes();
    // Dates and days change every day.
    if (e.type.kind == TypeKind::integer || e.type.kind == TypeKind::months) {
        if (const auto function = AsOfFunction::of(e, evaluator_, readers_)) {
            return changes_over_days(*function, range_);
        }
        if (const auto count = counted(e)) return count->changes();
    }
    return changes_of_operands(e);
}

ChangeDays DayEvaluator::changes_of_operands(const Expression& e) {
    if (!readers_.reads(e)) return {};
    switch (e.operation) {
        case Operation::as_of: return ChangeDays::every_day();
        case Operation::definition:
        case Operation::criterion: {
            auto outer = evaluator_.enter_body();
            ChangeDays days = changes(*e.children[0]);
            evaluator_.leave_body(std::move(outer));
            return days;
        }
        case Operation::filter: return changes_of_filter(e);
        case Operation::project:
        case Operation::some:
        case Operation::every: return changes_of_projection(e);
        default: break;
    }
    // An operation that binds members in a way of its own.
    if (e.slot >= 0 && e.operation != Operation::variable) return ChangeDays::every_day();
    ChangeDays days;
    for (const ExpressionPtr& child : e.children) days.merge(changes(*child));
    return days;
}

ChangeDays DayEvaluator::changes_of_filter(const Expression& e) {
    const auto list = filtered(e);
    if (!list) return ChangeDays::every_day();
    ChangeDays days;
    for (const DayMember& member : list->members) days.merge(member.belongs.changes());
    return days;
}

ChangeDays DayEvaluator::changes_of_projection(const Expression& e) {
    const auto list = members(*e.children[0]);
    if (!list) return ChangeDays::every_day();
    ChangeDays days;
    for (const DayMember& member : list->members) {
        days.merge(member.belongs.changes());
        evaluator_.bind(e.slot, member.value);
        days.merge(changes(*e.children[1]));
    }
    return days;
}

}  // namespace cadre::over_days
