#include "reports/indicator_cell.hpp"

#include "evaluation/value_text.hpp"

#include <cadre/messages/texts/reports.hpp>
#include <cadre/vocabulary/share.hpp>

#include <algorithm>

namespace cadre {
namespace {

std::string number(const Indicator& indicator, const Share& share, Language language) {
    if (indicator.measure == Indicator::Measure::share) return format_percent(share, language, 1);
    if (indicator.measure == Indicator::Measure::count) return std::to_string(share.numerator);
    const std::int64_t whole = share.numerator / share.denominator;
    if (indicator.value->type.kind != TypeKind::months) return std::to_string(whole);
    return localized(texts::indicator_years_months, {whole / 12, whole % 12}).in(language);
}

}  // namespace

std::string indicator_cell(const Indicator& indicator, const IndicatorYear& year, Language language) {
    switch (year.undecided) {
        case Undecided::table_not_given: return localized(texts::indicator_no_table).in(language);
        case Undecided::population_empty: return localized(texts::indicator_no_rows).in(language);
        case Undecided::year_not_begun: return "–";
        default: break;
    }
    if (year.bounds.least && year.bounds.greatest) {
        const std::string least = number(indicator, *year.bounds.least, language);
        const std::string greatest = number(indicator, *year.bounds.greatest, language);
        return least == greatest ? least : least + "–" + greatest;
    }
    const std::string known = year.of_known ? number(indicator, *year.of_known, language) : "–";
    const std::int64_t open = year.counts.undetermined + year.counts.possible();
    return localized(texts::indicator_of_known, {known, open}).in(language);
}

std::set<int> years_of(const std::vector<IndicatorSeries>& series) {
    std::set<int> years;
    for (const IndicatorSeries& one : series) {
        for (const IndicatorYear& year : one.years) years.insert(year.year);
    }
    return years;
}

const IndicatorYear* in_year(const IndicatorSeries& series, int year) {
    const auto found = std::find_if(series.years.begin(), series.years.end(),
                                    [year](const IndicatorYear& one) { return one.year == year; });
    return found == series.years.end() ? nullptr : &*found;
}

}  // namespace cadre
