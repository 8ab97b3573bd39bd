#pragma once

#include <cadre/error.hpp>
#include <cadre/messages/texts/roster.hpp>

#include <string>
#include <string_view>

namespace cadre {

/// The complaint about one column of a stream; `detail` is a text of the catalogue.
inline Error arrow_error(std::string_view table, std::string_view column, MessageId detail) {
    const LocalizedText both{std::string(pattern(detail, Language::vi)), std::string(pattern(detail, Language::en))};
    return {ErrorCode::invalid_arrow,
            Message{texts::roster_arrow_column, {std::string(table), std::string(column), both}}};
}

/// The complaint about one cell.
inline Error arrow_cell_error(std::string_view table, std::string_view column, std::int64_t row, MessageId detail) {
    const LocalizedText both{std::string(pattern(detail, Language::vi)), std::string(pattern(detail, Language::en))};
    return {ErrorCode::invalid_arrow,
            Message{texts::roster_arrow_cell, {std::string(table), std::string(column), row, both}}};
}

}  // namespace cadre
