#include "evaluation/value_text.hpp"
#include "reports/bounds_text.hpp"
#include "reports/text_table.hpp"

#include <cadre/messages/texts/reports.hpp>
#include <cadre/reports/planning_text.hpp>

namespace cadre {
namespace {

constexpr std::size_t title_width = 56;
/// Where every member has to meet, shares are written like those of this threshold.
const Threshold all_members{Threshold::Measure::share, Threshold::Comparison::at_least, {1, 1}};

LocalizedText age_text(Duration age) {
    constexpr std::int64_t months_a_year = 12;
    const std::int64_t years = age.count / months_a_year;
    const std::int64_t months = age.count % months_a_year;
    return months == 0 ? localized(texts::planning_age, {years})
                       : localized(texts::planning_age_months, {years, months});
}

LocalizedText band_text(const AgeBand& band) {
    if (!band.from) return localized(texts::planning_band_to, {age_text(*band.to)});
    if (!band.to) return localized(texts::planning_band_from, {age_text(*band.from)});
    return localized(texts::planning_band_between, {age_text(*band.from), age_text(*band.to)});
}

class CompositionText {
public:
    CompositionText(const Composition& composition, Language language)
        : composition_(composition), language_(language) {}

    std::string text() const { return head() + '\n' + clauses() + excluded() + findings(); }

private:
    std::string in(MessageId id, std::vector<Argument> arguments = {}) const {
        return localized(id, std::move(arguments)).in(language_);
    }
    std::string place(const ClauseResult& clause) const {
        if (!clause.pool) return in(texts::planning_whole);
        const auto row = static_cast<std::int64_t>(*clause.pool);
        return in(texts::planning_pool, {composition_.plan.pools[*clause.pool].key, row});
    }
    std::string title(const ClauseResult& clause) const {
        const std::string& title = clause.title.in(language_);
        return clause.band ? title + ": " + band_text(*clause.band).in(language_) : title;
    }

    std::string head() const {
        return in(texts::planning_composition, {composition_.pack}) + '\n' +
               in(texts::review_days, {date_text(composition_.as_of), date_text(composition_.law_as_of)}) + '\n';
    }

    std::string clauses() const {
        TextTable table(title_width);
        table.add_row({in(texts::planning_column_policy), in(texts::column_threshold), in(texts::column_result),
                       in(texts::column_verdict), in(texts::column_shortfall), in(texts::planning_column_clause)});
        std::string before;
        for (const ClauseResult& clause : composition_.clauses) {
            std::string here = place(clause);
            if (here != before) table.add_heading(here);
            before = std::move(here);
            table.add_row(cells(clause));
        }
        return table.to_text();
    }

    std::vector<std::string> cells(const ClauseResult& clause) const {
        const auto& threshold = clause.threshold;
        const bool lacking = clause.shortfall && clause.verdict != Verdict::met;
        return {title(clause),
                threshold ? threshold->to_text(language_) : in(texts::planning_every_member),
                bounds_text(clause.measured, threshold.value_or(all_members), language_),
                verdict_text(clause.verdict).in(language_),
                lacking ? shortfall_text(*clause.shortfall, !threshold || threshold->asks_for_more(), language_) : "–",
                citation_text(clause.citation).in(language_)};
    }

    std::string excluded() const {
        std::string lines;
        for (const ClauseResult& clause : composition_.clauses) {
            if (clause.excluded == SexCounts{}) continue;
            const auto [female, male, not_known] = clause.excluded;
            lines += "  " +
                     in(texts::planning_by_sex, {place(clause) + ", " + title(clause), female, male, not_known}) + '\n';
        }
        return lines.empty() ? lines : '\n' + in(texts::planning_excluded) + '\n' + lines;
    }

    std::string findings() const {
        std::string lines;
        for (const auto* findings : {&composition_.plan.findings, &composition_.findings}) {
            for (const PlanFinding& finding : *findings) lines += "  " + finding.message.text(language_) + '\n';
        }
        return lines.empty() ? lines : '\n' + in(texts::planning_review_required) + '\n' + lines;
    }

    const Composition& composition_;
    Language language_;
};

}  // namespace

std::string composition_text(const Composition& composition, Language language) {
    return CompositionText(composition, language).text();
}

}  // namespace cadre
