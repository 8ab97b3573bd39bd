#include "reports/html/cell_name.hpp"
#include "reports/html/row_numbers.hpp"
#include "reports/html/sections.hpp"
#include "reports/html/table.hpp"

#include <cadre/messages/texts/reports.hpp>
#include <cadre/messages/texts/roster.hpp>

#include <algorithm>

namespace cadre::html {
namespace {

constexpr std::size_t spellings_in_view = 10;

std::string name_of(const Page& page, const AttributeReport& report) {
    return attribute_name(page, page.review.roster.schema(), report.table, report.attribute);
}

/// The rows of the first faulty cells, each once.
std::vector<std::size_t> faulty_rows(const AttributeReport& report) {
    std::vector<std::size_t> rows(report.rows.begin(), report.rows.end());
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

/// Rows without a value; members of lists have no rows of their own in what came in.
std::vector<std::size_t> rows_without_value(const Roster& roster, const AttributeReport& report) {
    std::vector<std::size_t> rows;
    const auto index = roster.schema().find_table(report.table);
    const auto at = index ? roster.schema().table(*index).find(report.attribute) : std::nullopt;
    if (!at || roster.table(*index) == nullptr || roster.schema().table(*index).parent >= 0) return rows;
    const Column& cells = roster.table(*index)->columns[static_cast<std::size_t>(*at)];
    for (std::size_t row = 0; row < cells.size; ++row) {
        if (!cells.is_present(row)) rows.push_back(row);
    }
    return rows;
}

void faulty_details(Page& page, const AttributeReport& report) {
    const std::vector<std::size_t> rows = faulty_rows(report);
    if (rows.empty()) return;
    write_details(page, page.text(texts::html_faulty_rows), [&] {
        page.out.element("p", {{"class", "rows"}}, row_ranges(rows));
        if (report.not_understood + report.dangling + report.duplicated > static_cast<std::int64_t>(rows.size())) {
            page.out.element("p", page.text(texts::html_first_rows));
        }
    });
}

void valueless_details(Page& page, const AttributeReport& report) {
    std::vector<std::size_t> rows = rows_without_value(page.review.roster, report);
    if (rows.empty()) return;
    const auto count = static_cast<std::int64_t>(rows.size());
    rows.resize(std::min(rows.size(), most_rows_listed));
    write_details(page, page.text(texts::html_valueless_rows, {count}), [&] {
        std::string numbers = row_ranges(rows);
        const std::int64_t others = count - static_cast<std::int64_t>(rows.size());
        if (others > 0) numbers += ' ' + page.text(texts::review_others, {others});
        page.out.element("p", {{"class", "rows"}}, numbers);
    });
}

void attribute_row(Page& page, const AttributeReport& report) {
    write_row(page, name_of(page, report), [&] {
        write_cell(page, [&] { page.out.element("bdi", report.column); });
        for (const std::int64_t count :
             {report.read, report.blank, report.not_understood, report.partial, report.dangling, report.duplicated}) {
            write_number(page, count);
        }
        write_cell(page, [&] {
            faulty_details(page, report);
            valueless_details(page, report);
        });
    });
}

using Spellings = std::vector<std::pair<std::string, std::int64_t>>;

void spelling_list(Page& page, Spellings::const_iterator from, Spellings::const_iterator to) {
    page.out.element("ul", [&] {
        for (; from != to; ++from) {
            page.out.element("li", [&] {
                page.out.element("bdi", "“" + from->first + "”");
                page.out.text(" × " + std::to_string(from->second));
            });
        }
    });
}

void spellings(Page& page, const Spellings& all) {
    const auto shown = static_cast<std::ptrdiff_t>(std::min(spellings_in_view, all.size()));
    spelling_list(page, all.begin(), all.begin() + shown);
    const auto others = static_cast<std::int64_t>(all.size()) - shown;
    if (others == 0) return;
    write_details(page, page.text(texts::html_more_spellings, {others}),
                  [&] { spelling_list(page, all.begin() + shown, all.end()); });
}

void spelling_table(Page& page, const ImportReport& report) {
    const bool any = std::any_of(report.attributes.begin(), report.attributes.end(),
                                 [](const AttributeReport& one) { return !one.spellings.empty(); });
    if (!any) return page.out.element("p", page.text(texts::html_all_understood));
    write_table(page, page.text(texts::html_spellings), {{texts::html_attribute}, {texts::html_spelling}}, [&] {
        for (const AttributeReport& one : report.attributes) {
            if (one.spellings.empty()) continue;
            write_row(page, name_of(page, one), [&] { write_cell(page, [&] { spellings(page, one.spellings); }); });
        }
    });
}

void unused_columns(Page& page, const ImportReport& report) {
    if (report.unused_columns.empty()) return;
    page.out.element("h3", page.text(texts::html_unused));
    page.out.element("ul", [&] {
        for (const std::string& column : report.unused_columns) {
            page.out.element("li", [&] { page.out.element("bdi", column); });
        }
    });
}

}  // namespace

void write_import_quality(Page& page) {
    const ImportReport& report = page.review.roster.import_report();
    if (report.attributes.empty()) return page.out.element("p", page.text(texts::html_not_imported));
    write_table(page, page.text(texts::html_import_counts),
                {{texts::html_attribute},
                 {texts::html_column},
                 {texts::roster_report_read, true},
                 {texts::roster_report_blank, true},
                 {texts::roster_report_not_understood, true},
                 {texts::roster_report_partial, true},
                 {texts::roster_report_dangling, true},
                 {texts::roster_report_duplicated, true},
                 {texts::html_row_numbers}},
                [&] {
                    for (const AttributeReport& one : report.attributes) attribute_row(page, one);
                });
    spelling_table(page, report);
    unused_columns(page, report);
}

}  // namespace cadre::html
