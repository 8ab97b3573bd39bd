// Rules that look at each spell by itself, and at pairs of spells.

#include "rotation/audit/breach_search.hpp"

namespace cadre {

Breaches BreachSearch::breaches(const OverstayRule&, std::size_t cadre) const {
    const auto [first, end] = facts_.history.spells_of(cadre);
    Breaches found;
    for (std::size_t spell = first; spell < end; ++spell) {
        const Verdict is = selects(spell);
        if (is == Verdict::not_met) continue;
        // After a reorganisation a spell may begin with its longest stay already over.
        const DayRange over = months_after(facts_.history.held_since(spell), periods_.of(spell));
        const DayRange begins = later_of(over, facts_.history.from(spell));
        add(found, {.cadre = cadre, .spell = spell, .begins = begins, .ends = facts_.history.to(spell)}, is);
    }
    return found;
}

Breaches BreachSearch::breaches(const LeastStayRule&, std::size_t cadre) const {
    const auto [first, end] = facts_.history.spells_of(cadre);
    Breaches found;
    for (std::size_t spell = first; spell < end; ++spell) {
        const Verdict is = selects(spell);
        if (is == Verdict::not_met) continue;
        const DayRange enough = months_after(facts_.history.held_since(spell), periods_.of(spell));
        add(found, {.cadre = cadre, .spell = spell, .begins = facts_.history.to(spell), .ends = enough}, is);
    }
    return found;
}

Breaches BreachSearch::breaches(const ReturnRule&, std::size_t cadre) const {
    const auto [first, end] = facts_.history.spells_of(cadre);
    Breaches found;
    for (std::size_t spell = first; spell < end; ++spell) {
        const Verdict is = selects(spell) && facts_.history.returns(spell);
        if (is == Verdict::not_met) continue;
        const DayRange begins = later_of(facts_.history.return_due(spell), facts_.history.from(spell));
        add(found, {.cadre = cadre, .spell = spell, .begins = begins, .ends = facts_.history.to(spell)}, is);
    }
    return found;
}

Breaches BreachSearch::breaches(const CoolingOffRule& rule, std::size_t cadre) const {
    const SpellHistory& history = facts_.history;
    const auto [first, end] = history.spells_of(cadre);
    const std::vector<std::size_t> ended = selected(cadre);
    const auto pause = PossibleInteger::exactly(rule.pause.count);
    Breaches found;
    for (std::size_t spell = first; spell < end; ++spell) {
        const Verdict into = facts_.verdicts.into(policy_, spell);
        if (into == Verdict::not_met) continue;
        for (const std::size_t earlier : ended) {
            if (earlier == spell) continue;
            const DayRange over = months_after(history.to(earlier), pause);
            const Verdict is = into && selects(earlier) && by(history.to(earlier), history.from(spell)) &&
                               before(history.from(spell), over);
            add(found, {cadre, spell, earlier, {}, {}, history.from(spell), earlier_of(history.to(spell), over)}, is);
        }
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
        for (const std::size_t earlier : spells) {
            if (earlier == spell) continue;
            Verdict is = comes_anew && selects(earlier) && same_post(earlier, spell) &&
                         before(history.to(earlier), history.from(spell));
            DayRange ends = history.to(spell);
            if (rule.within) {
                const DayRange over = months_after(history.to(earlier), PossibleInteger::exactly(rule.within->count));
                is = is && before(history.from(spell), over);
                ends = earlier_of(ends, over);
            }
            add(found, {cadre, spell, earlier, {}, {}, history.from(spell), ends}, is);
        }
    }
    return found;
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
