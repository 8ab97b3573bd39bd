#include "criteria/syntax_parser.hpp"

#include <cadre/messages/texts/criteria.hpp>

namespace cadre::criteria {

SyntaxPtr SyntaxParser::leaf(SyntaxKind kind) {
    Token token = tokens_.take();
    auto node = std::make_unique<Syntax>();
    node->kind = kind;
    node->offset = token.offset;
    node->text_offset = token.offset;
    node->text = std::move(token.text);
    return node;
}

SyntaxPtr SyntaxParser::postfix(SyntaxPtr operand, std::size_t offset) {
    while (true) {
        if (tokens_.take_if(TokenKind::dot)) {
            if (!tokens_.is(TokenKind::name) && !tokens_.is(TokenKind::keyword)) tokens_.fail_here();
            SyntaxPtr path = make(SyntaxKind::path, offset, std::move(operand));
            path->text_offset = here();
            path->text = tokens_.take().text;
            operand = std::move(path);
        } else if (tokens_.is(TokenKind::left_bracket) && !closes_range()) {
            tokens_.take();
            SyntaxPtr inner = expression();
            tokens_.expect(TokenKind::right_bracket, "]");
            operand = make(SyntaxKind::bracket, offset, std::move(operand), std::move(inner));
        } else {
            return operand;
        }
    }
}

/// In `]a..b[` the last bracket ends the range; what follows it cannot start an operand.
bool SyntaxParser::closes_range() const {
    if (open_ranges_ == 0) return false;
    switch (tokens_.next().kind) {
        case TokenKind::end:
        case TokenKind::comma:
        case TokenKind::right_parenthesis:
        case TokenKind::right_bracket: return true;
        case TokenKind::keyword: {
            const std::string& word = tokens_.next().text;
            return word == "and" || word == "or" || word == "then" || word == "else" || word == "satisfies";
        }
        default: return false;
    }
}

SyntaxPtr SyntaxParser::primary() {
    switch (tokens_.current().kind) {
        case TokenKind::number: return leaf(SyntaxKind::number);
        case TokenKind::text: return leaf(SyntaxKind::text);
        case TokenKind::at_text: return leaf(SyntaxKind::at_text);
        case TokenKind::function_name: return call();
        case TokenKind::name:
            return tokens_.next().kind == TokenKind::left_parenthesis ? call() : leaf(SyntaxKind::name);
        case TokenKind::keyword: return keyword();
        case TokenKind::left_bracket: return list_or_range();
        case TokenKind::right_bracket: return open_range();
        case TokenKind::left_parenthesis: {
            const std::size_t offset = here();
            tokens_.take();
            SyntaxPtr inner = expression();
            if (tokens_.is(TokenKind::dots)) return range(offset, std::move(inner), true);
            tokens_.expect(TokenKind::right_parenthesis, ")");
            return inner;
        }
        default: tokens_.fail_here();
    }
}

/// `]a..b]`
SyntaxPtr SyntaxParser::open_range() {
    const Nesting nesting(*this);
    const std::size_t offset = here();
    tokens_.take();
    return range(offset, addition(), true);
}

SyntaxPtr SyntaxParser::keyword() {
    const std::string& word = tokens_.current().text;
    if (word == "true" || word == "false") return leaf(SyntaxKind::boolean);
    if (word == "none") return leaf(SyntaxKind::none);
    if (word == "as_of") return leaf(SyntaxKind::as_of);
    if (word == "item") return leaf(SyntaxKind::item);
    if (word == "if") return conditional();
    if (word == "some") return quantified(SyntaxKind::some);
    if (word == "every") return quantified(SyntaxKind::every);
    if (word == "not") return negation();
    tokens_.fail_here();
}

SyntaxPtr SyntaxParser::negation() {
    const std::size_t offset = here();
    tokens_.take();
    if (!tokens_.take_if(TokenKind::left_parenthesis)) {
        tokens_.fail(offset, {texts::negation_without_parentheses, {}}, Message{texts::hint_write_not, {}});
    }
    SyntaxPtr operand = expression();
    tokens_.expect(TokenKind::right_parenthesis, ")");
    return make(SyntaxKind::negation, offset, std::move(operand));
}

SyntaxPtr SyntaxParser::conditional() {
    const std::size_t offset = here();
    tokens_.take();
    SyntaxPtr condition = expression();
    tokens_.expect_keyword("then");
    SyntaxPtr met = expression();
    tokens_.expect_keyword("else");
    SyntaxPtr otherwise = expression();
    return make(SyntaxKind::conditional, offset, std::move(condition), std::move(met), std::move(otherwise));
}

/// `some x in A, y in B satisfies p` is `some x in A satisfies some y in B satisfies p`.
SyntaxPtr SyntaxParser::quantified(SyntaxKind kind) {
    const Nesting nesting(*this);
    const std::size_t offset = here();
    tokens_.take();
    if (!tokens_.is(TokenKind::name)) tokens_.fail(here(), {texts::variable_expected, {}});
    std::string variable = tokens_.take().text;
    tokens_.expect_keyword("in");
    SyntaxPtr list = addition();
    SyntaxPtr condition;
    if (tokens_.is(TokenKind::comma)) {
        condition = quantified(kind);
    } else {
        tokens_.expect_keyword("satisfies");
        condition = expression();
    }
    SyntaxPtr node = make(kind, offset, std::move(list), std::move(condition));
    node->text = std::move(variable);
    return node;
}

SyntaxPtr SyntaxParser::list_or_range() {
    const std::size_t offset = here();
    tokens_.take();
    SyntaxPtr node = make(SyntaxKind::list, offset);
    if (tokens_.take_if(TokenKind::right_bracket)) return node;
    do {
        SyntaxPtr member = expression();
        if (tokens_.is(TokenKind::dots) && node->children.empty()) return range(offset, std::move(member), false);
        adopt(*node, std::move(member));
        limit_list(node->children.size(), offset);
    } while (tokens_.take_if(TokenKind::comma));
    tokens_.expect(TokenKind::right_bracket, "]");
    return node;
}

void SyntaxParser::limit_list(std::size_t size, std::size_t offset) {
    if (size <= list_limit) return;
    tokens_.fail(offset, {texts::list_too_long, {static_cast<std::int64_t>(list_limit)}});
}

}  // namespace cadre::criteria
