#pragma once

#include "reports/html/page.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace cadre::html {

/// "3, 5–9": ascending row numbers, neighbours drawn together.
std::string row_ranges(const std::vector<std::size_t>& rows);

/// "0–4, 8 … and 3 more": the first of `count` rows.
std::string listed_rows(const Page& page, const std::vector<std::size_t>& rows, std::int64_t count);

/// The numbers of some rows, opened on demand; `count` is how many there are in all. Nothing when there is none.
void write_rows(Page& page, const std::vector<std::size_t>& rows, std::int64_t count);

}  // namespace cadre::html
