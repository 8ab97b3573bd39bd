// How the plan builder turns list operations into steps.

#include "evaluation/columnar/plan_builder.hpp"
#include "evaluation/columnar/scalar_steps.hpp"

namespace cadre::columnar {

SlotFrames PlanBuilder::visible_slots(const SlotFrames& slots, int frame) const {
    SlotFrames visible = slots;
    for (int& bound : visible) {
        if (bound >= 0 && !is_within(frame, bound)) bound = -1;
    }
    return visible;
}

SlotFrames PlanBuilder::inner_slots(const SlotFrames& slots, int frame, int slot) const {
    SlotFrames inner = visible_slots(slots, frame);
    if (inner.size() <= static_cast<std::size_t>(slot)) inner.resize(static_cast<std::size_t>(slot) + 1, -1);
    inner[static_cast<std::size_t>(slot)] = frame;
    return inner;
}

std::optional<PlanBuilder::NativeList> PlanBuilder::members(const ExpressionPtr& e, const SlotFrames& slots) {
    switch (e->operation) {
        case Operation::definition: return members(e->children[0], SlotFrames{0});
        case Operation::attribute: {
            const Expression& row = *e->children[0];
            if (row.operation != Operation::variable || row.type.kind != TypeKind::record) return std::nullopt;
            const auto slot = static_cast<std::size_t>(row.slot);
            if (slot >= slots.size() || slots[slot] < 0) return std::nullopt;
            return NativeList{member_frame(slots[slot], e->attribute), {}, nullptr, {}};
        }
        case Operation::filter:
        case Operation::project: {
            auto list = members(e->children[0], slots);
            if (!list || list->value != nullptr) return std::nullopt;
            const SlotFrames inner = inner_slots(slots, list->frame, e->slot);
            if (e->operation == Operation::project) {
                list->value = e->children[1];
                list->slots = inner;
                return list;
            }
            const Step condition = compile(e->children[1], inner, list->frame);
            if (!condition) return std::nullopt;
            list->conditions.push_back(*condition);
            return list;
        }
        default: return std::nullopt;
    }
}

Members PlanBuilder::filtered(const NativeList& list) {
    if (list.conditions.empty()) return {list.frame, -1};
    return {list.frame, joined(Operation::conjunction, list.conditions, list.frame)};
}

PlanBuilder::Step PlanBuilder::quantified(const Expression& e, const SlotFrames& slots, int frame) {
    const auto list = members(e.children[0], slots);
    if (!list || list->value != nullptr) return {};
    if (plan_.frames[static_cast<std::size_t>(list->frame)].parent != frame) return {};
    const Step condition = compile(e.children[1], inner_slots(slots, list->frame, e.slot), list->frame);
    if (!condition) return {};
    if (e.operation == Operation::some) return some_member(*list, *condition, frame);
    return negated(*some_member(*list, negated(*condition, list->frame), frame), frame);
}

PlanBuilder::Step PlanBuilder::some_member(const NativeList& list, StepId condition, int frame) {
    const Members members = filtered(list);
    return step({static_cast<std::int64_t>(StepKind::some), frame, list.frame, members.belongs, condition},
                [&] { return make_some(plan_.frames[static_cast<std::size_t>(list.frame)], members, condition); });
}

PlanBuilder::Step PlanBuilder::all_or_any(const Expression& e, const SlotFrames& slots, int frame) {
    const ExpressionPtr& argument = e.children[0];
    const bool any = e.function == Function::any;
    if (argument->operation == Operation::list) {
        const Operation connected = any ? Operation::disjunction : Operation::conjunction;
        return connective(connected, argument->children.data(), argument->children.size(), slots, frame);
    }
    const auto list = members(argument, slots);
    if (!list || plan_.frames[static_cast<std::size_t>(list->frame)].parent != frame) return {};
    const Step values = member_values(*list);
    if (!values) return {};
    if (any) return some_member(*list, *values, frame);
    return negated(*some_member(*list, negated(*values, list->frame), frame), frame);
}

PlanBuilder::Step PlanBuilder::member_values(const NativeList& list) {
    if (list.value != nullptr) return compile(list.value, list.slots, list.frame);
    const int table = plan_.frames[static_cast<std::size_t>(list.frame)].table;
    return cells(binding_.schema().attribute(table, 0), binding_.column(table, 0), list.frame);
}

PlanBuilder::Step PlanBuilder::aggregate(const Expression& e, const SlotFrames& slots, int frame) {
    const Expression& argument = *e.children[0];
    if (argument.operation == Operation::list) return fold_of_scalars(argument, e.function, slots, frame);
    const auto list = members(e.children[0], slots);
    if (!list || plan_.frames[static_cast<std::size_t>(list->frame)].parent != frame) return {};
    const Members members = filtered(*list);
    const auto members_frame = plan_.frames[static_cast<std::size_t>(list->frame)];
    if (e.function == Function::count) {
        return step({static_cast<std::int64_t>(StepKind::count), frame, list->frame, members.belongs},
                    [&] { return make_count(members_frame, members); });
    }
    const Step values = member_values(*list);
    if (!values) return {};
    const TypeKind kind = argument.type.element->kind;
    return step({static_cast<std::int64_t>(StepKind::member_fold), frame, list->frame, members.belongs,
                 static_cast<std::int64_t>(e.function), *values},
                [&] {
                    return e.function == Function::mean
                               ? make_member_mean(members_frame, members, kind, *values)
                               : make_member_fold(members_frame, members, kind, e.function, *values);
                });
}

PlanBuilder::Step PlanBuilder::fold_of_scalars(const Expression& list, Function function, const SlotFrames& slots,
                                               int frame) {
    if (function == Function::count) {
        return constant(PossibleInteger::exactly(static_cast<std::int64_t>(list.children.size())), frame);
    }
    const TypeKind kind = list.type.element->kind;
    Key key{static_cast<std::int64_t>(StepKind::scalar_fold), frame, static_cast<std::int64_t>(function),
            static_cast<std::int64_t>(kind)};
    std::vector<StepId> operands;
    for (const ExpressionPtr& child : list.children) {
        const Step operand = compile(child, slots, frame);
        if (!operand) return {};
        operands.push_back(*operand);
    }
    key.insert(key.end(), operands.begin(), operands.end());
    return step(std::move(key), [&] {
        return function == Function::mean ? make_mean(frame, kind, std::move(operands))
                                          : make_fold(frame, kind, function, std::move(operands));
    });
}

PlanBuilder::Step PlanBuilder::contains(const Expression& e, const SlotFrames& slots, int frame) {
    const ExpressionPtr& list = e.children[0];
    const ExpressionPtr& element = e.children[1];
    if (free_.is_constant(*list)) {
        return contains_constant(std::get<PossibleList>(constants_.evaluate(*list)), element, slots, frame);
    }
    if (list->operation == Operation::list) {
        std::vector<StepId> steps;
        for (const ExpressionPtr& member : list->children) {
            const Step test = equality(member, element, slots, frame);
            if (!test) return {};
            steps.push_back(*test);
        }
        return steps.empty() ? constant(Verdict::not_met, frame)
                             : Step(joined(Operation::disjunction, std::move(steps), frame));
    }
    const auto native_list = members(list, slots);
    return native_list ? contains_member(*native_list, element, slots, frame) : Step{};
}

PlanBuilder::Step PlanBuilder::contains_constant(const PossibleList& list, const ExpressionPtr& element,
                                                 const SlotFrames& slots, int frame) {
    const TypeKind kind = element->type.kind;
    if (kind == TypeKind::boolean || kind == TypeKind::list || kind == TypeKind::record) return {};
    if (list.unknown || list.may_be_undefined) return constant(Verdict::undetermined, frame);
    std::vector<StepId> steps;
    for (const Member& member : list.members) {
        const Step test = equality(element, member.value, slots, frame);
        if (!test) return {};
        steps.push_back(*test);
    }
    if (steps.empty()) return constant(Verdict::not_met, frame);
    return joined(Operation::disjunction, std::move(steps), frame);
}

PlanBuilder::Step PlanBuilder::contains_member(const NativeList& list, const ExpressionPtr& element,
                                               const SlotFrames& slots, int frame) {
    const TypeKind kind = element->type.kind;
    if (kind == TypeKind::boolean || kind == TypeKind::list || kind == TypeKind::record) return {};
    const auto members_frame = plan_.frames[static_cast<std::size_t>(list.frame)];
    if (members_frame.parent != frame) return {};
    const Step wanted = compile(element, visible_slots(slots, list.frame), list.frame);
    const Step test = comparison(Operation::equal, kind, member_values(list), wanted, list.frame);
    if (!test) return {};
    return some_member(list, *test, frame);
}

}  // namespace cadre::columnar
