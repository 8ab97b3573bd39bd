#pragma once

#include "reports/html/page.hpp"

#include <string_view>

namespace cadre::html {

/// "Cadres – Degree", in the words of the schema.
std::string attribute_name(const Page& page, const Schema& schema, std::string_view table, std::string_view attribute);

/// "Cadres", in the words of the schema.
std::string table_name(const Page& page, const Table& table);

}  // namespace cadre::html
