// How the plan builder turns conditions into steps.

#include "evaluation/columnar/date_cutoff.hpp"
#include "evaluation/columnar/plan_builder.hpp"
#include "evaluation/columnar/scalar_steps.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace cadre::columnar {

namespace {

Operation mirrored(Operation operation) {
    switch (operation) {
        case Operation::less: return Operation::greater;
        case Operation::less_equal: return Operation::greater_equal;
        case Operation::greater: return Operation::less;
        case Operation::greater_equal: return Operation::less_equal;
        default: return operation;
    }
}

/// The values for which `value operation bound` holds.
ValueRange<std::int64_t> range_of(Operation operation, std::int64_t bound) {
    switch (operation) {
        case Operation::equal: return {bound, bound};
        case Operation::less: return {PossibleInteger::minus_infinity, bound - 1};
        case Operation::less_equal: return {PossibleInteger::minus_infinity, bound};
        case Operation::greater: return {bound + 1, PossibleInteger::infinity};
        default: return {bound, PossibleInteger::infinity};
    }
}

ValueRange<double> range_of(Operation operation, double bound) {
    constexpr double infinity = PossibleDecimal::infinity;
    switch (operation) {
        case Operation::equal: return {bound, bound};
        case Operation::less: return {-infinity, std::nextafter(bound, -infinity)};
        case Operation::less_equal: return {-infinity, bound};
        case Operation::greater: return {std::nextafter(bound, infinity), infinity};
        default: return {bound, infinity};
    }
}

/// Codes are stored by position, and positions ascend with ranks.
ValueRange<std::int64_t> positions_of(const std::vector<std::int64_t>& ranks, ValueRange<std::int64_t> range) {
    const auto first = std::lower_bound(ranks.begin(), ranks.end(), range.lo);
    const auto last = std::upper_bound(ranks.begin(), ranks.end(), range.hi);
    return {first - ranks.begin(), last - ranks.begin() - 1};
}

/// Whether no list of the column can have 2^32 members.
bool are_small(const Column* lists) {
    return lists == nullptr || lists->offsets()[lists->size] <= std::numeric_limits<std::uint32_t>::max();
}

}  // namespace

PlanBuilder::Step PlanBuilder::condition(const Expression& e, const SlotFrames& slots, int frame) {
    const auto& children = e.children;
    switch (e.operation) {
        case Operation::conjunction:
        case Operation::disjunction: return connective(e.operation, children.data(), children.size(), slots, frame);
        case Operation::in:
            return connective(Operation::disjunction, children.data() + 1, children.size() - 1, slots, frame);
        case Operation::negation:
        case Operation::not_equal: {
            const Step operand = e.operation == Operation::negation ? compile(children[0], slots, frame)
                                                                    : equality(children[0], children[1], slots, frame);
            return operand ? Step(negated(*operand, frame)) : operand;
        }
        case Operation::between: {
            const Step low = ordering(Operation::greater_equal, children[0], children[1], slots, frame);
            const Step high = ordering(Operation::less_equal, children[0], children[2], slots, frame);
            if (!low || !high) return {};
            return joined(Operation::conjunction, {*low, *high}, frame);
        }
        case Operation::equal: return equality(children[0], children[1], slots, frame);
        default: return ordering(e.operation, children[0], children[1], slots, frame);
    }
}

PlanBuilder::Step PlanBuilder::connective(Operation operation, const ExpressionPtr* first, std::size_t count,
                                          const SlotFrames& slots, int frame) {
    std::vector<StepId> steps;
    for (std::size_t i = 0; i < count; ++i) {
        const Step part = compile(first[i], slots, frame);
        if (!part) return {};
        steps.push_back(*part);
    }
    return joined(operation, std::move(steps), frame);
}

StepId PlanBuilder::joined(Operation connective, std::vector<StepId> steps, int frame) {
    std::sort(steps.begin(), steps.end());
    steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
    if (steps.size() == 1) return steps[0];
    const bool all = connective == Operation::conjunction;
    Key key{static_cast<std::int64_t>(all ? StepKind::conjunction : StepKind::disjunction), frame};
    key.insert(key.end(), steps.begin(), steps.end());
    return step(std::move(key), [&] {
        return all ? make_conjunction(frame, std::move(steps)) : make_disjunction(frame, std::move(steps));
    });
}

StepId PlanBuilder::negated(StepId operand, int frame) {
    return step({static_cast<std::int64_t>(StepKind::negation), frame, operand},
                [&] { return make_negation(frame, operand); });
}

