#include "rotation/audit/term_runs.hpp"

#include <cadre/roster/column.hpp>

#include <algorithm>
#include <optional>

namespace cadre {
namespace {

/// Days that follow one another without a break, in their order.
std::vector<HeldDays> joined(std::vector<HeldDays> held) {
    std::sort(held.begin(), held.end(), [](const HeldDays& a, const HeldDays& b) { return a.from < b.from; });
    std::vector<HeldDays> joined;
    for (const HeldDays& days : held) {
        if (joined.empty() || joined.back().end < days.from) {
            joined.push_back(days);
        } else {
            joined.back().end = std::max(joined.back().end, days.end);
        }
    }
    return joined;
}

/// From when on a term counts, and until when the post is held in it; nothing where it does not count.
std::optional<TermRun> counted(const UnitTerm& term, const std::vector<HeldDays>& held, const TermsRule& rule) {
    std::optional<TermRun> counted;
    for (const HeldDays& days : held) {
        const DayNumber from = std::max(days.from, term.from);
        const DayNumber end = std::min(days.end, term.end);
        if (from >= end) continue;
        const DayNumber counts =
            rule.counts_from ? add_months(from, rule.counts_from->count).value_or(ongoing_day) : from;
        if (counts > end) continue;
        if (!counted) counted = TermRun{counts, end};
        counted->ends = end;
    }
    return counted;
}

}  // namespace

std::vector<TermRun> runs_too_long(std::vector<HeldDays> held, const std::vector<UnitTerm>& terms,
                                   const TermsRule& rule) {
    held = joined(std::move(held));
    std::vector<TermRun> runs;
    int length = 0;
    for (const UnitTerm& term : terms) {
        const auto counts = counted(term, held, rule);
        length = counts ? length + 1 : 0;
        if (length == rule.most + 1) runs.push_back(*counts);
        if (length > rule.most + 1) runs.back().ends = counts->ends;
    }
    return runs;
}

}  // namespace cadre
