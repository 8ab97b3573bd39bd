#pragma once

#include "roster/cell.hpp"
#include "roster/cell_errors.hpp"
#include "roster/text_pool.hpp"

#include <cadre/schema/spelling_matcher.hpp>

#include <map>
#include <memory>

namespace cadre {

/// Turns named values into cells of one schema. Lists are not read here.
class ValueReader {
public:
    ValueReader(const Schema& schema, TextPool& texts) : schema_(schema), texts_(texts) {}

    /// Throws `Error` (invalid_argument) for a value that the attribute does not take.
    Cell read(const CellPlace& place, const Attribute& attribute, const Value& value);

private:
    Cell read_fact(const CellPlace& place, const Attribute& attribute, const Value& value);
    Cell read_present(const CellPlace& place, const Attribute& attribute, const Value& value);
    Cell read_text(const CellPlace& place, const Attribute& attribute, const Value& value);
    Cell read_date(const CellPlace& place, const Attribute& attribute, const Value& value);
    static Cell read_partial_date(const CellPlace& place, const PartialDate& date);
    Cell read_decimal(const CellPlace& place, const Attribute& attribute, const Value& value);
    Cell read_duration(const CellPlace& place, const Attribute& attribute, const Value& value);
    Cell read_code(const CellPlace& place, const Attribute& attribute, const Value& value);
    Cell code_cell(const Attribute& attribute, int code);
    const SpellingMatcher& matcher(int scale);

    const Schema& schema_;
    TextPool& texts_;
    std::map<int, SpellingMatcher> matchers_;
};

}  // namespace cadre
