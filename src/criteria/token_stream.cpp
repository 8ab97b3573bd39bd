#include "criteria/token_stream.hpp"

#include "criteria/function_catalogue.hpp"

#include <cadre/messages/texts/criteria.hpp>
#include <cadre/messages/texts/schema.hpp>
#include <cadre/schema/suggestion.hpp>

#include <array>

namespace cadre::criteria {
namespace {

struct Refusal {
    std::string_view word;
    MessageId message;
    MessageId hint;
};

constexpr auto refused_words = std::to_array<Refusal>({
    {"null", texts::no_null, texts::hint_no_null},
    {"for", texts::no_for, texts::hint_no_for},
    {"return", texts::no_for, texts::hint_no_for},
    {"function", texts::no_functions, texts::hint_no_functions},
    {"external", texts::no_external, texts::hint_no_functions},
    {"instance", texts::no_instance_of, texts::hint_no_instance_of},
});

}  // namespace

bool TokenStream::take_if(TokenKind kind) {
    if (!is(kind)) return false;
    take();
    return true;
}

bool TokenStream::take_keyword(std::string_view word) {
    if (!is_keyword(word)) return false;
    take();
    return true;
}

void TokenStream::expect(TokenKind kind, std::string_view shown) {
    if (!take_if(kind)) fail_here(shown);
}

void TokenStream::expect_keyword(std::string_view word) {
    if (!take_keyword(word)) fail_here(word);
}

void TokenStream::fail(std::size_t offset, Message message, std::optional<Message> hint) {
    findings_.error(offset, std::move(message), std::move(hint));
    throw SyntaxFailure{};
}

void TokenStream::fail_here(std::string_view expected) {
    refuse_known_syntax();
    const Token& token = current();
    if (is(TokenKind::end)) {
        if (expected.empty()) fail(token.offset, {texts::expression_ends_early, {}});
        fail(token.offset, {texts::expression_ends_before, {std::string(expected)}});
    }
    if (expected.empty()) fail(token.offset, {texts::unexpected_token, {shown(token)}});
    fail(token.offset, {texts::expected_other_token, {std::string(expected), shown(token)}});
}

/// Syntax of FEEL that the language leaves out deserves its own words.
void TokenStream::refuse_known_syntax() {
    const Token& token = current();
    for (const Refusal& refusal : refused_words) {
        if (is_keyword(refusal.word)) fail(token.offset, {refusal.message, {}}, Message{refusal.hint, {}});
    }
    if (is(TokenKind::power)) fail(token.offset, {texts::no_power, {}}, Message{texts::hint_no_power, {}});
    if (is(TokenKind::left_brace)) {
        fail(token.offset, {texts::no_contexts, {}}, Message{texts::hint_no_contexts, {}});
    }
    if (at_ == 0 || !token.is_word() || tokens_[at_ - 1].kind != TokenKind::name) return;
    refuse_misspelt_function();
    if (token.kind != TokenKind::name) return;
    const std::string& first = tokens_[at_ - 1].text;
    fail(tokens_[at_ - 1].offset, {texts::no_names_with_spaces, {first + ' ' + token.text}},
         Message{texts::hint_underscores, {first + '_' + token.text}});
}

/// The words around the current one, up to a parenthesis, may nearly be a built-in's name.
void TokenStream::refuse_misspelt_function() {
    std::size_t end = at_;
    while (tokens_[end].is_word()) ++end;
    if (tokens_[end].kind != TokenKind::left_parenthesis) return;
    std::string words;
    for (std::size_t from = end; from > 0 && end - from < 6 && tokens_[from - 1].is_word();) {
        --from;
        words = words.empty() ? tokens_[from].text : tokens_[from].text + ' ' + words;
        if (from >= at_ || tokens_[from].kind != TokenKind::name) continue;
        if (auto near = closest(words, available_functions())) {
            fail(tokens_[from].offset, {texts::unknown_function, {words}},
                 Message{texts::did_you_mean, {std::move(*near)}});
        }
    }
}

std::string TokenStream::shown(const Token& token) const {
    return std::string(findings_.text().substr(token.offset, token.end - token.offset));
}

}  // namespace cadre::criteria
