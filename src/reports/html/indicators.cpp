#include "reports/html/class_rows.hpp"
#include "reports/html/row_numbers.hpp"
#include "reports/html/sections.hpp"
#include "reports/html/table.hpp"
#include "reports/indicator_cell.hpp"

#include <cadre/messages/texts/reports.hpp>

#include <algorithm>
#include <set>

namespace cadre::html {
namespace {

std::vector<TextHeading> headings(const Page& page, const std::set<int>& years) {
    std::vector<TextHeading> found{{page.text(texts::column_indicator)}};
    for (const int year : years) found.push_back({std::to_string(year), true});
    return found;
}

void write_listed(Page& page, MessageId title, const std::vector<std::size_t>& rows, std::int64_t count) {
    if (count == 0) return;
    page.out.element("p", {{"class", "rows"}},
                     page.text(texts::html_rows_of, {localized(title), count, listed_rows(page, rows, count)}));
}

/// Of a mean: the rows that have a value and those that leave it open.
void mean_rows(Page& page, const IndicatorYear& year) {
    const ClassCounts& counts = year.counts;
    if (counts.certain() + counts.possible() == 0) return;
    std::vector<std::size_t> open = year.class_rows.undetermined;
    const std::vector<std::size_t>& maybe = year.class_rows.maybe_undetermined;
    open.insert(open.end(), maybe.begin(), maybe.end());
    std::sort(open.begin(), open.end());
    write_details(page, page.text(texts::html_rows, {counts.certain() + counts.possible()}), [&] {
        write_listed(page, texts::html_value_known, year.class_rows.met, counts.met);
        write_listed(page, texts::html_value_open, open, counts.undetermined + counts.possible());
    });
}

void year_cell(Page& page, const IndicatorSeries& series, int year) {
    const IndicatorYear* found = in_year(series, year);
    page.out.element("td", {{"class", "number"}}, [&] {
        page.out.text(found == nullptr ? "–" : indicator_cell(series.indicator, *found, page.language));
        if (found == nullptr) return;
        if (series.indicator.measure == Indicator::Measure::mean) {
            mean_rows(page, *found);
        } else {
            write_class_rows(page, found->counts, found->class_rows);
        }
    });
}

void indicator_row(Page& page, const IndicatorSeries& series, const std::set<int>& years) {
    const auto title = [&] {
        page.out.text(page.text(series.indicator.title));
        page.out.element("small", page.text(citation_text(series.indicator.citation)));
    };
    write_row(page, title, [&] {
        if (series.indicator.not_collected) {
            const std::string span = std::to_string(years.size());
            return page.out.element("td", {{"colspan", span}}, page.text(*series.indicator.not_collected));
        }
        for (const int year : years) year_cell(page, series, year);
    });
}

}  // namespace

void write_indicators(Page& page) {
    const std::vector<IndicatorSeries>& series = page.review.indicators;
    const std::set<int> years = years_of(series);
    write_table(page, page.text(texts::indicators_title), headings(page, years), [&] {
        for (const IndicatorSeries& one : series) indicator_row(page, one, years);
    });
}

}  // namespace cadre::html