PlanBuilder::Step PlanBuilder::same_truth(const ExpressionPtr& a, const ExpressionPtr& b, const SlotFrames& slots,
                                          int frame) {
    const Step left = compile(a, slots, frame);
    const Step right = compile(b, slots, frame);
    if (!left || !right) return {};
    const StepId both = joined(Operation::conjunction, {*left, *right}, frame);
    const StepId neither = joined(Operation::conjunction, {negated(*left, frame), negated(*right, frame)}, frame);
    return joined(Operation::disjunction, {both, neither}, frame);
}

PlanBuilder::Step PlanBuilder::equality(const ExpressionPtr& a, const ExpressionPtr& b, const SlotFrames& slots,
                                        int frame) {
    if (a->operation == Operation::none) return equality(b, a, slots, frame);
    const TypeKind kind = a->type.kind;
    if (b->operation == Operation::none) {
        const AbstractValue none =
            kind == TypeKind::decimal ? AbstractValue(PossibleDecimal::none()) : AbstractValue(PossibleInteger::none());
        if (kind == TypeKind::boolean || kind == TypeKind::record || kind == TypeKind::list) return {};
        return comparison(Operation::equal, kind, compile(a, slots, frame), constant(none, frame), frame);
    }
    if (kind == TypeKind::list || kind == TypeKind::record) return {};
    if (kind == TypeKind::boolean) return same_truth(a, b, slots, frame);
    if (free_.is_constant(*b)) return equality(a, constants_.evaluate(*b), slots, frame);
    if (free_.is_constant(*a)) return equality(b, constants_.evaluate(*a), slots, frame);
    return comparison(Operation::equal, kind, compile(a, slots, frame), compile(b, slots, frame), frame);
}

PlanBuilder::Step PlanBuilder::equality(const ExpressionPtr& a, const AbstractValue& bound, const SlotFrames& slots,
                                        int frame) {
    if (const Step test = range_test(Operation::equal, *a, bound, slots, frame)) return test;
    if (const Step test = count_test(Operation::equal, a, bound, slots, frame)) return test;
    return comparison(Operation::equal, a->type.kind, compile(a, slots, frame), bound, frame);
}

PlanBuilder::Step PlanBuilder::ordering(Operation operation, const ExpressionPtr& a, const ExpressionPtr& b,
                                        const SlotFrames& slots, int frame) {
    if (a->type.kind == TypeKind::text) return {};
    if (free_.is_constant(*a) && !free_.is_constant(*b)) return ordering(mirrored(operation), b, a, slots, frame);
    if (free_.is_constant(*b)) {
        const AbstractValue bound = constants_.evaluate(*b);
        if (const Step test = range_test(operation, *a, bound, slots, frame)) return test;
        if (const Step test = date_test(operation, *a, bound, slots, frame)) return test;
        if (const Step test = count_test(operation, a, bound, slots, frame)) return test;
        return comparison(operation, a->type.kind, compile(a, slots, frame), bound, frame);
    }
    return comparison(operation, a->type.kind, compile(a, slots, frame), compile(b, slots, frame), frame);
}

PlanBuilder::Step PlanBuilder::comparison(Operation operation, TypeKind kind, Step a, Step b, int frame) {
    if (!a || !b) return {};
    return step({static_cast<std::int64_t>(StepKind::comparison), frame, static_cast<std::int64_t>(operation),
                 static_cast<std::int64_t>(kind), *a, *b},
                [&] {
                    return kind == TypeKind::decimal ? make_decimal_comparison(frame, operation, *a, *b)
                                                     : make_integer_comparison(frame, operation, *a, *b);
                });
}

PlanBuilder::Step PlanBuilder::comparison(Operation operation, TypeKind kind, Step a, const AbstractValue& bound,
                                          int frame) {
    const auto* limit = std::get_if<PossibleInteger>(&bound);
    if (!a || limit == nullptr || !limit->is_single() || !limit->bounded()) {
        return comparison(operation, kind, a, constant(bound, frame), frame);
    }
    const ValueRange<std::int64_t> met = range_of(operation, limit->lo);
    const bool is_equality = operation == Operation::equal;
    return step({static_cast<std::int64_t>(StepKind::range_comparison), frame, *a, met.lo, met.hi, is_equality},
                [&] { return make_integer_range_comparison(frame, *a, met.lo, met.hi, is_equality); });
}

PlanBuilder::Step PlanBuilder::range_test(Operation operation, const Expression& a, const AbstractValue& bound,
                                          const SlotFrames& slots, int frame) {
    const bool is_cell = a.operation == Operation::attribute && a.children[0]->operation == Operation::variable &&
                         a.children[0]->type.kind == TypeKind::record;
    if (!is_cell || slots[static_cast<std::size_t>(a.children[0]->slot)] != frame) return {};
    const Column* column = binding_.column(a.children[0]->type.domain, a.attribute);
    if (column == nullptr) return {};
    if (const auto* decimal = std::get_if<PossibleDecimal>(&bound)) {
        return decimal_range_test(operation, column, *decimal, frame);
    }
    const auto* integer = std::get_if<PossibleInteger>(&bound);
    return integer == nullptr ? Step{} : integer_range_test(operation, a.type, column, *integer, frame);
}

