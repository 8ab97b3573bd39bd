// The generator's lists, and what is made of their members.

#include "support/random_expression.hpp"

namespace cadre::testing {

ExpressionPtr ExpressionGenerator::made_list(TypeKind kind, int depth) {
    const Type type = Type::list_of(type_of(kind));
    const ExpressionPtr list = scalars(kind, depth - 1);
    const ExpressionPtr position = integer_literal(chance(0.5) ? 1 + below(3) : -1 - below(2));
    switch (below(kind == TypeKind::integer ? 13 : 11)) {
        case 0: return call(Function::append, type, {list, leaf(kind)});
        case 1: return call(Function::concatenate, type, {list, scalars(kind, depth - 1)});
        case 2: return call(Function::set_union, type, {list, scalars(kind, depth - 1)});
        case 3: return call(Function::flatten, type, {node(Operation::list, Type::list_of(type), {list, list})});
        case 4: return call(Function::sublist, type, {list, position, integer_literal(1 + below(2))});
        case 5: return call(Function::remove, type, {list, position});
        case 6: return call(Function::insert_before, type, {list, position, leaf(kind)});
        case 7: return call(Function::list_replace, type, {list, position, leaf(kind)});
        case 8: return call(Function::reverse, type, {list});
        case 9: return call(Function::duplicate_values, type, {list});
        case 11: return call(Function::index_of, type, {scalars(TypeKind::text, depth - 1), leaf(TypeKind::text)});
        case 12: return call(Function::mode, type, {list});
        default: return call(Function::distinct_values, type, {list});
    }
}

ExpressionPtr ExpressionGenerator::records(int depth) {
    return chance(0.3) ? tasks(depth) : spans(depth);
}

ExpressionPtr ExpressionGenerator::spans(int depth) {
    const ExpressionPtr list = list_of(variable(0, {TypeKind::record, people_}), "spans");
    ExpressionPtr result = list;
    if (chance(0.15)) {
        auto definition = node(Operation::definition, result->type, {result});
        definition->name = "spans_by_name";
        result = definition;
    }
    if (depth > 0 && chance(0.6)) result = filtered(result, depth);
    if (depth > 0 && chance(0.1)) result = conditional(boolean(depth - 1), result, list);
    return result;
}

ExpressionPtr ExpressionGenerator::tasks(int depth) {
    ExpressionPtr list = chance(0.85) ? list_of(span(), "tasks") : flattened("tasks", depth);
    return depth > 0 && chance(0.6) ? filtered(list, depth) : list;
}

ExpressionPtr ExpressionGenerator::span() {
    const Type type{TypeKind::record, spans_};
    for (auto bound = scope_.rbegin(); bound != scope_.rend(); ++bound) {
        if (bound->table == spans_) return variable(bound->slot, type);
    }
    return node(Operation::index, type, {spans(0), integer_literal(chance(0.7) ? 1 + below(2) : -1)});
}

ExpressionPtr ExpressionGenerator::lists_of_spans(const char* name, int depth) {
    const ExpressionPtr list = spans(depth);
    const int slot = next_slot_++;
    const ExpressionPtr inner = list_of(variable(slot, *list->type.element), name);
    auto project = node(Operation::project, Type::list_of(inner->type), {list, inner});
    project->slot = slot;
    return project;
}

ExpressionPtr ExpressionGenerator::flattened(const char* name, int depth) {
    const ExpressionPtr lists = lists_of_spans(name, depth);
    return call(Function::flatten, *lists->type.element, {lists});
}

ExpressionPtr ExpressionGenerator::filtered(const ExpressionPtr& list, int depth) {
    auto filter = node(Operation::filter, list->type, {list});
    filter->slot = next_slot_++;
    filter->name = "v" + std::to_string(filter->slot);
    filter->children.push_back(inside(filter->slot, *list->type.element, [&] { return boolean(depth - 1); }));
    return filter;
}

ExpressionPtr ExpressionGenerator::scalars(TypeKind kind, int depth) {
    if (depth > 0 && chance(0.2)) return made_list(kind, depth);
    if (chance(0.3)) {
        Children members;
        for (std::int64_t i = below(4); i > 0; --i) members.push_back(chance(0.5) ? constant(kind) : leaf(kind));
        return node(Operation::list, Type::list_of(type_of(kind)), members);
    }
    if (kind == TypeKind::integer && chance(0.4)) {
        return list_of(variable(0, {TypeKind::record, people_}), "marks");
    }
    if (kind == TypeKind::integer && chance(0.3)) {
        return chance(0.8) ? list_of(span(), "scores") : flattened("scores", depth);
    }
    if (kind == TypeKind::text && chance(0.3)) return list_of(attribute(TypeKind::reference), "tags");
    return projected(kind, depth);
}

ExpressionPtr ExpressionGenerator::list_of(const ExpressionPtr& row, const char* name) {
    const int attribute = *schema_.table(row->type.domain).find(name);
    auto list = node(Operation::attribute, schema_.attribute(row->type.domain, attribute).type, {row});
    list->attribute = attribute;
    return list;
}

ExpressionPtr ExpressionGenerator::projected(TypeKind kind, int depth) {
    auto project = node(Operation::project, Type::list_of(type_of(kind)), {records(depth)});
    project->slot = next_slot_++;
    const ExpressionPtr member = variable(project->slot, *project->children[0]->type.element);
    ExpressionPtr value = attribute_of(member, kind);
    if (!value) value = attribute_of(attribute_of(member, TypeKind::reference), kind);
    if (!value) return node(Operation::list, Type::list_of(type_of(kind)), {constant(kind), leaf(kind)});
    project->children.push_back(value);
    return project;
}

ExpressionPtr ExpressionGenerator::fold(TypeKind kind, int depth) {
    if (chance(0.3)) return at_position(kind, depth);
    const bool summable = kind == TypeKind::integer || kind == TypeKind::decimal;
    static constexpr Function functions[] = {Function::min, Function::max, Function::sum, Function::product};
    ExpressionPtr list = chance(0.3) ? node(Operation::list, Type::list_of(type_of(kind)), {leaf(kind), constant(kind)})
                                     : scalars(kind, depth - 1);
    return call(functions[below(summable ? 4 : 2)], type_of(kind), {list});
}

ExpressionPtr ExpressionGenerator::at_position(TypeKind kind, int depth) {
    ExpressionPtr position = chance(0.9) ? integer_literal(chance(0.5) ? 1 + below(3) : -1 - below(2)) : integer(0);
    if (chance(0.5)) {
        return node(Operation::index, type_of(kind), {scalars(kind, depth - 1), position});
    }
    const ExpressionPtr list = records(depth - 1);
    ExpressionPtr member = node(Operation::index, *list->type.element, {list, position});
    ExpressionPtr value = attribute_of(member, kind);
    return value ? value : leaf(kind);
}

}  // namespace cadre::testing
