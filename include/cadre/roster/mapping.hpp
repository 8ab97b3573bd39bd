#pragma once

#include <cadre/export.hpp>
#include <cadre/messages/diagnostic.hpp>
#include <cadre/roster/text_encoding.hpp>
#include <cadre/schema/document.hpp>
#include <cadre/schema/schema.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// How the texts of a column become values.
enum class ReadMode { exact, highest_mentioned };

/// What a blank cell says.
enum class BlankMeaning { missing, none, is_false, ongoing, level, empty_list };

/// What a date without day or month ("1965", "9/1965") says: nothing, or any day of that year or month.
enum class PartialDates { not_understood, range };

/// Which column feeds one attribute, and how.
struct AttributeMapping {
    int table = -1;
    int attribute = -1;
    std::string column;
    ReadMode read = ReadMode::exact;
    BlankMeaning blank = BlankMeaning::missing;
    int blank_level = -1;              ///< for BlankMeaning::level
    std::vector<std::string> missing;  ///< texts that mean "not known"
    int unmentioned = -1;              ///< highest_mentioned: code for a text that mentions none; -1: not understood
    std::string format = "y-m-d";      ///< of dates in text: y-m-d, d/m/y, m/d/y, …
    PartialDates partial = PartialDates::not_understood;
    TextEncoding encoding = TextEncoding::unicode;  ///< of its texts
    bool open = false;                              ///< lists: others may exist
    std::string owner;  ///< child tables given as a stream of their own: column with the owner's key
    Place place;        ///< of the section in its document
};

/// Which columns feed which attributes. Without an entry an attribute is fed by the column of its own name.
class CADRE_EXPORT Mapping {
public:
    /// Names map to themselves, on the shipped vocabulary.
    Mapping();

    /// Reads a mapping document: optional `vocabulary = "…"`, optional `snapshot = DATE`, optional
    /// `encoding = "tcvn3"` or `"vni"` (of every column that does not say its own), optional
    /// `[[attribute]]` (added to the schema), and `[table.attribute]` sections. Throws `Error`
    /// (invalid_document) with every diagnostic.
    static Mapping from_document(const Node& document);
    static Mapping load(const std::string& path);

    const std::shared_ptr<const Schema>& schema() const { return schema_; }
    const std::vector<AttributeMapping>& entries() const { return entries_; }
    const AttributeMapping* find(int table, int attribute) const;
    const std::optional<DayNumber>& snapshot() const { return snapshot_; }
    /// Of the texts of columns without an entry.
    TextEncoding encoding() const { return encoding_; }

private:
    friend class MappingReader;
    std::shared_ptr<const Schema> schema_;
    std::vector<AttributeMapping> entries_;
    std::optional<DayNumber> snapshot_;
    TextEncoding encoding_ = TextEncoding::unicode;
};

}  // namespace cadre
