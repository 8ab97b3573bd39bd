#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace cadre::criteria {

enum class TokenKind : std::uint8_t {
    end,
    number,
    text,     ///< `text` is the decoded string
    at_text,  ///< `@"…"`, likewise
    name,
    keyword,
    function_name,  ///< a built-in name with spaces, directly before its parenthesis
    plus,
    minus,
    times,
    divide,
    power,
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    left_parenthesis,
    right_parenthesis,
    left_bracket,
    right_bracket,
    left_brace,
    right_brace,
    comma,
    dot,
    dots,  ///< `..` of a range
    colon,
};

struct Token {
    TokenKind kind = TokenKind::end;
    std::size_t offset = 0;
    std::size_t end = 0;
    std::string text;

    bool is_word() const { return kind == TokenKind::name || kind == TokenKind::keyword; }
};

}  // namespace cadre::criteria
