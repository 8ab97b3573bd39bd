#pragma once

#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace cadre {

/// Names a user-visible text of the library: one of the constants `texts::…` in `messages/texts/<layer>.hpp`.
enum class MessageId : std::uint16_t;

/// A value put into a message: a count, a name from rules or schema, or a text in both languages.
///
/// By design there is no way to pass a roster row's identity other than by its row number.
using Argument = std::variant<std::int64_t, std::string, LocalizedText>;

/// A user-visible text by id with its arguments, rendered on demand in either language.
struct Message {
    MessageId id;
    std::vector<Argument> arguments;

    /// Replaces `{0}`, `{1}`, … in the catalogue's text by the arguments.
    CADRE_EXPORT std::string text(Language language) const;

    bool operator==(const Message&) const = default;
};

/// The stable, snake_case code of a message, as diagnostics print it.
CADRE_EXPORT std::string_view code(MessageId id);

/// The catalogue's text before arguments are put in.
CADRE_EXPORT std::string_view pattern(MessageId id, Language language);

}  // namespace cadre
