#include <cadre/messages/diagnostic.hpp>

#include <cadre/messages/texts/schema.hpp>

#include <algorithm>

namespace cadre {
namespace {

MessageId severity_word(Severity severity) {
    return severity == Severity::error ? texts::severity_error : texts::severity_warning;
}

std::string place_text(const Place& place) {
    std::string text = place.source;
    if (place.line > 0) {
        if (!text.empty()) text += ':';
        text += std::to_string(place.line);
        if (place.column > 0) text += ':' + std::to_string(place.column);
    }
    if (!text.empty()) text += ": ";
    return text;
}

}  // namespace

std::string Diagnostic::to_text(Language language) const {
    std::string text = place_text(place);
    text += pattern(severity_word(severity), language);
    text += ": " + message.text(language) + " [";
    text += code(message.id);
    text += ']';
    if (hint) {
        text += "\n  ";
        text += pattern(texts::hint_word, language);
        text += ": " + hint->text(language);
    }
    return text;
}

bool has_errors(const Diagnostics& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& found) { return found.severity == Severity::error; });
}

}  // namespace cadre
