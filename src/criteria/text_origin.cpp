#include "criteria/text_origin.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace cadre::criteria {
namespace {

bool starts_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// Columns count characters, as toml++ does.
void advance(Place& place, std::string_view passed) {
    for (const char byte : passed) {
        if (byte == '\n') {
            ++place.line;
            place.column = 1;
        } else if (starts_character(byte)) {
            ++place.column;
        }
    }
}

std::size_t utf8_length(std::string_view hex) {
    unsigned value = 0;
    std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
    return value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
}

struct Piece {
    std::size_t raw;      ///< bytes in the document
    std::size_t decoded;  ///< bytes in the value
};

/// The escape at the front of a TOML basic string's remaining bytes.
Piece escape(std::string_view raw) {
    if (raw.size() < 2) return {raw.size(), 1};
    if (raw[1] == 'u' || raw[1] == 'U') {
        const std::size_t digits = raw[1] == 'u' ? 4 : 8;
        return {std::min(raw.size(), 2 + digits), utf8_length(raw.substr(2, digits))};
    }
    const std::size_t end = raw.find_first_not_of(" \t\r\n", 1);
    const std::size_t newline = raw.find('\n', 1);
    if (newline < end) return {std::min(end, raw.size()), 0};
    return {2, 1};
}

/// The bytes of the document that hold the first `offset` bytes of the value after its opening quote.
std::size_t raw_length(std::string_view raw, std::size_t offset, bool has_escapes) {
    std::size_t passed = 0;
    for (std::size_t decoded = 0; passed < raw.size();) {
        const bool escaped = has_escapes && raw[passed] == '\\';
        const Piece piece = escaped ? escape(raw.substr(passed)) : Piece{1, 1};
        if (decoded + piece.decoded > offset) break;
        passed += piece.raw;
        decoded += piece.decoded;
    }
    return passed;
}

/// The length of the opening quotes, with the line break that TOML drops after three of them.
std::size_t opening_length(std::string_view raw) {
    const std::string_view three = raw.substr(0, 3);
    if (three != "\"\"\"" && three != "'''") return 1;
    if (raw.substr(3, 1) == "\n") return 4;
    return raw.substr(3, 2) == "\r\n" ? 5 : 3;
}

}  // namespace

DocumentText::DocumentText(std::string text, std::string source)
    : text_(std::move(text)), source_(std::move(source)), line_starts_{0} {
    for (std::size_t i = 0; i < text_.size(); ++i) {
        if (text_[i] == '\n') line_starts_.push_back(i + 1);
    }
}

std::string_view DocumentText::from(const Place& place) const {
    if (place.line < 1 || static_cast<std::size_t>(place.line) > line_starts_.size()) return {};
    std::size_t at = line_starts_[static_cast<std::size_t>(place.line) - 1];
    for (int column = 1; column < place.column && at < text_.size(); ++column) {
        do ++at;
        while (at < text_.size() && !starts_character(text_[at]));
    }
    return std::string_view(text_).substr(at);
}

Place TextOrigin::place(std::size_t offset) const {
    Place place = start_;
    const std::string_view raw = document_ ? document_->from(start_) : std::string_view();
    if (!raw.starts_with('"') && !raw.starts_with('\'')) {
        if (place.line > 0) advance(place, text_.substr(0, offset));
        return place;
    }
    const std::size_t opening = opening_length(raw);
    advance(place, raw.substr(0, opening));
    advance(place, raw.substr(opening, raw_length(raw.substr(opening), offset, raw.front() == '"')));
    return place;
}

}  // namespace cadre::criteria
