#include <cadre/reports/difference_text.hpp>

#include "evaluation/value_text.hpp"

#include <cadre/messages/texts/evaluation.hpp>
#include <cadre/messages/texts/reports.hpp>

#include <set>

namespace cadre {
namespace {

using Standing = CriterionDifference::Standing;

MessageId word_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::met: return texts::verdict_met;
        case Verdict::not_met: return texts::verdict_not_met;
        default: return texts::verdict_undetermined;
    }
}

MessageId word_of(EntryDifference::Kind kind) {
    switch (kind) {
        case EntryDifference::Kind::parameter: return texts::difference_parameter;
        case EntryDifference::Kind::definition: return texts::difference_definition;
        default: return texts::difference_criterion;
    }
}

LocalizedText counts_text(const Counts& counts) {
    return localized(texts::difference_counts, {counts.met, counts.not_met, counts.undetermined});
}

LocalizedText standing_text(Standing standing, const Counts& counts) {
    switch (standing) {
        case Standing::absent: return localized(texts::difference_absent);
        case Standing::not_in_force: return localized(texts::difference_not_in_force);
        default: return counts_text(counts);
    }
}

LocalizedText side_text(const std::optional<EntryText>& side) {
    if (!side) return localized(texts::difference_nothing);
    if (side->citation.empty()) return {side->text, side->text};
    return localized(texts::difference_cited, {side->text, citation_text(side->citation)});
}

/// Writes one comparison in one language.
class DifferenceText {
public:
    DifferenceText(const PackDifference& difference, Language language)
        : difference_(difference), language_(language) {}

    std::string write() {
        line("", localized(texts::difference_title, {difference_.before, difference_.after}));
        line("", localized(texts::difference_days, {date_text(difference_.as_of), date_text(difference_.law_before),
                                                    date_text(difference_.law_after)}));
        if (difference_.criteria.empty()) line("\n", localized(texts::difference_no_verdicts));
        for (const CriterionDifference& criterion : difference_.criteria) add(criterion);
        add_other_entries();
        return text_;
    }

private:
    void line(const std::string& indent, const LocalizedText& content) {
        text_ += indent + content.in(language_) + '\n';
    }

    void add(const CriterionDifference& criterion) {
        line("\n", localized(texts::difference_of_criterion, {criterion.title, criterion.id, criterion.table}));
        line("  ", localized(texts::difference_sides, {standing_text(criterion.before, criterion.counts_before),
                                                       standing_text(criterion.after, criterion.counts_after)}));
        for (const VerdictChange& change : criterion.changes) {
            line("  ",
                 localized(texts::difference_rows, {static_cast<std::int64_t>(change.rows.size()),
                                                    localized(word_of(change.from)), localized(word_of(change.to))}));
        }
        for (const std::size_t cause : criterion.causes) {
            shown_.insert(cause);
            add(difference_.entries[cause], "  ");
        }
    }

    void add(const EntryDifference& entry, const std::string& indent) {
        line(indent, localized(word_of(entry.kind), {entry.id}));
        line(indent + "  ", localized(texts::difference_before, {side_text(entry.before)}));
        line(indent + "  ", localized(texts::difference_after, {side_text(entry.after)}));
    }

    void add_other_entries() {
        bool first = true;
        for (std::size_t at = 0; at < difference_.entries.size(); ++at) {
            if (shown_.contains(at)) continue;
            if (first) line("\n", localized(texts::difference_other_entries));
            first = false;
            add(difference_.entries[at], "  ");
        }
    }

    const PackDifference& difference_;
    Language language_;
    std::string text_;
    std::set<std::size_t> shown_;
};

}  // namespace

std::string difference_text(const PackDifference& difference, Language language) {
    return DifferenceText(difference, language).write();
}

}  // namespace cadre
