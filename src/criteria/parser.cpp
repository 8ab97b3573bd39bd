#include "criteria/parser.hpp"

#include "criteria/lexer.hpp"
#include "criteria/syntax_parser.hpp"

#include <cadre/messages/texts/criteria.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace cadre::criteria {
namespace {

constexpr auto comparisons = std::to_array<Operator>({
    {TokenKind::equal, SyntaxKind::equal},
    {TokenKind::not_equal, SyntaxKind::not_equal},
    {TokenKind::less, SyntaxKind::less},
    {TokenKind::less_equal, SyntaxKind::less_equal},
    {TokenKind::greater, SyntaxKind::greater},
    {TokenKind::greater_equal, SyntaxKind::greater_equal},
});
constexpr auto additions = std::to_array<Operator>({
    {TokenKind::plus, SyntaxKind::add},
    {TokenKind::minus, SyntaxKind::subtract},
});
constexpr auto multiplications = std::to_array<Operator>({
    {TokenKind::times, SyntaxKind::multiply},
    {TokenKind::divide, SyntaxKind::divide},
});

std::optional<SyntaxKind> find_operator(std::span<const Operator> operators, TokenKind token) {
    for (const Operator& entry : operators) {
        if (entry.token == token) return entry.kind;
    }
    return std::nullopt;
}

}  // namespace

SyntaxPtr SyntaxParser::run() {
    SyntaxPtr whole = expression();
    if (!tokens_.is(TokenKind::end)) tokens_.fail_here();
    return whole;
}

void SyntaxParser::fail_too_deep() {
    tokens_.fail(here(), {texts::nesting_too_deep, {std::int64_t{nesting_limit}}},
                 Message{texts::hint_split_definitions, {}});
}

void SyntaxParser::adopt(Syntax& node, SyntaxPtr child) {
    node.depth = std::max(node.depth, child->depth + 1);
    if (node.depth > chain_limit) {
        tokens_.fail(node.offset, {texts::chain_too_long, {std::int64_t{chain_limit}}},
                     Message{texts::hint_split_definitions, {}});
    }
    node.children.push_back(std::move(child));
}

SyntaxPtr SyntaxParser::expression() {
    const Nesting nesting(*this);
    return logical("or", SyntaxKind::disjunction, &SyntaxParser::conjunction);
}

SyntaxPtr SyntaxParser::logical(std::string_view word, SyntaxKind kind, SyntaxPtr (SyntaxParser::*operand)()) {
    const std::size_t offset = here();
    SyntaxPtr first = (this->*operand)();
    if (!tokens_.is_keyword(word)) return first;
    SyntaxPtr node = make(kind, offset, std::move(first));
    while (tokens_.take_keyword(word)) adopt(*node, (this->*operand)());
    return node;
}

SyntaxPtr SyntaxParser::comparison() {
    const std::size_t offset = here();
    SyntaxPtr left = addition();
    SyntaxPtr compared = comparison_of(left, offset);
    if (!compared) return left;
    if (find_operator(comparisons, tokens_.current().kind) || tokens_.is_keyword("between") ||
        tokens_.is_keyword("in")) {
        tokens_.fail(here(), {texts::chained_comparison, {}}, Message{texts::hint_chained_comparison, {}});
    }
    return compared;
}

/// Null, and `left` untouched, where no comparison follows.
SyntaxPtr SyntaxParser::comparison_of(SyntaxPtr& left, std::size_t offset) {
    if (const auto kind = find_operator(comparisons, tokens_.current().kind)) {
        tokens_.take();
        SyntaxPtr right = addition();
        return make(*kind, offset, std::move(left), std::move(right));
    }
    if (tokens_.take_keyword("between")) {
        SyntaxPtr low = addition();
        tokens_.expect_keyword("and");
        SyntaxPtr high = addition();
        return make(SyntaxKind::between, offset, std::move(left), std::move(low), std::move(high));
    }
    if (tokens_.take_keyword("in")) {
        SyntaxPtr node = make(SyntaxKind::in, offset, std::move(left));
        tests(*node);
        return node;
    }
    return nullptr;
}

