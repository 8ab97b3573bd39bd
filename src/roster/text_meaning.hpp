#pragma once

#include "roster/cell.hpp"
#include "roster/date_format.hpp"
#include "roster/text_pool.hpp"

#include <cadre/roster/mapping.hpp>
#include <cadre/schema/schema.hpp>
#include <cadre/schema/spelling_matcher.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// What became of one cell.
enum class CellOutcome : std::uint8_t { read, blank, not_understood, partial, not_utf8 };

struct CellReading {
    CellOutcome outcome = CellOutcome::blank;
    Cell cell;
};

/// Whether the offending spellings of an attribute may be reported: never of keys, references and free text.
bool reports_spellings(const Attribute& attribute);

/// How the texts of one column are read for one attribute.
class TextMeaning {
public:
    TextMeaning(const Schema& schema, const Attribute& attribute, const AttributeMapping& mapping, TextPool& texts);

    CellReading read(std::string_view raw);
    /// What a null cell says.
    const CellReading& blank() const { return blank_; }

private:
    CellReading blank_reading();
    CellReading read_kind(std::string_view text);
    CellReading read_code(std::string_view text);
    CellReading read_date_text(std::string_view text);
    Cell code_cell(int code);
    bool says_missing(std::string_view text) const;

    const Attribute& attribute_;
    const AttributeMapping& mapping_;
    TextPool& texts_;
    const Scale* scale_ = nullptr;
    std::optional<SpellingMatcher> matcher_;
    std::vector<std::string> missing_;
    DateFormat format_;
    CellReading blank_;
};

}  // namespace cadre
