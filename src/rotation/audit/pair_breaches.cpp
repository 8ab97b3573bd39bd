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

/// A spell that the first condition of a rule selects, or may, read once for all its pairs.
struct Stay {
    std::size_t spell = 0;
    Verdict is = Verdict::undetermined;
    std::optional<std::int64_t> post;
    DayRange from;
    DayRange to;
    DayRange over;  ///< from this day on the rule allows another spell; without a pause it never does
};

std::vector<Stay> stays_of(const AuditFacts& facts, std::size_t policy, std::size_t cadre,
                           std::optional<Duration> pause) {
    const SpellHistory& history = facts.history;
    const auto [first, end] = history.spells_of(cadre);
    std::vector<Stay> stays;
    for (std::size_t spell = first; spell < end; ++spell) {
        const Verdict is = facts.verdicts.spell(policy, spell);
        if (is == Verdict::not_met) continue;
        const DayRange to = history.to(spell);
        const DayRange over =
            pause ? months_after(to, PossibleInteger::exactly(pause->count)) : DayRange::on(ongoing_day);
        stays.push_back({spell, is, history.post(spell), history.from(spell), to, over});
    }
    return stays;
}

Verdict same_post(const Stay& a, const Stay& b) {
    if (!a.post || !b.post) return Verdict::undetermined;
    return *a.post == *b.post ? Verdict::met : Verdict::not_met;
}

/// Whether a spell takes up its post the day another one of the rule in that post ends, or while it lasts.
Verdict goes_on(const Stay& stay, const std::vector<Stay>& stays, bool may_have_more) {
    Verdict goes_on = may_have_more ? Verdict::undetermined : Verdict::not_met;
    for (const Stay& other : stays) {
        if (&other == &stay) continue;
        goes_on =
            goes_on || (other.is && same_post(other, stay) && before(other.from, stay.from) && by(stay.from, other.to));
    }
    return goes_on;
}

/// The spells that were left for a day at least before another one in the same post began, and not too long ago.
std::vector<Pair> left_before(const Stay& stay, const std::vector<Stay>& stays) {
    std::vector<Pair> pairs;
    for (const Stay& earlier : stays) {
        if (&earlier == &stay || same_post(earlier, stay) == Verdict::not_met) continue;
        const Verdict is =
            earlier.is && same_post(earlier, stay) && before(earlier.to, stay.from) && before(stay.from, earlier.over);
        if (is == Verdict::not_met) continue;
        pairs.push_back({earlier.spell, is, earlier.to, earlier_of(stay.to, earlier.over)});
    }
    return pairs;
}

}  // namespace

Breaches BreachSearch::breaches(const CoolingOffRule& rule, std::size_t cadre) const {
    const SpellHistory& history = facts_.history;
    const auto [first, end] = history.spells_of(cadre);
    std::vector<Stay> stays;
    Breaches found;
    for (std::size_t spell = first; spell < end; ++spell) {
        const Verdict into = facts_.verdicts.into(policy_, spell);
        if (into == Verdict::not_met || is_past(spell)) continue;
        if (stays.empty()) stays = stays_of(facts_, policy_, cadre, rule.pause);
        const DayRange from = history.from(spell);
        std::vector<Pair> pairs;
        for (const Stay& earlier : stays) {
            const Verdict is = into && earlier.is && by(earlier.to, from) && before(from, earlier.over);
            if (earlier.spell == spell || is == Verdict::not_met) continue;
            pairs.push_back({earlier.spell, is, earlier.to, earlier_of(history.to(spell), earlier.over)});
        }
        if (pairs.empty()) continue;
        const Breach breach{cadre, spell, last_left(pairs), {}, {}, from, last_end(pairs)};
        add(found, breach, is_any(pairs));
    }
    return found;
}

Breaches BreachSearch::breaches(const NoReturnRule& rule, std::size_t cadre) const {
    const std::vector<Stay> stays = stays_of(facts_, policy_, cadre, rule.within);
    Breaches found;
    for (const Stay& stay : stays) {
        if (is_past(stay.spell)) continue;
        std::vector<Pair> pairs = left_before(stay, stays);
        if (pairs.empty()) continue;
        const Verdict comes_anew = stay.is && !goes_on(stay, stays, facts_.history.may_have_more(cadre));
        if (comes_anew == Verdict::not_met) continue;
        for (Pair& pair : pairs) pair.is = pair.is && comes_anew;
        const Breach breach{cadre, stay.spell, last_left(pairs), {}, {}, stay.from, last_end(pairs)};
        add(found, breach, is_any(pairs));
    }
    return found;
}

}  // namespace cadre
