#include "reports/html/cell_name.hpp"
#include "reports/html/row_numbers.hpp"
#include "reports/html/sections.hpp"
#include "reports/html/table.hpp"

#include <cadre/messages/texts/reports.hpp>
#include <cadre/targets/contradictions.hpp>

namespace cadre::html {
namespace {

void contradiction_row(Page& page, const Contradiction& found) {
    const Schema& schema = page.review.roster.schema();
    write_row(page, found.message.text(page.language), [&] {
        write_cell(page, table_name(page, schema.table(*schema.find_table(found.table))));
        write_number(page, found.row);
        const std::vector<std::size_t> rows(found.rows.begin(), found.rows.end());
        write_cell(page, rows.empty() ? "–" : row_ranges(rows));
    });
}

}  // namespace

void write_contradictions(Page& page) {
    const std::vector<Contradiction> contradictions = find_contradictions(page.review.roster);
    if (contradictions.empty()) return page.out.element("p", page.text(texts::html_no_contradictions));
    write_table(page, page.text(texts::html_contradictions_table),
                {{texts::html_finding}, {texts::html_table}, {texts::html_row, true}, {texts::html_row_numbers}}, [&] {
                    for (const Contradiction& found : contradictions) contradiction_row(page, found);
                });
}

}  // namespace cadre::html
