#pragma once

#include <cadre/export.hpp>
#include <cadre/messages/message.hpp>
#include <cadre/roster/text_encoding.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cadre {

/// What became of the cells of one attribute. `read + blank + not_understood + dangling` is the number of cells.
struct AttributeReport {
    std::string table;  ///< "cadres", "cadres.appointments"
    std::string attribute;
    std::string column;               ///< the column that fed it
    std::int64_t read = 0;            ///< understood values, "none" and "ongoing" among them
    std::int64_t blank = 0;           ///< null, empty, or one of the mapping's `missing` texts
    std::int64_t not_understood = 0;  ///< kept as missing
    /// Dates without day or month, which are among those read where the mapping says `partial = "range"`, and
    /// among those not understood where it does not.
    std::int64_t partial = 0;
    std::int64_t dangling = 0;    ///< references to no row; kept as missing
    std::int64_t duplicated = 0;  ///< keys that occurred before
    /// The texts look like an old Vietnamese encoding read as Latin-1 ("Th¹c sÜ"): at least three cells, and at
    /// least a quarter of the distinct texts that are not ASCII. The mapping's `encoding` converts them.
    std::optional<TextEncoding> suspected_encoding;
    /// Distinct texts that were not understood with their counts, most frequent first, then by text;
    /// at most 1,000 kept. Never filled for key attributes, references and free text.
    std::vector<std::pair<std::string, std::int64_t>> spellings;
    /// Rows (from 0, of the table as it came in) of the first cells that were not understood, dangling or duplicated;
    /// at most 100.
    std::vector<std::int64_t> rows;
};

/// Rows that do not fit together. Advice: their cells were read as they stand.
struct Finding {
    std::string table;
    Message message;                 ///< its id is the stable code
    std::int64_t count = 0;          ///< rows concerned
    std::vector<std::int64_t> rows;  ///< the first of them, in order, from 0, of the table as it came in; at most 100

    /// The message with table and rows, in one line.
    CADRE_EXPORT std::string to_text(Language language = Language::en) const;
};

/// What an import read, and every cell that it did not understand.
struct ImportReport {
    std::vector<AttributeReport> attributes;
    std::vector<std::string> unused_columns;  ///< "table: column", in input order
    std::vector<Finding> findings;

    /// The attribute's report, or null.
    CADRE_EXPORT const AttributeReport* find(std::string_view table, std::string_view attribute) const;
    /// A table of counts, the spellings that were not understood and the findings, for people.
    CADRE_EXPORT std::string to_text(Language language = Language::en) const;
};

}  // namespace cadre
