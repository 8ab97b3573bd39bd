#include "reports/html/writer.hpp"

namespace cadre::html {
namespace {

/// HTML has no way to write control characters.
constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool is_control(char character) {
    const auto byte = static_cast<unsigned char>(character);
    return (byte < 0x20U && character != '\t' && character != '\n') || byte == 0x7FU;
}

}  // namespace

void Writer::text(std::string_view text) {
    for (const char character : text) {
        switch (character) {
            case '&': out_ += "&amp;"; break;
            case '<': out_ += "&lt;"; break;
            case '>': out_ += "&gt;"; break;
            case '"': out_ += "&quot;"; break;
            case '\'': out_ += "&#39;"; break;
            default:
                if (is_control(character)) {
                    out_ += replacement;
                } else {
                    out_ += character;
                }
        }
    }
}

void Writer::open(std::string_view name, Attributes attributes) {
    out_ += '<';
    out_ += name;
    for (const auto& [attribute, value] : attributes) {
        if (attribute.empty()) continue;
        out_ += ' ';
        out_ += attribute;
        out_ += "=\"";
        text(value);
        out_ += '"';
    }
    out_ += '>';
}

void Writer::close(std::string_view name) {
    out_ += "</";
    out_ += name;
    out_ += ">\n";
}

}  // namespace cadre::html
