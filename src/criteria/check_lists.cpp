#include "criteria/checker.hpp"

#include <cadre/messages/texts/criteria.hpp>

#include <algorithm>
#include <utility>

namespace cadre::criteria {

ExpressionPtr Checker::bracket(const Syntax& syntax) {
    const ExpressionPtr list = check(*syntax.children[0]);
    if (!list || !require_list(*list)) return nullptr;
    const int slot = next_slot_++;
    bindings_.push_back({slot, {}, *list->type.element});
    ExpressionPtr inner = check(*syntax.children[1]);
    const bool reads_item = bindings_.back().used;
    bindings_.pop_back();
    if (!inner) return nullptr;
    if (inner->type.kind == TypeKind::boolean) {
        Expression node;
        node.operation = Operation::filter;
        node.type = list->type;
        node.children = {list, std::move(inner)};
        node.slot = slot;
        node.offset = syntax.offset;
        return std::make_shared<const Expression>(std::move(node));
    }
    if (inner->type.kind != TypeKind::integer || reads_item) {
        findings_.error(inner->offset, {texts::bracket_kind, {describe(inner->type, schema_)}},
                        Message{texts::hint_bracket_kind, {}});
        return nullptr;
    }
    return index(list, inner, syntax);
}

ExpressionPtr Checker::index(const ExpressionPtr& list, const ExpressionPtr& position, const Syntax& syntax) {
    const auto* constant = std::get_if<std::int64_t>(&position->constant);
    if (constant && *constant == 0) {
        findings_.error(position->offset, {texts::index_zero, {}}, Message{texts::hint_index_zero, {}});
        return nullptr;
    }
    return make_node(Operation::index, *list->type.element, {list, position}, syntax.offset);
}

ExpressionPtr Checker::quantified(Operation operation, const Syntax& syntax) {
    const ExpressionPtr list = check_whole(*syntax.children[0]);
    if (!accept_variable(syntax) || !list || !require_list(*list)) return nullptr;
    const int slot = next_slot_++;
    bindings_.push_back({slot, syntax.text, *list->type.element});
    ExpressionPtr condition = check(*syntax.children[1]);
    bindings_.pop_back();
    if (!condition || !require_boolean(*condition)) return nullptr;
    Expression node;
    node.operation = operation;
    node.type = {TypeKind::boolean};
    node.children = {list, std::move(condition)};
    node.slot = slot;
    node.name = syntax.text;
    node.offset = syntax.offset;
    return std::make_shared<const Expression>(std::move(node));
}

ExpressionPtr Checker::check_whole(const Syntax& syntax) {
    if (syntax.kind != SyntaxKind::list || !syntax.children.empty()) return check(syntax);
    return make_node(Operation::list, Type::list_of({TypeKind::boolean}), {}, syntax.offset);
}

bool Checker::accept_variable(const Syntax& syntax) {
    const std::string& variable = syntax.text;
    const auto entry = names_.find(variable);
    const bool hides_outer =
        schema_.table(table_).find(variable) || (entry != names_.end() && entry->second.seen_from(table_));
    const bool hides_bound = std::any_of(bindings_.begin(), bindings_.end(), [&](const Binding& binding) {
        return binding.variable == variable || (binding.variable.empty() && find_attribute(binding.type, variable));
    });
    if (!hides_outer && !hides_bound) return true;
    findings_.error(syntax.offset, {texts::variable_hides_name, {variable}},
                    Message{texts::hint_variable_hides_name, {}});
    return false;
}

bool Checker::require_list(const Expression& value) {
    if (value.type.kind == TypeKind::list) return true;
    findings_.error(value.offset, {texts::list_needed, {describe(value.type, schema_)}});
    return false;
}

}  // namespace cadre::criteria
