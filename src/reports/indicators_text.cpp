#include <cadre/reports/programme.hpp>

#include "evaluation/value_text.hpp"
#include "reports/text_table.hpp"

#include <set>

namespace cadre {
namespace {

constexpr std::size_t title_width = 56;

class IndicatorText {
public:
    explicit IndicatorText(Language language) : language_(language) {}

    std::string cell(const Indicator& indicator, const IndicatorYear& year) const {
        switch (year.undecided) {
            case Undecided::table_not_given: return text(MessageId::indicator_no_table);
            case Undecided::population_empty: return text(MessageId::indicator_no_rows);
            case Undecided::year_not_begun: return "–";
            default: break;
        }
        if (year.bounds.least && year.bounds.greatest) {
            const std::string least = number(indicator, *year.bounds.least);
            const std::string greatest = number(indicator, *year.bounds.greatest);
            return least == greatest ? least : least + "–" + greatest;
        }
        const std::string known = year.of_known ? number(indicator, *year.of_known) : "–";
        const std::int64_t open = year.counts.undetermined + year.counts.possible();
        return localized(MessageId::indicator_of_known, {known, open}).in(language_);
    }

    std::string text(MessageId id) const { return localized(id).in(language_); }

private:
    std::string number(const Indicator& indicator, const Share& share) const {
        if (indicator.measure == Indicator::Measure::share) return format_percent(share, language_, 1);
        if (indicator.measure == Indicator::Measure::count) return std::to_string(share.numerator);
        const std::int64_t whole = share.numerator / share.denominator;
        if (indicator.value->type.kind != TypeKind::months) return std::to_string(whole);
        return localized(MessageId::indicator_years_months, {whole / 12, whole % 12}).in(language_);
    }

    Language language_;
};

std::set<int> years_of(const std::vector<IndicatorSeries>& series) {
    std::set<int> years;
    for (const IndicatorSeries& one : series) {
        for (const IndicatorYear& year : one.years) years.insert(year.year);
    }
    return years;
}

std::vector<std::string> row_of(const IndicatorSeries& series, const std::set<int>& years, const IndicatorText& texts,
                                Language language) {
    std::vector<std::string> cells{series.indicator.title.in(language)};
    for (const int year : years) {
        std::string cell = "–";
        for (const IndicatorYear& found : series.years) {
            if (found.year == year) cell = texts.cell(series.indicator, found);
        }
        cells.push_back(std::move(cell));
    }
    cells.push_back(citation_text(series.indicator.citation).in(language));
    return cells;
}

}  // namespace

std::string indicators_text(const std::vector<IndicatorSeries>& series, Language language) {
    const IndicatorText texts(language);
    const std::set<int> years = years_of(series);
    TextTable table(title_width);
    std::vector<std::string> head{texts.text(MessageId::column_indicator)};
    for (const int year : years) head.push_back(std::to_string(year));
    head.emplace_back();
    table.add_row(std::move(head));
    for (const IndicatorSeries& one : series) {
        if (one.indicator.not_collected) {
            table.add_heading(one.indicator.title.in(language) + ": " + one.indicator.not_collected->in(language));
        } else {
            table.add_row(row_of(one, years, texts, language));
        }
    }
    return texts.text(MessageId::indicators_title) + "\n\n" + table.to_text();
}

}  // namespace cadre
