#include <cadre/reports/programme.hpp>

#include "evaluation/value_text.hpp"
#include "reports/delivery_words.hpp"
#include "reports/text_table.hpp"

#include <cadre/messages/texts/reports.hpp>

namespace cadre {
namespace {

constexpr std::size_t title_width = 56;

std::vector<std::string> head(const DeliveryTable& table, Language language) {
    std::vector<std::string> cells{localized(texts::column_deliverable).in(language)};
    for (const int year : table.years) {
        cells.push_back(year_title(year).in(language));
    }
    cells.emplace_back();
    return cells;
}

}  // namespace

std::string deliverables_text(const DeliveryTable& table, Language language) {
    TextTable text(title_width);
    text.add_row(head(table, language));
    for (const DeliveryRow& row : table.rows) {
        text.add_heading(owner_of(row).in(language));
        for (std::size_t at = 0; at < table.deliverables.size(); ++at) {
            const Deliverable& deliverable = table.deliverables[at];
            if (row.owner != deliverable.owner) continue;
            std::vector<std::string> cells{title_of(deliverable).in(language)};
            for (const int year : table.years) cells.push_back(state_in(row, at, year).in(language));
            cells.push_back(citation_text(deliverable.citation).in(language));
            text.add_row(std::move(cells));
        }
    }
    return localized(texts::deliverables_title).in(language) + "\n\n" + text.to_text();
}

}  // namespace cadre
