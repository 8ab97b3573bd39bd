#pragma once

#include "roster/arrow_column.hpp"
#include "roster/text_pool.hpp"

#include <cadre/roster/column.hpp>
#include <cadre/roster/import_report.hpp>
#include <cadre/roster/mapping.hpp>

#include <vector>

namespace cadre {

/// All that it takes to read one column for one attribute.
struct ColumnTask {
    const Schema& schema;
    const Attribute& attribute;
    const AttributeMapping& mapping;
    const ArrowColumn& column;
    TextPool& texts;
    AttributeReport& report;
    std::vector<std::int32_t>& scratch;  ///< a number a row; kept from column to column, fresh memory is slow
};

/// How a column is read for an attribute; null where its type cannot feed the attribute.
using ColumnReader = Column (*)(ColumnTask&);

ColumnReader column_reader(const Attribute& attribute, const ArrowField& field);

Column read_nulls(ColumnTask& task);
Column read_texts(ColumnTask& task);
Column read_booleans(ColumnTask& task);
Column read_integers(ColumnTask& task);
Column read_numbers_as_keys(ColumnTask& task);
Column read_numbers_as_booleans(ColumnTask& task);
Column read_decimals(ColumnTask& task);
Column read_decimals_as_integers(ColumnTask& task);
Column read_wide_decimals(ColumnTask& task);
Column read_wide_decimals_as_integers(ColumnTask& task);
Column read_wide_decimals_as_keys(ColumnTask& task);
Column read_wide_decimals_as_booleans(ColumnTask& task);
Column read_day_dates(ColumnTask& task);
Column read_tick_dates(ColumnTask& task);

}  // namespace cadre
