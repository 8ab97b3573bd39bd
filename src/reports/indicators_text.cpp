#include <cadre/reports/programme.hpp>

#include "evaluation/value_text.hpp"
#include "reports/indicator_cell.hpp"
#include "reports/text_table.hpp"

#include <cadre/messages/texts/reports.hpp>

namespace cadre {
namespace {

constexpr std::size_t title_width = 56;

std::vector<std::string> row_of(const IndicatorSeries& series, const std::set<int>& years, Language language) {
    std::vector<std::string> cells{series.indicator.title.in(language)};
    for (const int year : years) {
        const IndicatorYear* found = in_year(series, year);
        cells.push_back(found == nullptr ? "–" : indicator_cell(series.indicator, *found, language));
    }
    cells.push_back(citation_text(series.indicator.citation).in(language));
    return cells;
}

}  // namespace

std::string indicators_text(const std::vector<IndicatorSeries>& series, Language language) {
    const std::set<int> years = years_of(series);
    TextTable table(title_width);
    std::vector<std::string> head{localized(texts::column_indicator).in(language)};
    for (const int year : years) head.push_back(std::to_string(year));
    head.emplace_back();
    table.add_row(std::move(head));
    for (const IndicatorSeries& one : series) {
        if (one.indicator.not_collected) {
            table.add_heading(one.indicator.title.in(language) + ": " + one.indicator.not_collected->in(language));
        } else {
            table.add_row(row_of(one, years, language));
        }
    }
    return localized(texts::indicators_title).in(language) + "\n\n" + table.to_text();
}

}  // namespace cadre
