#include "schema/toml_guard.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/schema.hpp>

#include <utf8proc.h>

namespace cadre::toml_guard {
namespace {

/// Walks over TOML text just closely enough to know what stands outside strings and comments.
class Scanner {
public:
    Scanner(std::string_view text, const std::string& source) : text_(text), source_(source) {}

    void run() {
        while (at_ < text_.size()) step();
    }

private:
    void step() {
        const char c = text_[at_];
        if (c == '"' || c == '\'') return skip_string(c);
        if (c == '#') return skip_comment();
        if (static_cast<unsigned char>(c) >= 0x80) refuse_non_ascii();
        if (c == '[' && line_is_blank_ && depth_ == 0) check_header_name();
        if (c == '[' || c == '{') open();
        if (c == ']' || c == '}') depth_ = depth_ > 0 ? depth_ - 1 : 0;
        if (c == '.') dot();
        if (c == '\n' || c == '=' || c == ',' || c == '{') dots_ = 0;
        advance();
        line_is_blank_ = c == '\n' || (line_is_blank_ && (c == ' ' || c == '\t'));
    }

    /// Where toml++ would have an assertion.
    void check_header_name() const {
        std::size_t at = at_ + (text_.substr(at_, 2) == "[[" ? 2 : 1);
        while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
        if (at >= text_.size() || static_cast<unsigned char>(text_[at]) >= 0x80) return;
        const char c = text_[at];
        const bool starts_key = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (starts_key || std::string_view("_-\"']").find(c) != std::string_view::npos) return;
        refuse({texts::toml_header_unnamed, {}}, texts::toml_name_header);
    }

    void open() {
        if (++depth_ > deepest_brackets) {
            refuse({texts::document_too_deep, {std::int64_t{deepest_brackets}}}, texts::flatten_document);
        }
    }

    void dot() {
        if (++dots_ >= longest_key) {
            refuse({texts::key_too_long, {std::int64_t{longest_key}}}, texts::flatten_document);
        }
    }

    void skip_comment() {
        line_is_blank_ = false;
        while (at_ < text_.size() && text_[at_] != '\n') advance();
    }

    void skip_string(char quote) {
        line_is_blank_ = false;
        const std::string_view triple = quote == '"' ? "\"\"\"" : "'''";
        const bool multiline = text_.substr(at_, 3) == triple;
        for (int i = 0; i < (multiline ? 3 : 1); ++i) advance();
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (multiline ? text_.substr(at_, 3) == triple : c == quote || c == '\n') break;
            if (c == '\\' && quote == '"') advance();
            if (at_ < text_.size()) advance();
        }
        if (at_ >= text_.size() || text_[at_] == '\n') return;
        for (int i = 0; i < (multiline ? 3 : 1); ++i) advance();
        // Up to two quotes may stand directly before the closing three.
        for (int i = 0; multiline && i < 2 && text_.substr(at_, 1) == triple.substr(0, 1); ++i) advance();
    }

    utf8proc_int32_t code_point(std::size_t& length) const {
        utf8proc_int32_t point = -1;
        const utf8proc_ssize_t read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text_.data() + at_),
                                                       static_cast<utf8proc_ssize_t>(text_.size() - at_), &point);
        if (read < 1) refuse({texts::document_not_utf8, {}}, texts::save_as_utf8);
        length = static_cast<std::size_t>(read);
        return point;
    }

    void advance() {
        std::size_t length = 0;
        const utf8proc_int32_t point = code_point(length);
        at_ += length;
        column_ = point == '\n' ? 1 : column_ + 1;
        line_ += point == '\n' ? 1 : 0;
    }

    void refuse_non_ascii() const {
        std::size_t length = 0;
        code_point(length);
        refuse({texts::toml_bare_letter, {std::string(text_.substr(at_, length))}}, texts::toml_put_in_quotes);
    }

    [[noreturn]] void refuse(Message message, MessageId hint) const {
        throw Error(ErrorCode::invalid_document,
                    Diagnostics{{Severity::error, {source_, line_, column_}, std::move(message), Message{hint, {}}}});
    }

    std::string_view text_;
    const std::string& source_;
    std::size_t at_ = 0;
    int line_ = 1;
    int column_ = 1;
    bool line_is_blank_ = true;
    int depth_ = 0;
    int dots_ = 0;
};

}  // namespace

void check(std::string_view text, const std::string& source) {
    Scanner(text, source).run();
}

}  // namespace cadre::toml_guard
