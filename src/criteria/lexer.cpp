#include "criteria/lexer.hpp"

#include "criteria/function_catalogue.hpp"

#include <cadre/messages/texts/criteria.hpp>
#include <cadre/messages/texts/schema.hpp>
#include <cadre/schema/spelling_matcher.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace cadre::criteria {
namespace {

constexpr auto keywords = std::to_array<std::string_view>({
    "and",  "or",    "not",  "between", "in",    "if",   "then", "else",   "some",     "every",    "satisfies",
    "true", "false", "none", "null",    "as_of", "item", "for",  "return", "function", "external", "instance",
});

struct Symbol {
    std::string_view text;
    TokenKind kind;
};

/// Longer symbols before their beginnings.
constexpr auto symbols = std::to_array<Symbol>({
    {"**", TokenKind::power},
    {"!=", TokenKind::not_equal},
    {"<=", TokenKind::less_equal},
    {">=", TokenKind::greater_equal},
    {"..", TokenKind::dots},
    {"+", TokenKind::plus},
    {"-", TokenKind::minus},
    {"*", TokenKind::times},
    {"/", TokenKind::divide},
    {"=", TokenKind::equal},
    {"<", TokenKind::less},
    {">", TokenKind::greater},
    {"(", TokenKind::left_parenthesis},
    {")", TokenKind::right_parenthesis},
    {"[", TokenKind::left_bracket},
    {"]", TokenKind::right_bracket},
    {"{", TokenKind::left_brace},
    {"}", TokenKind::right_brace},
    {",", TokenKind::comma},
    {".", TokenKind::dot},
    {":", TokenKind::colon},
});

struct Slip {
    std::string_view text;
    MessageId hint;
};

/// What other languages and word processors write instead.
constexpr auto slips = std::to_array<Slip>({
    {"==", texts::hint_single_equal},
    {"<>", texts::hint_not_equal},
    {"&&", texts::hint_write_and},
    {"&", texts::hint_write_and},
    {"||", texts::hint_write_or},
    {"|", texts::hint_write_or},
    {"!", texts::hint_write_not},
    {"'", texts::hint_double_quotes},
    {"“", texts::hint_double_quotes},
    {"”", texts::hint_double_quotes},
    {"‘", texts::hint_double_quotes},
    {"’", texts::hint_double_quotes},
    {"≥", texts::hint_write_greater_equal},
    {"≤", texts::hint_write_less_equal},
});

constexpr std::string_view no_break_space = "\xC2\xA0";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Letters outside ASCII are taken, so that a name such as `trình_độ` is reported as one unknown name.
bool is_name_start(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_name_part(char c) {
    return is_name_start(c) || is_digit(c);
}

void append_utf8(std::string& text, unsigned code) {
    const auto put = [&text](unsigned byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0U | (code >> 6U));
        put(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        put(0xE0U | (code >> 12U));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    } else {
        put(0xF0U | (code >> 18U));
        put(0x80U | ((code >> 12U) & 0x3FU));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    }
}

class Lexer {
public:
    explicit Lexer(Findings& findings) : findings_(findings), text_(findings.text()) {}

    std::optional<std::vector<Token>> run() {
        while (skip_space(), at_ < text_.size()) {
            if (!take()) return std::nullopt;
        }
        push(TokenKind::end, at_);
        return std::move(tokens_);
    }

private:
    std::string_view rest() const { return text_.substr(at_); }

    bool fail(std::size_t offset, Message message, std::optional<Message> hint = std::nullopt) {
        findings_.error(offset, std::move(message), std::move(hint));
        return false;
    }

    /// Goes on behind `end`, or to the end of the text where there is none.
    void skip_past(std::string_view end) {
        const std::size_t found = text_.find(end, at_ + 2);
        at_ = found == std::string_view::npos ? text_.size() : found + end.size();
    }

    /// White space and comments.
    void skip_space() {
        while (at_ < text_.size()) {
            if (std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) {
                ++at_;
            } else if (rest().starts_with(no_break_space)) {
                at_ += no_break_space.size();
            } else if (rest().starts_with("//")) {
                skip_past("\n");
            } else if (rest().starts_with("/*")) {
                skip_past("*/");
            } else {
                return;
            }
        }
    }

    bool push(TokenKind kind, std::size_t end, std::string text = {}) {
        tokens_.push_back({kind, at_, end, std::move(text)});
        at_ = end;
        return true;
    }

    bool take() {
        const char first = text_[at_];
        if (is_digit(first)) return take_number();
        if (first == '.' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1])) return take_number();
        if (first == '"') return take_text(TokenKind::text, at_);
        if (first == '@') {
            if (rest().substr(1, 1) == "\"") return take_text(TokenKind::at_text, at_ + 1);
            return fail(at_, {texts::at_without_text, {}}, Message{texts::hint_at_literal, {}});
        }
        for (const Slip& slip : slips) {
            if (!rest().starts_with(slip.text) || rest().starts_with("!=")) continue;
            return fail(at_, {texts::unexpected_character, {std::string(slip.text)}}, Message{slip.hint, {}});
        }
        if (is_name_start(first)) return take_word();
        for (const Symbol& symbol : symbols) {
            if (rest().starts_with(symbol.text)) return push(symbol.kind, at_ + symbol.text.size());
        }
        // Control characters are shown by number: a diagnostic never carries them to a terminal.
        const bool printable = first > ' ' && first != 0x7F;
        const std::string shown = printable ? std::string(1, first) : "#" + std::to_string(static_cast<int>(first));
        return fail(at_, {texts::unexpected_character, {shown}});
    }

