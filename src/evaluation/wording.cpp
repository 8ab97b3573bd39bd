#include "evaluation/wording.hpp"

#include <cadre/messages/texts/evaluation.hpp>

#include <algorithm>
#include <set>

namespace cadre {
namespace {

bool reads_row(const Expression& e, std::set<const Expression*>& seen) {
    if (!seen.insert(&e).second) return false;
    return e.operation == Operation::variable ||
           std::any_of(e.children.begin(), e.children.end(),
                       [&](const ExpressionPtr& child) { return reads_row(*child, seen); });
}

/// Whether the expression reads no member of a list.
bool reads_judged_row_only(const Expression& e) {
    return e.operation == Operation::variable
               ? e.slot == 0
               : std::all_of(e.children.begin(), e.children.end(),
                             [](const ExpressionPtr& child) { return reads_judged_row_only(*child); });
}

bool is_comparison(Operation operation) {
    return operation >= Operation::equal && operation <= Operation::greater_equal;
}

/// The comparison that says the same with its sides exchanged.
Operation mirrored(Operation operation) {
    switch (operation) {
        case Operation::less: return Operation::greater;
        case Operation::less_equal: return Operation::greater_equal;
        case Operation::greater: return Operation::less;
        case Operation::greater_equal: return Operation::less_equal;
        default: return operation;
    }
}

bool subject_is_second(const Expression& comparison) {
    return is_fixed(*comparison.children[0]) && !is_fixed(*comparison.children[1]);
}

MessageId level_demand(Operation operation) {
    switch (operation) {
        case Operation::greater_equal: return texts::need_at_least;
        case Operation::greater: return texts::need_higher;
        case Operation::less_equal: return texts::need_at_most_level;
        default: return texts::need_lower;
    }
}

MessageId date_demand(Operation operation) {
    switch (operation) {
        case Operation::greater_equal: return texts::need_on_or_after;
        case Operation::greater: return texts::need_after;
        case Operation::less_equal: return texts::need_on_or_before;
        default: return texts::need_before;
    }
}

MessageId amount_demand(Operation operation) {
    switch (operation) {
        case Operation::greater_equal: return texts::need_at_least;
        case Operation::greater: return texts::need_more_than;
        case Operation::less_equal: return texts::need_at_most;
        default: return texts::need_less_than;
    }
}

LocalizedText demand(Operation operation, TypeKind kind, const LocalizedText& operand) {
    if (operation == Operation::equal) return operand;
    if (operation == Operation::not_equal) return localized(texts::need_other_than, {operand});
    if (kind == TypeKind::level) return localized(level_demand(operation), {operand});
    if (kind == TypeKind::date) return localized(date_demand(operation), {operand});
    return localized(amount_demand(operation), {operand});
}

/// What the function asks of its first argument, where there are words for it.
std::optional<MessageId> need_of(Function function) {
    switch (function) {
        case Function::contains: return texts::need_containing;
        case Function::starts_with: return texts::need_starting;
        case Function::ends_with: return texts::need_ending;
        case Function::list_contains: return texts::need_having;
        default: return std::nullopt;
    }
}

/// Conditions that are told as operands are.
bool has_words(const Expression& e) {
    if (e.operation == Operation::parameter) return true;
    return e.operation == Operation::call && (e.function == Function::all || e.function == Function::any ||
                                              e.function == Function::known || e.function == Function::get_or_else);
}

LocalizedText joined(MessageId with, const LocalizedText& before, const LocalizedText& next) {
    return before == LocalizedText{} ? next : localized(with, {before, next});
}

}  // namespace

const Expression& without_conversion(const Expression& e) {
    return e.operation == Operation::to_decimal ? *e.children[0] : e;
}

bool is_fixed(const Expression& e) {
    std::set<const Expression*> seen;
    return !reads_row(e, seen);
}

const Expression* Wording::subject(const Expression& condition) {
    if (is_comparison(condition.operation)) {
        return &without_conversion(*condition.children[subject_is_second(condition) ? 1 : 0]);
    }
    const bool has_one = condition.operation == Operation::between || condition.operation == Operation::in ||
                         (condition.operation == Operation::call && need_of(condition.function));
    return has_one ? &without_conversion(*condition.children[0]) : nullptr;
}

LocalizedText Wording::value(const Expression& expression) const {
    const Expression& e = without_conversion(expression);
    if (e.operation == Operation::none) return localized(texts::value_none);
    if (e.operation == Operation::literal) return literal(e);
    if (e.operation == Operation::attribute && e.type.kind == TypeKind::level) {
        // Levels of one rank have labels of their own, which the evaluator's ranks do not tell apart.
        const Expression& source = *e.children[0];
        const auto rows = std::get<PossibleRows>(evaluator_.evaluate(source));
        const Column* column = evaluator_.binding().column(source.type.domain, e.attribute);
        if (rows.is_single() && column != nullptr) {
            const auto row = static_cast<std::size_t>(rows.rows.front());
            if (column->is_present(row) && !column->is_none(row)) {
                return values_.code(e.type.domain, column->integer(row));
            }
        }
    }
    return values_(e.type, evaluator_.evaluate(e));
}

LocalizedText Wording::literal(const Expression& e) const {
    if (e.type.kind == TypeKind::level) return values_.code(e.type.domain, std::get<std::int64_t>(e.constant));
    return values_(e.type, evaluator_.evaluate(e));
}

LocalizedText Wording::needed(const Expression& e) const {
    if (is_comparison(e.operation)) {
        const bool second = subject_is_second(e);
        const Expression& other = *e.children[second ? 0 : 1];
        return demand(second ? mirrored(e.operation) : e.operation, without_conversion(other).type.kind,
                      demanded(other, e.children[second ? 1 : 0]->type));
    }
    if (e.operation == Operation::between) {
        const Type& type = e.children[0]->type;
        return localized(texts::need_between, {demanded(*e.children[1], type), demanded(*e.children[2], type)});
    }
    if (e.operation == Operation::in) return needed_one_of(e);
    if (e.operation != Operation::call || !need_of(e.function)) return {};
    const Type& type = e.children[0]->type;
    const LocalizedText part = demanded(*e.children[1], type.element ? *type.element : type);
    return localized(*need_of(e.function), {part});
}

LocalizedText Wording::needed_one_of(const Expression& e) const {
    LocalizedText all;
    bool several = e.children.size() > 2;
    for (std::size_t i = 1; i < e.children.size(); ++i) {
        const Expression& test = *e.children[i];
        LocalizedText one;
        if (test.operation == Operation::conjunction) {
            for (const ExpressionPtr& part : test.children) one = joined(texts::word_and, one, needed(*part));
        } else if (test.operation == Operation::call && test.function == Function::list_contains) {
            one = demanded(*test.children[0], e.children[0]->type);
            several = true;
        } else {
            one = needed(test);
        }
        all = joined(texts::word_comma, all, one == LocalizedText{} ? written(test) : one);
    }
    return several ? localized(texts::need_one_of, {all}) : all;
}

LocalizedText Wording::demanded(const Expression& expression, const Type& subject) const {
    const Expression& e = without_conversion(expression);
    // Under a list's condition the rows of members are not bound, so such operands have no value to tell.
    const bool is_law_of_row = e.operation == Operation::parameter && reads_judged_row_only(e);
    if (!is_fixed(e) && !is_law_of_row) return inside(e);
    const LocalizedText value = fixed_value(e, subject);
    const bool is_written_out =
        e.operation == Operation::literal || e.operation == Operation::none || e.operation == Operation::list;
    return is_written_out ? value : localized(texts::word_with, {value, inside(e)});
}

LocalizedText Wording::fixed_value(const Expression& e, const Type& subject) const {
    if (e.operation == Operation::none || e.operation == Operation::literal) {
        if (e.type.kind != TypeKind::text) return value(e);
    }
    // The texts of a parameter become codes by what they are compared with.
    Type type = e.type;
    const bool bare_texts = type.element && type.element->kind == TypeKind::text && type.element->domain < 0;
    if (type.kind == TypeKind::text && type.domain < 0) type = subject;
    if (bare_texts) type = Type::list_of(subject);
    return values_(type, evaluator_.evaluate(e));
}

LocalizedText Wording::condition(const Expression& e) const {
    switch (e.operation) {
        case Operation::conjunction:
        case Operation::disjunction: {
            const auto with = e.operation == Operation::conjunction ? texts::word_and : texts::value_or;
            LocalizedText all;
            for (const ExpressionPtr& part : e.children) {
                const LocalizedText one = condition(*part);
                all = all == LocalizedText{} ? one : localized(with, {all, within_sentence(one)});
            }
            return all;
        }
        case Operation::negation: return localized(texts::word_not, {within_sentence(condition(*e.children[0]))});
        case Operation::attribute: return of(e);
        case Operation::definition:
        case Operation::criterion: return definition(e);
        case Operation::some:
            return localized(texts::explain_some, {inside(*e.children[0]), within_sentence(condition(*e.children[1]))});
        case Operation::every:
            return localized(texts::explain_every,
                             {inside(*e.children[0]), within_sentence(condition(*e.children[1]))});
        default: break;
    }
    const Expression* about = subject(e);
    if (about == nullptr) return has_words(e) ? of(e) : written(e);
    return localized(texts::word_colon, {of(*about), needed(e)});
}

LocalizedText Wording::written(const Expression& e) const {
    const std::string text = rule(e);
    return {text, text};
}

}  // namespace cadre
