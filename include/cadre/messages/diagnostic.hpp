#pragma once

#include <cadre/export.hpp>
#include <cadre/messages/message.hpp>

#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// Where in a file or text something stands; lines and columns count from 1, 0 means "not known".
struct Place {
    std::string source;
    int line = 0;
    int column = 0;

    bool operator==(const Place&) const = default;
};

enum class Severity { error, warning };

/// One finding about a rule pack, mapping, vocabulary or expression.
struct Diagnostic {
    Severity severity = Severity::error;
    Place place;
    Message message;
    std::optional<Message> hint;

    /// `file:line:column: error: text [code]` and, when there is one, the hint on a second line.
    CADRE_EXPORT std::string to_text(Language language = Language::en) const;
};

using Diagnostics = std::vector<Diagnostic>;

/// Whether any of them is an error.
CADRE_EXPORT bool has_errors(const Diagnostics& diagnostics);

}  // namespace cadre
