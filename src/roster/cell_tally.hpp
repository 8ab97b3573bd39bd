#pragma once

#include "roster/text_cache.hpp"

#include <cadre/roster/import_report.hpp>
#include <cadre/schema/schema.hpp>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace cadre {

/// Counts what became of an attribute's cells.
class CellTally {
public:
    explicit CellTally(const Attribute& attribute, AttributeReport& report)
        : report_(report), spell_(reports_spellings(attribute)) {}

    void read(std::int64_t cells) { report_.read += cells; }
    void blank(std::int64_t cells) { report_.blank += cells; }
    void not_understood(std::int64_t row, const std::string& spelling);
    void row(std::int64_t row);
    /// Counts the cells of every distinct text.
    void entries(const std::vector<TextEntry>& entries, TextEncoding encoding);
    /// Writes the spellings into the report.
    void finish();

private:
    void spelling(const std::string& text, std::int64_t cells);

    AttributeReport& report_;
    bool spell_;
    std::unordered_map<std::string, std::int64_t> spellings_;
};

}  // namespace cadre
