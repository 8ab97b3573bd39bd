#include "reports/html/cell_name.hpp"
#include "reports/html/row_numbers.hpp"
#include "reports/html/sections.hpp"
#include "reports/html/table.hpp"

#include <cadre/messages/texts/reports.hpp>
#include <cadre/targets/class_rows.hpp>

#include <array>

namespace cadre::html {
namespace {

constexpr std::array verdicts{Verdict::met, Verdict::not_met, Verdict::undetermined};

/// The first rows that have a verdict.
std::vector<std::size_t> rows_with(const VerdictColumn& column, Verdict verdict) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < column.size() && rows.size() < most_rows_listed; ++row) {
        if (column[row] == verdict) rows.push_back(row);
    }
    return rows;
}

std::int64_t count_of(const Counts& counts, Verdict verdict) {
    if (verdict == Verdict::met) return counts.met;
    return verdict == Verdict::not_met ? counts.not_met : counts.undetermined;
}

void verdict_cells(Page& page, const VerdictColumn& column) {
    const Counts counts = column.counts();
    for (const Verdict verdict : verdicts) {
        const std::int64_t count = count_of(counts, verdict);
        page.out.element("td", {{"class", "number"}}, [&] {
            page.out.text(std::to_string(count));
            write_rows(page, rows_with(column, verdict), count);
        });
    }
}

void criterion_row(Page& page, const Criterion& criterion, const VerdictColumn& column) {
    const auto title = [&] {
        page.out.text(page.text(criterion.title));
        page.out.element("small", table_name(page, page.review.pack.schema()->table(criterion.table)));
    };
    write_row(page, title, [&] {
        if (column.in_force()) {
            verdict_cells(page, column);
        } else {
            page.out.element("td", {{"colspan", "3"}}, page.text(texts::html_not_in_force));
        }
        write_cell(page, page.text(citation_text(criterion.citation)));
    });
}

}  // namespace

void write_criteria(Page& page) {
    std::vector<TextHeading> headings{{page.text(texts::html_criterion)}};
    for (const Verdict verdict : verdicts) headings.push_back({page.text(verdict_text(verdict)), true});
    headings.push_back({page.text(texts::html_clause)});
    write_table(page, page.text(texts::html_criteria_table), headings, [&] {
        for (const Criterion& criterion : page.review.pack.criteria()) {
            criterion_row(page, criterion, (*page.review.criteria)[criterion.id]);
        }
    });
}

}  // namespace cadre::html