    bool take_number() {
        std::size_t end = at_;
        const auto digits = [&] {
            while (end < text_.size() && is_digit(text_[end])) ++end;
        };
        digits();
        if (end + 1 < text_.size() && text_[end] == '.' && is_digit(text_[end + 1])) {
            ++end;
            digits();
        }
        if (end < text_.size() && (text_[end] == 'e' || text_[end] == 'E')) {
            std::size_t exponent = end + 1;
            if (exponent < text_.size() && (text_[exponent] == '+' || text_[exponent] == '-')) ++exponent;
            if (exponent < text_.size() && is_digit(text_[exponent])) {
                end = exponent;
                digits();
            }
        }
        if (end < text_.size() && is_name_part(text_[end])) {
            return fail(end, {texts::letter_after_number, {}});
        }
        return push(TokenKind::number, end, std::string(text_.substr(at_, end - at_)));
    }

    bool take_word() {
        std::string spaced;
        if (const std::size_t length = match_spaced_name(rest(), spaced)) {
            return push(TokenKind::function_name, at_ + length, std::move(spaced));
        }
        std::size_t end = at_;
        while (end < text_.size() && is_name_part(text_[end]) && !text_.substr(end).starts_with(no_break_space)) ++end;
        std::string word(text_.substr(at_, end - at_));
        return push(is_reserved(word) ? TokenKind::keyword : TokenKind::name, end, word);
    }

    bool take_text(TokenKind kind, std::size_t quote) {
        std::string decoded;
        std::size_t at = quote + 1;
        while (at < text_.size() && text_[at] != '"') {
            if (text_[at] != '\\') {
                decoded += text_[at++];
            } else if (!take_escape(at, decoded)) {
                return fail(at, {texts::unknown_escape, {}}, Message{texts::hint_escapes, {}});
            }
        }
        if (at >= text_.size()) return fail(quote, {texts::text_not_closed, {}});
        // Rosters hold texts in NFC, so a literal must, too.
        return push(kind, at + 1, normalized_text(decoded).value_or(decoded));
    }

    bool take_escape(std::size_t& at, std::string& decoded) const {
        if (at + 1 >= text_.size()) return false;
        constexpr std::string_view letters = "\"\\nrt";
        constexpr std::string_view meanings = "\"\\\n\r\t";
        const char letter = text_[at + 1];
        if (const std::size_t known = letters.find(letter); known != std::string_view::npos) {
            decoded += meanings[known];
            at += 2;
            return true;
        }
        auto code = hex_escape(at);
        if (!code) return false;
        if (is_high_surrogate(*code)) code = surrogate_pair(*code, at);
        if (!code || *code > 0x10FFFF || (*code >= 0xD800 && *code < 0xE000)) return false;
        append_utf8(decoded, *code);
        return true;
    }

    /// The number of `\uXXXX` or `\UXXXXXX` at this place, which moves on behind it.
    std::optional<unsigned> hex_escape(std::size_t& at) const {
        if (at + 1 >= text_.size() || text_[at] != '\\') return std::nullopt;
        const std::size_t digits = text_[at + 1] == 'u' ? 4 : text_[at + 1] == 'U' ? 6 : 0;
        const std::string_view hex = text_.substr(at + 2, digits);
        unsigned code = 0;
        const auto parsed = std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
        if (digits == 0 || hex.size() != digits || parsed.ptr != hex.data() + digits) return std::nullopt;
        at += 2 + digits;
        return code;
    }

    static bool is_high_surrogate(unsigned code) { return code >= 0xD800 && code < 0xDC00; }

    /// The code point of a UTF-16 pair whose second half stands at this place.
    std::optional<unsigned> surrogate_pair(unsigned high, std::size_t& at) const {
        const auto low = hex_escape(at);
        if (!low || *low < 0xDC00 || *low > 0xDFFF) return std::nullopt;
        return 0x10000 + ((high - 0xD800) << 10U) + (*low - 0xDC00);
    }

    Findings& findings_;
    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
};

}  // namespace

std::optional<std::vector<Token>> tokenize(Findings& findings) {
    if (findings.text().size() > text_limit) {
        findings.error(0, {texts::expression_too_long, {static_cast<std::int64_t>(text_limit / 1024)}},
                       Message{texts::hint_split_definitions, {}});
        return std::nullopt;
    }
    if (!normalized_text(findings.text())) {
        findings.error(0, {texts::document_not_utf8, {}}, Message{texts::save_as_utf8, {}});
        return std::nullopt;
    }
    return Lexer(findings).run();
}

bool is_reserved(std::string_view word) {
    return std::find(keywords.begin(), keywords.end(), word) != keywords.end();
}

}  // namespace cadre::criteria
