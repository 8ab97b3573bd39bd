#pragma once

#include <cadre/messages/language.hpp>
#include <cadre/schema/document.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// Reads the members of one document table and reports each that is missing, unknown or of the wrong kind.
/// Readers give an empty value after a report, so that one pass finds all mistakes.
class FieldReader {
public:
    /// Reports a node that is no table; all members then count as absent, without further reports.
    FieldReader(const Node& table, std::string_view name, Diagnostics& diagnostics);

    /// Reports every member whose key is not listed.
    void allow_only(const std::vector<std::string_view>& keys);

    std::string text(std::string_view key);                          ///< required, not empty
    std::optional<std::string> optional_text(std::string_view key);  ///< not empty when there
    bool flag(std::string_view key);                                 ///< false by default
    std::optional<std::int64_t> integer(std::string_view key);
    LocalizedText localized(std::string_view key);  ///< required, `{ vi = …, en = … }`
    std::optional<LocalizedText> optional_localized(std::string_view key);
    std::vector<std::string> texts(std::string_view key);  ///< empty by default
    const Node::Array& tables(std::string_view key);       ///< `[[key]]`; empty by default

    bool usable() const { return usable_; }
    const Node& node() const { return node_; }
    Diagnostics& diagnostics() { return diagnostics_; }
    /// Where the member stands, or where the table does when there is no such member.
    const Place& place(std::string_view key) const;

    void report(const Place& place, Message message, std::optional<Message> hint = std::nullopt);

private:
    void report_kind(const Node& found, std::string_view key, MessageId kind);
    void require(std::string_view key);

    const Node& node_;
    Diagnostics& diagnostics_;
    bool usable_;
};

/// The catalogue's text in both languages, for use as an argument of another message.
LocalizedText words(MessageId id);

}  // namespace cadre
