// Lists over days: their members stay the same, and whether a member belongs to the list may change.

#include "evaluation/over_days/day_evaluator.hpp"

#include <utility>

namespace cadre::over_days {

std::optional<DayEvaluator::DayList> DayEvaluator::members(const Expression& e) {
    if (readers_.reads(e)) {
        if (e.operation == Operation::filter) return filtered(e);
        if (e.operation != Operation::definition) return std::nullopt;
        auto outer = evaluator_.enter_body();
        auto list = members(*e.children[0]);
        evaluator_.leave_body(std::move(outer));
        return list;
    }
    auto value = std::get<PossibleList>(value_on(range_.first, e));
    DayList list{{}, value.unknown, value.open, value.may_be_undefined, {value.least, value.most}};
    list.members.reserve(value.members.size());
    for (Member& member : value.members) {
        list.members.push_back(
            {std::move(member.value), always(member.certain ? Verdict::met : Verdict::undetermined)});
    }
    return list;
}

std::optional<DayEvaluator::DayList> DayEvaluator::filtered(const Expression& e) {
    auto list = members(*e.children[0]);
    if (!list) return list;
    list->unknown_count.lo = 0;
    std::vector<DayMember> kept;
    for (DayMember& member : list->members) {
        evaluator_.bind(e.slot, member.value);
        VerdictRuns belongs = member.belongs && verdicts(*e.children[1]);
        if (!belongs.is_always(Verdict::not_met)) kept.push_back({std::move(member.value), std::move(belongs)});
    }
    list->members = std::move(kept);
    return list;
}

std::optional<VerdictRuns> DayEvaluator::quantified(const Expression& e) {
    auto list = members(*e.children[0]);
    if (!list) return std::nullopt;
    if (list->unknown || list->may_be_undefined) return always(Verdict::undetermined);
    const bool some = e.operation == Operation::some;
    VerdictRuns any = always(list->open ? Verdict::undetermined : Verdict::not_met);
    for (DayMember& member : list->members) {
        evaluator_.bind(e.slot, std::move(member.value));
        const VerdictRuns condition = verdicts(*e.children[1]);
        any = any || (member.belongs && (some ? condition : !condition));
    }
    return some ? any : !any;
}

std::optional<IntegerRuns> DayEvaluator::counted(const Expression& e) {
    if (e.operation == Operation::definition) {
        auto outer = evaluator_.enter_body();
        auto runs = counted(*e.children[0]);
        evaluator_.leave_body(std::move(outer));
        return runs;
    }
    if (e.operation != Operation::call || e.function != Function::count) return std::nullopt;
    const auto list = members(*e.children[0]);
    if (!list) return std::nullopt;
    IntegerRuns count(range_.first, list->unknown ? list->unknown_count : PossibleInteger::exactly(0));
    for (const DayMember& member : list->members) {
        count = combined<PossibleInteger>(count, member.belongs, [](PossibleInteger sum, Verdict belongs) {
            sum.lo += belongs == Verdict::met ? 1 : 0;
            sum.hi += belongs == Verdict::not_met ? 0 : 1;
            return sum;
        });
    }
    return combined<PossibleInteger>(count, always(Verdict::met), [&](PossibleInteger sum, Verdict) {
        if (list->open && !list->unknown) sum.hi = PossibleInteger::infinity;
        return list->may_be_undefined ? sum.with(PossibleInteger::may_be_undefined) : sum;
    });
}

}  // namespace cadre::over_days
