#pragma once

#include <cadre/messages/diagnostic.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cadre::criteria {

/// A TOML document's own bytes, kept so that findings inside its strings can be placed exactly.
class DocumentText {
public:
    DocumentText(std::string text, std::string source);

    const std::string& source() const { return source_; }
    const std::string& text() const { return text_; }
    /// The bytes from a place on; empty when the place is not in the document.
    std::string_view from(const Place& place) const;

private:
    std::string text_;
    std::string source_;
    std::vector<std::size_t> line_starts_;
};

/// Where an expression's text comes from: turns byte offsets in it into places.
class TextOrigin {
public:
    /// The text stands at `start` as it is.
    TextOrigin(std::string_view text, Place start) : text_(text), start_(std::move(start)) {}
    /// The text is the value of a TOML string whose opening quote is at `start`.
    TextOrigin(std::string_view text, Place start, std::shared_ptr<const DocumentText> document)
        : text_(text), start_(std::move(start)), document_(std::move(document)) {}

    std::string_view text() const { return text_; }
    Place place(std::size_t offset) const;

private:
    std::string_view text_;
    Place start_;
    std::shared_ptr<const DocumentText> document_;
};

}  // namespace cadre::criteria
