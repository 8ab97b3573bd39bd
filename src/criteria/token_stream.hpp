#pragma once

#include "criteria/findings.hpp"
#include "criteria/token.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace cadre::criteria {

/// Leaves the parser after a syntax error was reported.
struct SyntaxFailure {};

/// The parser's view of the tokens.
class TokenStream {
public:
    TokenStream(std::vector<Token> tokens, Findings& findings) : tokens_(std::move(tokens)), findings_(findings) {}

    const Token& current() const { return tokens_[at_]; }
    const Token& next() const { return ahead(1); }
    /// The token that many places on, or the end.
    const Token& ahead(std::size_t places) const { return tokens_[std::min(at_ + places, tokens_.size() - 1)]; }
    bool is(TokenKind kind) const { return current().kind == kind; }
    bool is_keyword(std::string_view word) const { return is(TokenKind::keyword) && current().text == word; }

    Token take() { return tokens_[is(TokenKind::end) ? at_ : at_++]; }
    bool take_if(TokenKind kind);
    bool take_keyword(std::string_view word);
    void expect(TokenKind kind, std::string_view shown);
    void expect_keyword(std::string_view word);

    /// Reports the current token as one that cannot stand here.
    [[noreturn]] void fail_here(std::string_view expected = {});
    [[noreturn]] void fail(std::size_t offset, Message message, std::optional<Message> hint = std::nullopt);

private:
    std::string shown(const Token& token) const;
    void refuse_misspelt_function();
    void refuse_known_syntax();

    std::vector<Token> tokens_;
    Findings& findings_;
    std::size_t at_ = 0;
};

}  // namespace cadre::criteria