/// What follows `in`: one test, or several in parentheses.
void SyntaxParser::tests(Syntax& node) {
    if (!tokens_.is(TokenKind::left_parenthesis)) return adopt(node, test());
    const std::size_t offset = here();
    tokens_.take();
    const bool is_comparison = find_operator(comparisons, tokens_.current().kind).has_value();
    SyntaxPtr first = test();
    if (!is_comparison && tokens_.is(TokenKind::dots)) return adopt(node, range(offset, std::move(first), true));
    adopt(node, std::move(first));
    while (tokens_.take_if(TokenKind::comma)) {
        adopt(node, test());
        limit_list(node.children.size() - 1, offset);
    }
    tokens_.expect(TokenKind::right_parenthesis, ")");
}

SyntaxPtr SyntaxParser::test() {
    const Nesting nesting(*this);
    const std::size_t offset = here();
    if (const auto kind = find_operator(comparisons, tokens_.current().kind)) {
        tokens_.take();
        SyntaxPtr value = addition();
        return make(*kind, offset, std::move(value));
    }
    if (!tokens_.is(TokenKind::left_parenthesis)) return addition();
    tokens_.take();
    SyntaxPtr inner = expression();
    if (tokens_.is(TokenKind::dots)) return range(offset, std::move(inner), true);
    tokens_.expect(TokenKind::right_parenthesis, ")");
    return continue_operand(std::move(inner), offset);
}

/// An operand whose first part is already read goes on with `.`, `[`, `+`, ….
SyntaxPtr SyntaxParser::continue_operand(SyntaxPtr first, std::size_t offset) {
    first = postfix(std::move(first), offset);
    first = chain(std::move(first), offset, multiplications, &SyntaxParser::unary);
    return chain(std::move(first), offset, additions, &SyntaxParser::multiplication);
}

SyntaxPtr SyntaxParser::range(std::size_t offset, SyntaxPtr low, bool open_low) {
    tokens_.expect(TokenKind::dots, "..");
    ++open_ranges_;
    SyntaxPtr high = addition();
    --open_ranges_;
    SyntaxPtr node = make(SyntaxKind::range, offset, std::move(low), std::move(high));
    node->open_low = open_low;
    node->open_high = !tokens_.take_if(TokenKind::right_bracket);
    if (node->open_high && !tokens_.take_if(TokenKind::right_parenthesis)) {
        tokens_.expect(TokenKind::left_bracket, "]");
    }
    return node;
}

SyntaxPtr SyntaxParser::addition() {
    const std::size_t offset = here();
    SyntaxPtr first = multiplication();
    return chain(std::move(first), offset, additions, &SyntaxParser::multiplication);
}

SyntaxPtr SyntaxParser::chain(SyntaxPtr left, std::size_t offset, std::span<const Operator> operators,
                              SyntaxPtr (SyntaxParser::*operand)()) {
    while (const auto kind = find_operator(operators, tokens_.current().kind)) {
        tokens_.take();
        SyntaxPtr right = (this->*operand)();
        left = make(*kind, offset, std::move(left), std::move(right));
    }
    return left;
}

SyntaxPtr SyntaxParser::multiplication() {
    const std::size_t offset = here();
    SyntaxPtr first = unary();
    return chain(std::move(first), offset, multiplications, &SyntaxParser::unary);
}

SyntaxPtr SyntaxParser::unary() {
    const std::size_t offset = here();
    if (!tokens_.take_if(TokenKind::minus)) return postfix(primary(), offset);
    const Nesting nesting(*this);
    SyntaxPtr operand = unary();
    return make(SyntaxKind::negate, offset, std::move(operand));
}

SyntaxPtr parse_syntax(Findings& findings) {
    auto tokens = tokenize(findings);
    if (!tokens) return nullptr;
    try {
        return SyntaxParser(std::move(*tokens), findings).run();
    } catch (const SyntaxFailure&) {
        return nullptr;
    }
}

}  // namespace cadre::criteria
