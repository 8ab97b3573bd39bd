#include <cadre/reports/coverage_text.hpp>

#include "evaluation/value_text.hpp"
#include "reports/short_list.hpp"
#include "reports/text_table.hpp"

#include <cadre/messages/texts/evaluation.hpp>
#include <cadre/messages/texts/planning.hpp>
#include <cadre/messages/texts/reports.hpp>

#include <algorithm>
#include <map>

namespace cadre {
namespace {

constexpr std::size_t key_width = 40;
/// So many days of one pool are named.
constexpr std::size_t most_days = 3;

MessageId word_of(CoverageStatus status) {
    switch (status) {
        case CoverageStatus::no_opening: return texts::coverage_no_opening;
        case CoverageStatus::covered: return texts::coverage_covered;
        case CoverageStatus::thin: return texts::coverage_thin;
        case CoverageStatus::gap: return texts::coverage_gap;
        default: return texts::verdict_undetermined;
    }
}

MessageId word_of(CoverageReason reason) {
    switch (reason) {
        case CoverageReason::post_unknown: return texts::coverage_post_unknown;
        case CoverageReason::seats_unknown: return texts::coverage_seats_unknown;
        default: return texts::coverage_term_unknown;
    }
}

bool was_judged(const PoolCoverage& pool) {
    return pool.reason == CoverageReason::decided || pool.reason == CoverageReason::missing_data;
}

/// "2", or "1–3" where it is not certain.
std::string range_text(std::int64_t least, std::int64_t most) {
    return least == most ? std::to_string(least) : std::to_string(least) + "–" + std::to_string(most);
}

LocalizedText opening_text(const SeatOpening& opening) {
    const LocalizedText days =
        opening.first == opening.last
            ? date_text(opening.first)
            : localized(texts::coverage_days, {date_text(opening.first), date_text(opening.last)});
    return opening.certain ? days : localized(texts::coverage_perhaps, {days});
}

/// Writes one coverage in one language.
class CoverageText {
public:
    CoverageText(const Coverage& coverage, Language language) : coverage_(coverage), language_(language) {}

    std::string write() {
        line(localized(texts::coverage_title, {date_text(coverage_.as_of), date_text(coverage_.law_as_of)}));
        text_ += '\n';
        add_pools();
        add_joint();
        if (coverage_.unlisted > 0) line(localized(texts::coverage_unlisted, {coverage_.unlisted}));
        if (coverage_.unplaced > 0) line(localized(texts::coverage_unplaced, {coverage_.unplaced}));
        add_findings();
        return text_;
    }

private:
    void line(const LocalizedText& content) { text_ += content.in(language_) + '\n'; }
    std::string word(MessageId id) const { return localized(id).in(language_); }

    void add_pools() {
        TextTable table(key_width);
        table.add_row({word(texts::column_pool), word(texts::column_coverage), word(texts::column_openings),
                       word(texts::column_candidates), word(texts::column_short), word(texts::column_opens)});
        std::int64_t closed = 0;
        for (const PoolCoverage& pool : coverage_.pools) {
            if (pool.status == CoverageStatus::no_opening) {
                ++closed;
            } else {
                table.add_row(cells(pool));
            }
        }
        if (closed < static_cast<std::int64_t>(coverage_.pools.size())) text_ += table.to_text() + '\n';
        if (closed > 0) line(localized(texts::coverage_closed, {closed}));
    }

    std::vector<std::string> cells(const PoolCoverage& pool) const {
        if (!was_judged(pool))
            return {pool.key, word(texts::verdict_undetermined), "", "", "", word(word_of(pool.reason))};
        return {pool.key,
                word(word_of(pool.status)),
                range_text(pool.certain_openings, static_cast<std::int64_t>(pool.openings.size())),
                range_text(pool.sure_candidates, pool.possible_candidates),
                range_text(pool.least_short, pool.most_short),
                days_text(pool.openings)};
    }

    std::string days_text(std::vector<SeatOpening> openings) const {
        openings.erase(std::unique(openings.begin(), openings.end()), openings.end());
        std::string days;
        for (std::size_t i = 0; i < std::min(openings.size(), most_days); ++i) {
            days += (i > 0 ? "; " : "") + opening_text(openings[i]).in(language_);
        }
        if (openings.size() <= most_days) return days;
        const auto more = static_cast<std::int64_t>(openings.size() - most_days);
        return days + localized(texts::coverage_more_days, {more}).in(language_);
    }

    void add_joint() {
        const std::int64_t least = coverage_.least_short();
        const auto most = coverage_.most_short();
        if (!most) {
            line(localized(texts::coverage_short_at_least, {least}));
        } else if (*most == 0) {
            line(localized(texts::coverage_all_filled));
        } else {
            line(localized(texts::coverage_short, {range_text(least, *most)}));
        }
        const bool same = most == least && coverage_.unplaced == 0;
        if (!same && least > 0) line(localized(texts::coverage_at_best));
        if (same || least > 0) add_reading(coverage_.at_best);
        if (same) return;
        line(localized(texts::coverage_at_worst));
        add_reading(coverage_.at_worst);
    }

    void add_reading(const JointCoverage& reading) {
        std::map<std::size_t, std::int64_t> without_anyone;
        for (const SharedGap& gap : reading.gaps) {
            if (gap.seats == gap.short_by()) {
                for (const std::size_t pool : gap.pools) without_anyone[pool] += gap.seats;
                continue;
            }
            line(localized(texts::coverage_shared, {static_cast<std::int64_t>(gap.pools.size()), names(gap.pools),
                                                    gap.seats, gap.seats - gap.short_by(), gap.short_by()}));
        }
        if (!without_anyone.empty()) line(localized(texts::coverage_nobody, {seats_text(without_anyone)}));
        if (reading.essential.empty()) return;
        std::vector<std::string> rows;
        for (const std::size_t cadre : reading.essential) rows.push_back(std::to_string(cadre));
        line(localized(texts::coverage_essential,
                       {static_cast<std::int64_t>(rows.size()), short_list(rows, language_)}));
    }

    void add_findings() {
        for (const PlanFinding& finding : coverage_.findings) text_ += finding.message.text(language_) + '\n';
    }

    std::string seats_text(const std::map<std::size_t, std::int64_t>& seats) const {
        std::vector<std::string> texts;
        for (const auto& [pool, count] : seats) {
            texts.push_back(coverage_.pools[pool].key + " (" + std::to_string(count) + ')');
        }
        return short_list(texts, language_);
    }

    std::string names(const std::vector<std::size_t>& pools) const {
        std::vector<std::string> keys;
        for (const std::size_t pool : pools) keys.push_back(coverage_.pools[pool].key);
        return short_list(keys, language_);
    }

    const Coverage& coverage_;
    Language language_;
    std::string text_;
};

}  // namespace

std::string coverage_text(const Coverage& coverage, Language language) {
    return CoverageText(coverage, language).write();
}

}  // namespace cadre
