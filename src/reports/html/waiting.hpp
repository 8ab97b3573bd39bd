#pragma once

#include <cadre/targets/assessment.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace cadre::html {

/// A missing cell that open targets wait for.
struct WaitingCell {
    CellToVerify cell;
    std::int64_t targets = 0;  ///< undetermined targets that wait for it
    std::int64_t rows = 0;     ///< open rows that wait for it, over these targets
};

/// The missing cells of one attribute.
struct WaitingAttribute {
    std::string table;
    std::string attribute;
    std::int64_t targets = 0;       ///< the most that wait for one cell
    std::vector<std::size_t> rows;  ///< ascending
};

/// The cells that the undetermined targets wait for: those of most targets first, then those of most
/// rows, then by table, row and attribute.
std::vector<WaitingCell> waiting_cells(const Assessment& assessment);

/// The same by attribute, those with most cells first.
std::vector<WaitingAttribute> by_attribute(const std::vector<WaitingCell>& cells);

}  // namespace cadre::html
