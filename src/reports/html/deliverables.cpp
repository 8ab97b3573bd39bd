#include "reports/delivery_words.hpp"
#include "reports/html/sections.hpp"
#include "reports/html/table.hpp"

#include <cadre/messages/texts/reports.hpp>

namespace cadre::html {
namespace {

/// The years in which this owner has something to deliver.
std::vector<int> years_of(const DeliveryRow& row) {
    std::vector<int> years;
    for (const auto& [year, deliveries] : row.by_year) years.push_back(year);
    return years;
}

std::vector<TextHeading> headings(const Page& page, const std::vector<int>& years) {
    std::vector<TextHeading> found{{page.text(texts::column_deliverable)}};
    for (const int year : years) found.push_back({page.text(year_title(year))});
    return found;
}

void deliverable_title(Page& page, const Deliverable& deliverable) {
    page.out.text(page.text(title_of(deliverable)));
    page.out.element("small", page.text(citation_text(deliverable.citation)));
    if (deliverable.due) {
        page.out.element("small", page.text(texts::html_due, {date_text(*deliverable.due)}));
    }
}

void owner_table(Page& page, const DeliveryRow& row) {
    const std::vector<Deliverable>& deliverables = page.review.deliverables.deliverables;
    const std::vector<int> years = years_of(row);
    write_table(page, page.text(texts::html_owner_deliverables, {owner_of(row)}), headings(page, years), [&] {
        for (std::size_t at = 0; at < deliverables.size(); ++at) {
            if (deliverables[at].owner != row.owner) continue;
            write_row(
                page, [&] { deliverable_title(page, deliverables[at]); },
                [&] {
                    for (const int year : years) write_cell(page, page.text(state_in(row, at, year)));
                });
        }
    });
}

}  // namespace

void write_deliverables(Page& page) {
    page.out.element("p", page.text(texts::deliverables_title));
    for (const DeliveryRow& row : page.review.deliverables.rows) {
        page.out.element("h3", page.text(owner_of(row)));
        owner_table(page, row);
    }
}

}  // namespace cadre::html
