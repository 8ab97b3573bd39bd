#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace cadre::html {

/// Attributes of one element; values are escaped, an empty name is left out.
using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// Writes HTML: elements are closed where their content ends, and every text is escaped.
class Writer {
public:
    /// An element around a text, or around what `content()` writes.
    template <class Content>
    void element(std::string_view name, Attributes attributes, Content&& content) {
        open(name, attributes);
        if constexpr (std::is_invocable_v<Content>) {
            content();
        } else {
            text(content);
        }
        close(name);
    }
    template <class Content>
    void element(std::string_view name, Content&& content) {
        element(name, {}, std::forward<Content>(content));
    }
    /// An element that has no content and no end: `meta`.
    void void_element(std::string_view name, Attributes attributes) { open(name, attributes); }

    void text(std::string_view text);
    /// Markup that this library states, never a text that came in.
    void markup(std::string_view constant) { out_ += constant; }

    std::string take() { return std::move(out_); }

private:
    void open(std::string_view name, Attributes attributes);
    void close(std::string_view name);

    std::string out_;
};

}  // namespace cadre::html
