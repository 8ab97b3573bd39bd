#include "reports/missing_cells_text.hpp"

#include "evaluation/value_text.hpp"

#include <cadre/messages/texts/reports.hpp>

#include <algorithm>

namespace cadre {
namespace {

constexpr std::size_t most_cells_named = 3;

}  // namespace

std::string missing_cells_text(const std::vector<MissingField>& cells, Language language) {
    std::string text;
    for (std::size_t i = 0; i < std::min(cells.size(), most_cells_named); ++i) {
        text += (i > 0 ? "; " : "") +
                localized(texts::minutes_cell, {cells[i].meaning, cells[i].table, cells[i].row}).in(language);
    }
    if (cells.size() <= most_cells_named) return text;
    const auto more = static_cast<std::int64_t>(cells.size() - most_cells_named);
    return text + localized(texts::minutes_more_cells, {more}).in(language);
}

}  // namespace cadre
