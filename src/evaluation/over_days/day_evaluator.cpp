#include "evaluation/over_days/day_evaluator.hpp"

#include "evaluation/operations.hpp"
#include "evaluation/over_days/as_of_function.hpp"

#include <utility>

namespace cadre::over_days {

AbstractValue DayEvaluator::value_on(DayNumber day, const Expression& e) {
    evaluator_.set_days(day, law_as_of_);
    return evaluator_.evaluate(e);
}

VerdictRuns DayEvaluator::verdicts(const Expression& e) {
    if (!readers_.reads(e)) return always(std::get<Verdict>(value_on(range_.first, e)));
    switch (e.operation) {
        case Operation::definition: return body(*e.children[0]);
        case Operation::criterion:
            return e.in_force.contains(law_as_of_) ? body(*e.children[0]) : always(Verdict::undetermined);
        case Operation::conjunction:
        case Operation::disjunction:
        case Operation::in:
        case Operation::negation: return logic(e);
        case Operation::conditional: return conditional(e);
        case Operation::some:
        case Operation::every: {
            const auto runs = quantified(e);
            return runs ? *runs : between_changes(e);
        }
        case Operation::equal:
        case Operation::not_equal:
        case Operation::less:
        case Operation::less_equal:
        case Operation::greater:
        case Operation::greater_equal:
        case Operation::between: return comparison(e);
        default: return between_changes(e);
    }
}

VerdictRuns DayEvaluator::body(const Expression& body) {
    const auto known = bodies_.find(&body);
    if (known != bodies_.end()) return known->second;
    auto outer = evaluator_.enter_body();
    VerdictRuns runs = verdicts(body);
    evaluator_.leave_body(std::move(outer));
    return bodies_.emplace(&body, std::move(runs)).first->second;
}

VerdictRuns DayEvaluator::logic(const Expression& e) {
    if (e.operation == Operation::negation) return !verdicts(*e.children[0]);
    const bool all = e.operation == Operation::conjunction;
    // The first child of `in` is the operand of its tests.
    const std::size_t first = e.operation == Operation::in ? 1 : 0;
    VerdictRuns joined = always(all ? Verdict::met : Verdict::not_met);
    const Verdict settled = all ? Verdict::not_met : Verdict::met;
    for (std::size_t i = first; i < e.children.size() && !joined.is_always(settled); ++i) {
        const VerdictRuns part = verdicts(*e.children[i]);
        joined = all ? joined && part : joined || part;
    }
    return joined;
}

VerdictRuns DayEvaluator::conditional(const Expression& e) {
    const VerdictRuns condition = verdicts(*e.children[0]);
    const VerdictRuns then = verdicts(*e.children[1]);
    const VerdictRuns otherwise = verdicts(*e.children[2]);
    const auto same =
        combined<Verdict>(then, otherwise, [](Verdict a, Verdict b) { return a == b ? a : Verdict::undetermined; });
    const auto chosen_then = combined<Verdict>(
        condition, then, [](Verdict c, Verdict a) { return c == Verdict::met ? a : Verdict::undetermined; });
    const auto chosen_otherwise = combined<Verdict>(
        condition, otherwise, [](Verdict c, Verdict b) { return c == Verdict::not_met ? b : Verdict::undetermined; });
    const auto known = [](Verdict a, Verdict b) { return a == Verdict::undetermined ? b : a; };
    return combined<Verdict>(combined<Verdict>(chosen_then, chosen_otherwise, known), same, known);
}

VerdictRuns DayEvaluator::comparison(const Expression& e) {
    const Expression& a = *e.children[0];
    const Expression& b = *e.children[1];
    std::optional<VerdictRuns> runs;
    if (e.operation == Operation::between) {
        const auto low = compared(Operation::greater_equal, a, b);
        const auto high = low ? compared(Operation::less_equal, a, *e.children[2]) : std::nullopt;
        if (high) runs = *low && *high;
    } else if (e.operation == Operation::not_equal) {
        runs = compared(Operation::equal, a, b);
        if (runs) runs = !*runs;
    } else {
        runs = compared(e.operation, a, b);
    }
    return runs ? *runs : between_changes(e);
}

std::optional<VerdictRuns> DayEvaluator::compared(Operation operation, const Expression& a, const Expression& b) {
    const auto left = AsOfFunction::of(a, evaluator_, readers_);
    const auto right = AsOfFunction::of(b, evaluator_, readers_);
    if (left && right) return compared_over_days(operation, *left, *right, range_);
    const auto test = [&](const PossibleInteger& x, const PossibleInteger& y) {
        return operation == Operation::equal ? operations::equal(x, y) : operations::compare(x, operation, y);
    };
    const auto runs_of = [&](const Expression& e, const std::optional<AsOfFunction>& function) {
        const bool fixed = function && function->course() == Course::constant;
        return fixed ? std::optional(IntegerRuns(range_.first, function->at(range_.first))) : counted(e);
    };
    const auto x = runs_of(a, left);
    const auto y = x ? runs_of(b, right) : std::nullopt;
    if (!y) return std::nullopt;
    return combined<Verdict>(*x, *y, test);
}

VerdictRuns DayEvaluator::between_changes(const Expression& e) {
    VerdictRuns runs;
    changes_of_operands(e).each_stretch(range_,
                                        [&](DayNumber day) { runs.append(day, std::get<Verdict>(value_on(day, e))); });
    return runs;
}

}  // namespace cadre::over_days
