#include "evaluation/columnar/plan_builder.hpp"

#include "evaluation/columnar/column_steps.hpp"
#include "evaluation/columnar/given_steps.hpp"
#include "evaluation/columnar/law_step.hpp"
#include "evaluation/columnar/scalar_steps.hpp"
#include "evaluation/duration_operations.hpp"
#include "evaluation/functions/strict_function.hpp"

#include <algorithm>
#include <bit>

namespace cadre::columnar {

namespace {

std::int64_t part(StepKind kind) {
    return static_cast<std::int64_t>(kind);
}
template <class Enum>
std::int64_t part_of(Enum value) {
    return static_cast<std::int64_t>(value);
}
std::int64_t part(const void* pointer) {
    return static_cast<std::int64_t>(reinterpret_cast<std::intptr_t>(pointer));
}

/// Whether a fallback step can hold values of the type.
bool is_plain_scalar(TypeKind kind) {
    return kind != TypeKind::text && kind != TypeKind::reference && kind != TypeKind::record && kind != TypeKind::list;
}

}  // namespace

PlanBuilder::PlanBuilder(int table, const RosterBinding& binding, ReferenceEvaluator& constants)
    : binding_(binding), constants_(constants) {
    plan_.table = table;
    plan_.frames.push_back({table, -1, -1, nullptr});
}

void PlanBuilder::begin(DecisionDays days) {
    if (!plan_.stages.empty()) plan_.stages.back().steps_end = plan_.steps.size();
    plan_.stages.emplace_back();
    days_ = days;
    constants_.set_days(days.as_of, days.law_as_of);
    std::erase_if(named_, [this](const auto& entry) { return readers_.reads_any_day(*entry.first); });
}

void PlanBuilder::add_question(const ExpressionPtr& condition) {
    plan_.stages.back().results.push_back(*compile(condition, SlotFrames{0}, 0));
}

Plan PlanBuilder::take() {
    plan_.stages.back().steps_end = plan_.steps.size();
    for (const SharedBands& shared : share_bands(day_tests_, plan_.steps)) {
        std::size_t& last = last_stages_[static_cast<std::size_t>(shared.reader)];
        for (const StepId user : shared.users) last = std::max(last, last_stages_[static_cast<std::size_t>(user)]);
    }
    for (std::size_t i = 0; i < last_stages_.size(); ++i) {
        plan_.stages[last_stages_[i]].last_used.push_back(static_cast<StepId>(i));
    }
    return std::move(plan_);
}

StepId PlanBuilder::used(StepId step) {
    if (last_stages_.size() <= static_cast<std::size_t>(step)) last_stages_.resize(static_cast<std::size_t>(step) + 1);
    last_stages_[static_cast<std::size_t>(step)] = plan_.stages.size() - 1;
    return step;
}

PlanBuilder::Step PlanBuilder::compile(const ExpressionPtr& e, const SlotFrames& slots, int frame) {
    if (free_.is_constant(*e)) return constant(constants_.evaluate(*e), frame);
    int home = 0;
    for (const int slot : free_.of(*e)) {
        if (static_cast<std::size_t>(slot) >= slots.size() || slots[static_cast<std::size_t>(slot)] < 0) return {};
        const int bound = slots[static_cast<std::size_t>(slot)];
        if (is_within(bound, home)) home = bound;
    }
    Step computed = native(e, slots, home);
    if (!computed && is_plain_scalar(e->type.kind)) {
        Key key{part(StepKind::fallback), home, part(e.get())};
        if (readers_.reads_any_day(*e)) key.insert(key.end(), {days_.as_of, days_.law_as_of});
        key.insert(key.end(), slots.begin(), slots.end());
        computed = step(std::move(key), [&] { return make_fallback(home, e, slots, days_); });
    }
    return computed ? repeated(*computed, e->type, home, frame) : computed;
}

PlanBuilder::Step PlanBuilder::native(const ExpressionPtr& e, const SlotFrames& slots, int frame) {
    switch (e->operation) {
        case Operation::variable: {
            if (e->type.kind == TypeKind::record) return {};
            const int table = plan_.frames[static_cast<std::size_t>(frame)].table;
            return cells(binding_.schema().attribute(table, 0), binding_.column(table, 0), frame);
        }
        case Operation::attribute: return attribute(*e, slots, frame);
        case Operation::parameter: return law_at(*e, slots, frame);
        case Operation::definition:
        case Operation::criterion: return named(e);
        case Operation::to_decimal:
        case Operation::negate: return unary(*e, slots, frame);
        case Operation::add:
        case Operation::subtract:
        case Operation::multiply:
        case Operation::divide: return arithmetic(*e, slots, frame);
        case Operation::conditional: return conditional(*e, slots, frame);
        case Operation::some:
        case Operation::every: return quantified(*e, slots, frame);
        case Operation::call: return call(*e, slots, frame);
        case Operation::filter:
        case Operation::project:
        case Operation::index:
        case Operation::list: return {};
        default: return condition(*e, slots, frame);
    }
}

PlanBuilder::Step PlanBuilder::named(const ExpressionPtr& e) {
    if (e->operation == Operation::criterion && !e->in_force.contains(days_.law_as_of)) {
        return constant(Verdict::undetermined, 0);
    }
    const ExpressionPtr& body = body_on(*e, days_.law_as_of);
    const auto known = named_.find(body.get());
    if (known != named_.end()) return known->second ? Step(used(*known->second)) : known->second;
    const Step step = compile(body, SlotFrames{0}, 0);
    named_.emplace(body.get(), step);
    return step;
}

PlanBuilder::Step PlanBuilder::attribute(const Expression& e, const SlotFrames& slots, int frame) {
    const ExpressionPtr& source = e.children[0];
    if (e.type.kind == TypeKind::list) return {};
    const Attribute& attribute = binding_.schema().attribute(source->type.domain, e.attribute);
    const Column* column = binding_.column(source->type.domain, e.attribute);
    if (source->operation == Operation::variable && source->type.kind == TypeKind::record) {
        return cells(attribute, column, frame);
    }
    if (source->type.kind != TypeKind::reference) return {};
    const Step reference = compile(source, slots, frame);
    return reference ? gathered(attribute, column, *reference, frame) : reference;
}

PlanBuilder::Step PlanBuilder::cells(const Attribute& attribute, const Column* column, int frame) {
    if (column == nullptr) return constant(ReferenceEvaluator::unknown_cell(attribute), frame);
    return step({part(StepKind::column), frame, part(column)}, [&] {
        switch (attribute.type.kind) {
            case TypeKind::boolean: return make_boolean_column(frame, column);
            case TypeKind::decimal: return make_decimal_column(frame, column, attribute.allows_none);
            case TypeKind::level:
                return make_integer_column(frame, column, &binding_.ranks(attribute.type.domain),
                                           attribute.allows_none);
            default: return make_integer_column(frame, column, nullptr, attribute.allows_none);
        }
    });
}

PlanBuilder::Step PlanBuilder::gathered(const Attribute& attribute, const Column* column, StepId reference, int frame) {
    // Without the column every row's cell is missing; an undefined reference still shows in the result.
    static const Column absent;
    const Column* source = column == nullptr ? &absent : column;
    return step({part(StepKind::gather), frame, reference, part(source), part_of(attribute.type.kind),
                 attribute.allows_none ? 1 : 0},
                [&] {
                    switch (attribute.type.kind) {
                        case TypeKind::boolean: return make_boolean_gather(frame, reference, source);
                        case TypeKind::decimal:
                            return make_decimal_gather(frame, reference, source, attribute.allows_none);
                        case TypeKind::level:
                            return make_integer_gather(frame, reference, source, &binding_.ranks(attribute.type.domain),
                                                       attribute.allows_none);
                        default: return make_integer_gather(frame, reference, source, nullptr, attribute.allows_none);
                    }
                });
}

PlanBuilder::Step PlanBuilder::constant(const AbstractValue& value, int frame) {
    if (const auto* verdict = std::get_if<Verdict>(&value)) {
        return step({part(StepKind::constant), frame, 0, part_of(*verdict)},
                    [&] { return make_constant(frame, *verdict); });
    }
    if (const auto* integer = std::get_if<PossibleInteger>(&value)) {
        return step({part(StepKind::constant), frame, 1, integer->lo, integer->hi, integer->flags},
                    [&] { return make_constant(frame, *integer); });
    }
    if (const auto* decimal = std::get_if<PossibleDecimal>(&value)) {
        return step({part(StepKind::constant), frame, 2, std::bit_cast<std::int64_t>(decimal->lo),
                     std::bit_cast<std::int64_t>(decimal->hi), decimal->flags},
                    [&] { return make_constant(frame, *decimal); });
    }
    const auto* rows = std::get_if<PossibleRows>(&value);
    if (rows == nullptr || !rows->rows.empty()) return {};
    PossibleInteger row = rows->any ? PossibleInteger::anything() : PossibleInteger::undefined();
    if (rows->may_be_none) row = row.with(PossibleInteger::may_be_none);
    if (rows->may_be_undefined) row = row.with(PossibleInteger::may_be_undefined);
    return constant(row, frame);
}

PlanBuilder::Step PlanBuilder::repeated(StepId values, const Type& type, int from, int to) {
    if (from == to) return values;
    const Frame& members = plan_.frames[static_cast<std::size_t>(to)];
    const Step above = repeated(values, type, from, members.parent);
    return step({part(StepKind::repeat), to, *above, part_of(type.kind)},
                [&] { return make_repeat(members, to, type.kind, *above); });
}

bool PlanBuilder::is_within(int frame, int ancestor) const {
    while (frame > ancestor) frame = plan_.frames[static_cast<std::size_t>(frame)].parent;
    return frame == ancestor;
}

int PlanBuilder::member_frame(int parent, int attribute) {
    for (std::size_t i = 1; i < plan_.frames.size(); ++i) {
        if (plan_.frames[i].parent == parent && plan_.frames[i].attribute == attribute) return static_cast<int>(i);
    }
    const int table = plan_.frames[static_cast<std::size_t>(parent)].table;
    plan_.frames.push_back({binding_.schema().attribute(table, attribute).child_table, parent, attribute,
                            binding_.column(table, attribute)});
    return static_cast<int>(plan_.frames.size()) - 1;
}

PlanBuilder::Step PlanBuilder::unary(const Expression& e, const SlotFrames& slots, int frame) {
    const Step operand = compile(e.children[0], slots, frame);
    if (!operand) return {};
    return step({part(StepKind::unary), frame, part_of(e.operation), part_of(e.type.kind), *operand}, [&] {
        return e.operation == Operation::to_decimal ? make_to_decimal(frame, *operand)
                                                    : make_negate(frame, e.type.kind, *operand);
    });
}

PlanBuilder::Step PlanBuilder::arithmetic(const Expression& e, const SlotFrames& slots, int frame) {
    const TypeKind left = e.children[0]->type.kind;
    const TypeKind right = e.children[1]->type.kind;
    if (left == TypeKind::text || operations::is_duration_scaling(e)) return {};
    const Step a = compile(e.children[0], slots, frame);
    const Step b = compile(e.children[1], slots, frame);
    if (!a || !b) return {};
    return step({part(StepKind::binary), frame, part_of(e.operation), part_of(left), *a, part_of(right), *b},
                [&] { return make_arithmetic(frame, e.operation, left, *a, right, *b); });
}

PlanBuilder::Step PlanBuilder::conditional(const Expression& e, const SlotFrames& slots, int frame) {
    if (!is_plain_scalar(e.type.kind) && e.type.kind != TypeKind::text) return {};
    const Step condition = compile(e.children[0], slots, frame);
    const Step then = compile(e.children[1], slots, frame);
    const Step otherwise = compile(e.children[2], slots, frame);
    if (!condition || !then || !otherwise) return {};
    return step({part(StepKind::conditional), frame, part_of(e.type.kind), *condition, *then, *otherwise},
                [&] { return make_conditional(frame, e.type.kind, *condition, *then, *otherwise); });
}

PlanBuilder::Step PlanBuilder::law_at(const Expression& e, const SlotFrames& slots, int frame) {
    if (e.type.kind == TypeKind::list) return {};
    const Step day = compile(e.children[0], slots, frame);
    if (!day) return {};
    return step({part(StepKind::law_at), frame, part(e.parameter.get()), *day}, [&] {
        std::vector<AbstractValue> values;
        for (const ParameterVersion& version : e.parameter->versions) {
            values.push_back(constants_.evaluate(*version.value));
        }
        return make_law_at(frame, e.parameter, values, *day);
    });
}

PlanBuilder::Step PlanBuilder::given(const Expression& path, const SlotFrames& slots, int frame) {
    const ExpressionPtr& source = path.children[0];
    const Column* column = binding_.column(source->type.domain, path.attribute);
    if (source->operation == Operation::variable && source->type.kind == TypeKind::record) {
        if (column == nullptr) return constant(Verdict::not_met, frame);
        return step({part(StepKind::given), frame, part(column)}, [&] { return make_given(frame, column); });
    }
    const Step reference = compile(source, slots, frame);
    if (!reference) return {};
    return step({part(StepKind::given), frame, part(column), *reference},
                [&] { return make_given_behind(frame, *reference, column); });
}

PlanBuilder::Step PlanBuilder::given_or(const Expression& e, const SlotFrames& slots, int frame) {
    if (!is_plain_scalar(e.type.kind) && e.type.kind != TypeKind::text) return {};
    const ExpressionPtr& path = e.children[0];
    const Step known = given(path->operation == Operation::to_decimal ? *path->children[0] : *path, slots, frame);
    const Step value = compile(path, slots, frame);
    const Step otherwise = compile(e.children[1], slots, frame);
    if (!known || !value || !otherwise) return {};
    return step({part(StepKind::conditional), frame, part_of(e.type.kind), *known, *value, *otherwise},
                [&] { return make_conditional(frame, e.type.kind, *known, *value, *otherwise); });
}

PlanBuilder::Step PlanBuilder::call(const Expression& e, const SlotFrames& slots, int frame) {
    switch (e.function) {
        case Function::count:
        case Function::sum:
        case Function::min:
        case Function::max:
        case Function::mean: return aggregate(e, slots, frame);
        case Function::list_contains: return contains(e, slots, frame);
        case Function::all:
        case Function::any: return all_or_any(e, slots, frame);
        case Function::known: return given(*e.children[0], slots, frame);
        case Function::get_or_else: return given_or(e, slots, frame);
        case Function::abs:
        case Function::years_and_months_duration:
        case Function::year:
        case Function::month:
        case Function::day:
        case Function::weekday:
        case Function::years:
        case Function::months:
        case Function::days: break;
        default: return {};
    }
    const Step first = compile(e.children[0], slots, frame);
    if (!first) return {};
    if (e.function == Function::years_and_months_duration) {
        const Step to = compile(e.children[1], slots, frame);
        if (!to) return {};
        return step({part(StepKind::binary), frame, -1, *first, *to},
                    [&] { return make_months_between(frame, *first, *to); });
    }
    return step({part(StepKind::unary), frame, -1 - part_of(e.function), part_of(e.type.kind), *first}, [&] {
        return e.function == Function::abs ? make_absolute(frame, e.type.kind, *first)
                                           : make_part(frame, e.function, *first);
    });
}

Plan make_plan(int table, const std::vector<const Question*>& questions, const std::vector<DecisionDays>& days,
               const RunContext& context) {
    const DecisionDays first = decision_days(context.options);
    auto constants = std::make_shared<ReferenceEvaluator>(*context.program.schema(), context.roster, first.as_of,
                                                          first.law_as_of, context.options.strict_snapshot);
    PlanBuilder builder(table, constants->binding(), *constants);
    for (const DecisionDays& day : days) {
        builder.begin(day);
        for (const Question* question : questions) builder.add_question(question->condition);
    }
    Plan plan = builder.take();
    plan.constants = std::move(constants);
    return plan;
}

}  // namespace cadre::columnar
