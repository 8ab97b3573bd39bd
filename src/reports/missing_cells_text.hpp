#pragma once

#include <cadre/evaluation/explanation.hpp>

#include <string>
#include <vector>

namespace cadre {

/// The first missing cells by meaning, table and row, and how many more there are; empty where there is none.
std::string missing_cells_text(const std::vector<MissingField>& cells, Language language);

}  // namespace cadre
