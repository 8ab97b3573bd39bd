#include "reports/html/cell_name.hpp"
#include "reports/html/row_numbers.hpp"
#include "reports/html/sections.hpp"
#include "reports/html/table.hpp"
#include "reports/html/waiting.hpp"

#include <cadre/messages/texts/reports.hpp>

#include <algorithm>
#include <span>

namespace cadre::html {
namespace {

constexpr std::size_t cells_in_view = 20;

void attribute_table(Page& page, const std::vector<WaitingCell>& cells) {
    const Schema& schema = *page.review.pack.schema();
    write_table(page, page.text(texts::html_chase_attributes),
                {{texts::html_attribute}, {texts::html_missing_cells, true}, {texts::html_row_numbers}}, [&] {
                    for (const WaitingAttribute& waiting : by_attribute(cells)) {
                        const auto count = static_cast<std::int64_t>(waiting.rows.size());
                        write_row(page, attribute_name(page, schema, waiting.table, waiting.attribute), [&] {
                            write_number(page, count);
                            write_cell(page, [&] { write_rows(page, waiting.rows, count); });
                        });
                    }
                });
}

/// Of a cell in a list, the row of the list's owner.
std::string owner_text(const Page& page, const CellToVerify& cell) {
    if (!cell.owner) return "–";
    const Schema& schema = *page.review.pack.schema();
    const Table& owners = schema.table(schema.top_table(*schema.find_table(cell.table)));
    return page.text(texts::html_owner, {table_name(page, owners), *cell.owner});
}

void cell_table(Page& page, const std::string& caption, std::span<const WaitingCell> cells) {
    write_table(page, caption,
                {{texts::html_attribute},
                 {texts::html_row, true},
                 {texts::html_belongs_to},
                 {texts::html_waiting_targets, true},
                 {texts::html_waiting_rows, true}},
                [&] {
                    for (const WaitingCell& waiting : cells) {
                        const CellToVerify& cell = waiting.cell;
                        const Schema& schema = *page.review.pack.schema();
                        write_row(page, attribute_name(page, schema, cell.table, cell.attribute), [&] {
                            write_number(page, cell.row);
                            write_cell(page, owner_text(page, cell));
                            write_number(page, waiting.targets);
                            write_number(page, waiting.rows);
                        });
                    }
                });
}

}  // namespace

void write_files_to_chase(Page& page) {
    const std::vector<WaitingCell> cells = waiting_cells(page.review.assessment);
    if (cells.empty()) return page.out.element("p", page.text(texts::html_nothing_to_chase));
    page.out.element("p", page.text(texts::html_chase_note));
    attribute_table(page, cells);
    const std::span<const WaitingCell> all(cells);
    const std::size_t shown = std::min(cells_in_view, all.size());
    cell_table(page, page.text(texts::html_chase_first), all.first(shown));
    if (shown == all.size()) return;
    const auto others = static_cast<std::int64_t>(all.size() - shown);
    const std::string rest = page.text(texts::html_chase_rest, {others});
    write_details(page, rest, [&] { cell_table(page, rest, all.subspan(shown)); });
}

}  // namespace cadre::html
