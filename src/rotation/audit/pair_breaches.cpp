// Rules on a spell and one that ended before it.

#include "rotation/audit/breach_search.hpp"

#include <algorithm>

namespace cadre {
namespace {

/// An earlier spell with which another one breaks a rule, or may.
struct Pair {
    std::size_t earlier = 0;
    Verdict is = Verdict::undetermined;
    DayRange left;  ///< the end of the earlier spell
    DayRange ends;  ///< of the breach, by this pair alone

    bool is_certain() const { return is == Verdict::met; }
};

/// Whether there is a breach; `pairs` are those that surely or perhaps are a ground of it.
Verdict is_any(const std::vector<Pair>& pairs) {
    const bool any = std::any_of(pairs.begin(), pairs.end(), [](const Pair& pair) { return pair.is_certain(); });
    return any ? Verdict::met : Verdict::undetermined;
}

/// Until when a breach lasts of which each pair is a ground: as long as the last of them.
DayRange last_end(const std::vector<Pair>& pairs) {
    if (is_any(pairs) != Verdict::met) return {};
    DayRange ends{DayRange{}.first, DayRange{}.first};
    for (const Pair& pair : pairs) {
        ends.last = std::max(ends.last, pair.ends.last);
        if (pair.is_certain()) ends.first = std::max(ends.first, pair.ends.first);
    }
    return ends;
}

/// The earlier spell that ended last, as far as it is known which one that is; of several on one day the first.
std::optional<std::size_t> last_left(const std::vector<Pair>& pairs) {
    const Pair* last = nullptr;
    for (const Pair& pair : pairs) {
        if (pair.is_certain() && (last == nullptr || pair.left.first > last->left.first)) last = &pair;
    }
    if (last == nullptr) return pairs.front().earlier;
    const bool is_known = std::all_of(pairs.begin(), pairs.end(), [&](const Pair& pair) {
        return &pair == last || pair.left.last < last->left.first ||
               (pair.is_certain() && pair.left.is_one_day() && last->left.is_one_day());
    });
    return is_known ? std::optional(last->earlier) : std::nullopt;
}

}  // namespace

Breaches BreachSearch::breaches(const CoolingOffRule& rule, std::size_t cadre) const {
    const SpellHistory& history = facts_.history;
    const auto [first, end] = history.spells_of(cadre);
    const std::vector<std::size_t> ended = selected(cadre);
    const auto pause = PossibleInteger::exactly(rule.pause.count);
    Breaches found;
    for (std::size_t spell = first; spell < end; ++spell) {
        const Verdict into = facts_.verdicts.into(policy_, spell);
        if (into == Verdict::not_met) continue;
        std::vector<Pair> pairs;
        for (const std::size_t earlier : ended) {
            const DayRange left = history.to(earlier);
            const DayRange over = months_after(left, pause);
            const Verdict is =
                into && selects(earlier) && by(left, history.from(spell)) && before(history.from(spell), over);
            if (earlier == spell || is == Verdict::not_met) continue;
            pairs.push_back({earlier, is, left, earlier_of(history.to(spell), over)});
        }
        if (pairs.empty()) continue;
        const Breach breach{cadre, spell, last_left(pairs), {}, {}, history.from(spell), last_end(pairs)};
        add(found, breach, is_any(pairs));
    }
    return found;
}

Breaches BreachSearch::breaches(const NoReturnRule& rule, std::size_t cadre) const {
    const SpellHistory& history = facts_.history;
    const std::vector<std::size_t> spells = selected(cadre);
    Breaches found;
    for (const std::size_t spell : spells) {
        const Verdict comes_anew = selects(spell) && !goes_on(spell, spells, cadre);
        if (comes_anew == Verdict::not_met) continue;
        std::vector<Pair> pairs;
        for (const std::size_t earlier : spells) {
            const DayRange left = history.to(earlier);
            // Without `within` the day never comes from which one may be back.
            const DayRange over = rule.within ? months_after(left, PossibleInteger::exactly(rule.within->count))
                                              : DayRange::on(ongoing_day);
            const Verdict is = comes_anew && selects(earlier) && same_post(earlier, spell) &&
                               before(left, history.from(spell)) && before(history.from(spell), over);
            if (earlier == spell || is == Verdict::not_met) continue;
            pairs.push_back({earlier, is, left, earlier_of(history.to(spell), over)});
        }
        if (pairs.empty()) continue;
        const Breach breach{cadre, spell, last_left(pairs), {}, {}, history.from(spell), last_end(pairs)};
        add(found, breach, is_any(pairs));
    }
    return found;
}

Verdict BreachSearch::same_post(std::size_t a, std::size_t b) const {
    const auto post = facts_.history.post(a);
    const auto other = facts_.history.post(b);
    if (!post || !other) return Verdict::undetermined;
    return *post == *other ? Verdict::met : Verdict::not_met;
}

Verdict BreachSearch::goes_on(std::size_t spell, const std::vector<std::size_t>& spells, std::size_t cadre) const {
    const SpellHistory& history = facts_.history;
    Verdict goes_on = history.may_have_more(cadre) ? Verdict::undetermined : Verdict::not_met;
    for (const std::size_t other : spells) {
        if (other == spell) continue;
        goes_on =
            goes_on || (selects(other) && same_post(other, spell) && before(history.from(other), history.from(spell)) &&
                        by(history.from(spell), history.to(other)));
    }
    return goes_on;
}

}  // namespace cadre
