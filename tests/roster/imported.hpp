#pragma once

#include "support/arrow_stream.hpp"

#include <cadre/error.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/schema/document.hpp>

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace cadre::test {

inline const Column& column(const Roster& roster, std::string_view table, std::string_view attribute) {
    const int index = roster.schema().find_table(table).value();
    const int at = roster.schema().table(index).find(attribute).value();
    return roster.table(index)->columns[static_cast<std::size_t>(at)];
}

inline std::string text(const Roster& roster, const Column& cells, std::size_t row) {
    return std::string(roster.text(static_cast<std::int32_t>(cells.integer(row))));
}

inline Mapping mapping_of(std::string_view toml) {
    return Mapping::from_document(parse_document(toml, "m.toml"));
}

inline std::vector<ArrowData> one_chunk(std::vector<ArrowData> columns) {
    std::vector<ArrowData> chunks;
    chunks.push_back(structure("", std::move(columns)));
    return chunks;
}

inline Roster import(std::vector<ArrowData> columns, const Mapping& mapping = {}) {
    ArrowStream stream(one_chunk(std::move(columns)));
    return Roster::from_arrow(stream.get(), mapping);
}

inline Roster import(ArrowData column, const Mapping& mapping = {}) {
    std::vector<ArrowData> columns;
    columns.push_back(std::move(column));
    return import(std::move(columns), mapping);
}

/// The English text of the error that `act` ends with.
template <class Act>
std::string error_of(Act&& act, ErrorCode code) {
    try {
        act();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), code) << error.text(Language::en);
        EXPECT_FALSE(error.text(Language::vi).empty());
        return error.text(Language::en);
    }
    ADD_FAILURE() << "nothing was thrown";
    return {};
}

inline const AttributeReport& report(const Roster& roster, std::string_view table, std::string_view attribute) {
    const AttributeReport* found = roster.import_report().find(table, attribute);
    EXPECT_NE(found, nullptr) << attribute;
    return *found;
}

inline std::vector<std::optional<std::int64_t>> cells(const Column& cells) {
    std::vector<std::optional<std::int64_t>> all;
    for (std::size_t row = 0; row < cells.size; ++row) {
        all.push_back(cells.is_present(row) ? std::optional(cells.integer(row)) : std::nullopt);
    }
    return all;
}

using Numbers = std::vector<std::optional<std::int64_t>>;

}  // namespace cadre::test
