#pragma once

#include "criteria/parser.hpp"
#include "criteria/token_stream.hpp"

#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace cadre::criteria {

struct Operator {
    TokenKind token;
    SyntaxKind kind;
};

struct ArgumentName {
    std::string text;
    std::size_t offset = 0;
};

/// Recursive descent; every recursion passes through `Nesting`.
class SyntaxParser {
public:
    SyntaxParser(std::vector<Token> tokens, Findings& findings) : tokens_(std::move(tokens), findings) {}

    /// The whole text. Throws `SyntaxFailure` after a report.
    SyntaxPtr run();

private:
    class Nesting {
    public:
        explicit Nesting(SyntaxParser& parser) : parser_(parser) {
            if (++parser_.nesting_ > nesting_limit) parser_.fail_too_deep();
        }
        ~Nesting() { --parser_.nesting_; }
        Nesting(const Nesting&) = delete;
        Nesting& operator=(const Nesting&) = delete;

    private:
        SyntaxParser& parser_;
    };

    [[noreturn]] void fail_too_deep();
    SyntaxPtr leaf(SyntaxKind kind);
    void adopt(Syntax& node, SyntaxPtr child);
    SyntaxPtr expression();
    SyntaxPtr logical(std::string_view word, SyntaxKind kind, SyntaxPtr (SyntaxParser::*operand)());
    SyntaxPtr comparison();
    /// Null, and `left` untouched, where no comparison follows.
    SyntaxPtr comparison_of(SyntaxPtr& left, std::size_t offset);
    /// What follows `in`: one test, or several in parentheses.
    void tests(Syntax& node);
    SyntaxPtr test();
    /// An operand whose first part is already read goes on with `.`, `[`, `+`, ….
    SyntaxPtr continue_operand(SyntaxPtr first, std::size_t offset);
    SyntaxPtr range(std::size_t offset, SyntaxPtr low, bool open_low);
    SyntaxPtr addition();
    SyntaxPtr chain(SyntaxPtr left, std::size_t offset, std::span<const Operator> operators,
                    SyntaxPtr (SyntaxParser::*operand)());
    SyntaxPtr multiplication();
    SyntaxPtr unary();
    SyntaxPtr postfix(SyntaxPtr operand, std::size_t offset);
    /// In `]a..b[` the last bracket ends the range; what follows it cannot start an operand.
    bool closes_range() const;
    SyntaxPtr primary();
    SyntaxPtr keyword();
    SyntaxPtr negation();
    SyntaxPtr conditional();
    /// `some x in A, y in B satisfies p` is `some x in A satisfies some y in B satisfies p`.
    SyntaxPtr quantified(SyntaxKind kind);
    SyntaxPtr call();
    /// The name before a colon, or an empty text where the argument has none.
    ArgumentName argument_name();
    /// Puts arguments that were given by name in the order of the parameters.
    void order_arguments(Syntax& call, const std::vector<ArgumentName>& names);
    [[noreturn]] void fail_named(const Syntax& call, const std::vector<ArgumentName>& names);
    SyntaxPtr open_range();
    SyntaxPtr list_or_range();
    void limit_list(std::size_t size, std::size_t offset);

    std::size_t here() const { return tokens_.current().offset; }

    template <class... Children>
    SyntaxPtr make(SyntaxKind kind, std::size_t offset, Children... children) {
        auto node = std::make_unique<Syntax>();
        node->kind = kind;
        node->offset = offset;
        (adopt(*node, std::move(children)), ...);
        return node;
    }

    SyntaxPtr conjunction() { return logical("and", SyntaxKind::conjunction, &SyntaxParser::comparison); }

    TokenStream tokens_;
    int nesting_ = 0;
    int open_ranges_ = 0;
};

}  // namespace cadre::criteria
