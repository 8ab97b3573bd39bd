#include "rotation/audit/breach_search.hpp"
#include "rotation/audit/term_runs.hpp"

#include <algorithm>
#include <utility>

namespace cadre {
namespace {

/// What is held through terms: a post, or a title in a unit.
using Held = std::pair<std::int64_t, std::int64_t>;

constexpr std::int64_t any_title = -1;

std::optional<Held> held_by(const SpellHistory& history, std::size_t spell, TermsRule::Same same) {
    const auto first = same == TermsRule::Same::post ? history.post(spell) : history.unit(spell);
    const auto second = same == TermsRule::Same::post ? std::optional(any_title) : history.title(spell);
    return first && second ? std::optional(Held{*first, *second}) : std::nullopt;
}

/// Spells by what is held in them, and those of which that is not known.
struct HeldSpells {
    std::vector<std::pair<Held, std::size_t>> placed;  ///< in order
    std::vector<std::size_t> unplaced;
};

HeldSpells held_in(const SpellHistory& history, const std::vector<std::size_t>& spells, TermsRule::Same same) {
    HeldSpells held;
    for (const std::size_t spell : spells) {
        if (const auto thing = held_by(history, spell, same)) {
            held.placed.emplace_back(*thing, spell);
        } else {
            held.unplaced.push_back(spell);
        }
    }
    std::sort(held.placed.begin(), held.placed.end());
    return held;
}

/// The days of spells in the widest reading of what is not known.
std::vector<HeldDays> widest(const SpellHistory& history, const std::vector<std::size_t>& spells) {
    std::vector<HeldDays> days;
    for (const std::size_t spell : spells) days.push_back({history.from(spell).first, history.to(spell).last});
    return days;
}

/// In how many terms a spell may have a day: no more of them count.
int terms_touched(const SpellHistory& history, const std::vector<std::size_t>& spells,
                  const std::vector<std::size_t>& unplaced, const std::vector<UnitTerm>& terms) {
    DayRange held{ongoing_day, DayRange{}.first};
    for (const auto* part : {&spells, &unplaced}) {
        for (const std::size_t spell : *part) {
            held.first = std::min(held.first, history.from(spell).first);
            held.last = std::max(held.last, history.to(spell).last);
        }
    }
    return static_cast<int>(std::count_if(terms.begin(), terms.end(), [&](const UnitTerm& term) {
        return term.from < held.last && held.first < term.end;
    }));
}

/// The spell in which a day lies: of those that began by then, the last.
std::size_t spell_on(const SpellHistory& history, const std::vector<std::size_t>& spells, DayNumber day) {
    std::size_t found = spells.front();
    for (const std::size_t spell : spells) {
        if (history.from(spell).first <= day) found = spell;
    }
    return found;
}

Breach open_breach(std::size_t cadre, std::size_t spell) {
    return {.cadre = cadre, .spell = spell};
}

}  // namespace

Breaches BreachSearch::breaches(const TermsRule& rule, std::size_t cadre) const {
    const SpellHistory& history = facts_.history;
    const auto [placed, unplaced] = held_in(history, selected(cadre), rule.same);
    Breaches found;
    if (!unplaced.empty()) found.push_back(open_breach(cadre, unplaced.front()));
    std::vector<std::size_t> spells;
    for (std::size_t first = 0; first < placed.size(); first += spells.size()) {
        const Held held = placed[first].first;
        spells.clear();
        for (std::size_t at = first; at < placed.size() && placed[at].first == held; ++at) {
            spells.push_back(placed[at].second);
        }
        const auto unit = rule.same == TermsRule::Same::post ? history.unit_of_post(held.first) : held.first;
        const std::vector<UnitTerm>* terms = unit ? facts_.terms.of(*unit) : nullptr;
        if (terms == nullptr) {
            found.push_back(open_breach(cadre, spells.front()));
        } else if (terms_touched(history, spells, unplaced, *terms) > rule.most) {
            add_term_breaches(rule, cadre, spells, unplaced, *terms, found);
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const Breach& a, const Breach& b) { return a.spell < b.spell; });
    return found;
}

void BreachSearch::add_term_breaches(const TermsRule& rule, std::size_t cadre, const std::vector<std::size_t>& spells,
                                     const std::vector<std::size_t>& unplaced, const std::vector<UnitTerm>& terms,
                                     Breaches& found) const {
    const SpellHistory& history = facts_.history;
    std::vector<std::size_t> certain;
    for (const std::size_t spell : spells) {
        const bool dated = history.from(spell).is_one_day() && history.to(spell).is_one_day();
        if (dated && selects(spell) == Verdict::met) certain.push_back(spell);
    }
    const bool complete = certain.size() == spells.size() && unplaced.empty() && !history.may_have_more(cadre);
    const std::vector<TermRun> sure = runs_too_long(widest(history, certain), terms, rule);
    for (const TermRun& run : sure) {
        // More spells make a run begin earlier and last longer, never the other way round.
        const DayRange begins{complete ? run.begins : DayRange{}.first, run.begins};
        const DayRange ends{run.ends, complete ? run.ends : ongoing_day};
        const std::size_t spell = spell_on(history, certain, run.begins);
        Breach breach{.cadre = cadre, .spell = spell, .begins = begins, .ends = ends};
        breach = judged(breach, Verdict::met, facts_.window);
        if (!breach.is_possible()) continue;
        // In which spell the run begins to be too long is then not known.
        if (!complete && breach.is_certain()) breach.spell.reset();
        found.push_back(breach);
    }
    if (complete || !sure.empty()) return;
    std::vector<std::size_t> possible = spells;
    possible.insert(possible.end(), unplaced.begin(), unplaced.end());
    if (!runs_too_long(widest(history, possible), terms, rule).empty()) {
        found.push_back(open_breach(cadre, spells.front()));
    }
}

}  // namespace cadre