PlanBuilder::Step PlanBuilder::integer_range_test(Operation operation, const Type& type, const Column* column,
                                                  const PossibleInteger& bound, int frame) {
    if (!bound.is_single() || !bound.bounded()) return {};
    ValueRange<std::int64_t> met = range_of(operation, bound.lo);
    if (type.kind == TypeKind::level) met = positions_of(binding_.ranks(type.domain), met);
    const bool is_equality = operation == Operation::equal;
    const RangeTest<std::int64_t> test{column, met, {}, true, is_equality};
    Key key{static_cast<std::int64_t>(StepKind::range),
            frame,
            static_cast<std::int64_t>(reinterpret_cast<std::intptr_t>(column)),
            met.lo,
            met.hi,
            is_equality};
    if (type.kind == TypeKind::date) return day_test(std::move(key), frame, test);
    return step(std::move(key), [&] { return make_range_test(frame, test); });
}

StepId PlanBuilder::day_test(Key key, int frame, const RangeTest<std::int64_t>& test) {
    return step(std::move(key), [&] {
        day_tests_.push_back({static_cast<StepId>(plan_.steps.size()), test});
        return make_range_test(frame, test);
    });
}

PlanBuilder::Step PlanBuilder::decimal_range_test(Operation operation, const Column* column,
                                                  const PossibleDecimal& bound, int frame) {
    if (!bound.is_single() || !bound.bounded()) return {};
    const ValueRange<double> met = range_of(operation, bound.lo);
    const bool is_equality = operation == Operation::equal;
    return step({static_cast<std::int64_t>(StepKind::decimal_range), frame,
                 static_cast<std::int64_t>(reinterpret_cast<std::intptr_t>(column)),
                 std::bit_cast<std::int64_t>(met.lo), std::bit_cast<std::int64_t>(met.hi), is_equality},
                [&] {
                    return make_range_test(frame, RangeTest<double>{column, met, {}, true, is_equality});
                });
}

PlanBuilder::Step PlanBuilder::date_test(Operation operation, const Expression& a, const AbstractValue& bound,
                                         const SlotFrames& slots, int frame) {
    const auto* limit = std::get_if<PossibleInteger>(&bound);
    if (limit == nullptr) return {};
    const auto cutoff = date_cutoff(a, operation, *limit, days_.as_of, constants_, free_);
    if (!cutoff) return {};
    const Expression& row = *cutoff->attribute->children[0];
    if (slots[static_cast<std::size_t>(row.slot)] != frame) return {};
    const Column* column = binding_.column(row.type.domain, cutoff->attribute->attribute);
    if (column == nullptr) return {};
    return day_test({static_cast<std::int64_t>(StepKind::range), frame,
                     static_cast<std::int64_t>(reinterpret_cast<std::intptr_t>(column)), cutoff->met.lo, cutoff->met.hi,
                     cutoff->not_met.lo, cutoff->not_met.hi},
                    frame, {column, cutoff->met, cutoff->not_met, false, false});
}

PlanBuilder::Step PlanBuilder::count_test(Operation operation, const ExpressionPtr& count, const AbstractValue& bound,
                                          const SlotFrames& slots, int frame) {
    if (count->operation == Operation::definition) {
        return count_test(operation, count->children[0], bound, SlotFrames{0}, frame);
    }
    const auto* limit = std::get_if<PossibleInteger>(&bound);
    if (count->operation != Operation::call || count->function != Function::count || limit == nullptr) return {};
    if (!limit->is_single() || limit->lo < 0 || limit->lo >= unbounded_count - 1) return {};
    const auto list = members(count->children[0], slots);
    if (!list || list->conditions.empty()) return {};
    const Frame members_frame = plan_.frames[static_cast<std::size_t>(list->frame)];
    if (members_frame.parent != frame || !are_small(members_frame.list)) return {};
    const Members members = filtered(*list);
    const StepId counts = step({static_cast<std::int64_t>(StepKind::small_count), frame, list->frame, members.belongs},
                               [&] { return make_small_count(members_frame, members); });
    const ValueRange<std::int64_t> met = range_of(operation, limit->lo);
    const SmallRange range{static_cast<int>(std::max<std::int64_t>(met.lo, 0)),
                           static_cast<int>(std::min<std::int64_t>(met.hi, unbounded_count))};
    return step({static_cast<std::int64_t>(StepKind::small_count_test), frame, counts, range.lo, range.hi},
                [&] { return make_small_count_test(frame, counts, range); });
}

}  // namespace cadre::columnar
