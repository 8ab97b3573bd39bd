#include "criteria/checker.hpp"

#include <cadre/messages/texts/criteria.hpp>

namespace cadre::criteria {

ExpressionPtr Checker::check(const Syntax& syntax) {
    switch (syntax.kind) {
        case SyntaxKind::path: return path(syntax);
        case SyntaxKind::bracket: return bracket(syntax);
        case SyntaxKind::call: return call(syntax);
        case SyntaxKind::negate: return negate(syntax);
        case SyntaxKind::add:
        case SyntaxKind::subtract:
        case SyntaxKind::multiply:
        case SyntaxKind::divide: return arithmetic(syntax);
        case SyntaxKind::equal:
        case SyntaxKind::not_equal:
        case SyntaxKind::less:
        case SyntaxKind::less_equal:
        case SyntaxKind::greater:
        case SyntaxKind::greater_equal: return comparison(syntax);
        case SyntaxKind::conjunction: return logical(Operation::conjunction, syntax);
        case SyntaxKind::disjunction: return logical(Operation::disjunction, syntax);
        case SyntaxKind::negation: return logical(Operation::negation, syntax);
        case SyntaxKind::between: return between(syntax);
        case SyntaxKind::in: return in(syntax);
        case SyntaxKind::conditional: return conditional(syntax);
        case SyntaxKind::some: return quantified(Operation::some, syntax);
        case SyntaxKind::every: return quantified(Operation::every, syntax);
        case SyntaxKind::list: return list(syntax);
        default: return check_leaf(syntax);
    }
}

ExpressionPtr Checker::check_leaf(const Syntax& syntax) {
    switch (syntax.kind) {
        case SyntaxKind::number: return number(syntax, false);
        case SyntaxKind::text: return make_literal({TypeKind::text}, syntax.text, syntax.offset);
        case SyntaxKind::at_text: return at_text(syntax);
        case SyntaxKind::boolean: return make_literal({TypeKind::boolean}, syntax.text == "true", syntax.offset);
        case SyntaxKind::as_of: return make_node(Operation::as_of, {TypeKind::date}, {}, syntax.offset);
        case SyntaxKind::item: return item(syntax);
        case SyntaxKind::name: return name(syntax);
        case SyntaxKind::none:
            findings_.error(syntax.offset, {texts::none_misplaced, {}}, Message{texts::hint_none, {}});
            return nullptr;
        default:
            findings_.error(syntax.offset, {texts::range_outside_in, {}}, Message{texts::hint_range_outside_in, {}});
            return nullptr;
    }
}

}  // namespace cadre::criteria
