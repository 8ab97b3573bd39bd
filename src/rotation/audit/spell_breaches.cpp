// Rules that look at each spell by itself.

#include "rotation/audit/breach_search.hpp"

namespace cadre {

Breaches BreachSearch::breaches(const OverstayRule&, std::size_t cadre) const {
    const auto [first, end] = facts_.history.spells_of(cadre);
    Breaches found;
    for (std::size_t spell = first; spell < end; ++spell) {
        const Verdict is = selects(spell);
        if (is == Verdict::not_met || is_past(spell)) continue;
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
        if (is == Verdict::not_met || is_past(spell)) continue;
        const DayRange begins = later_of(facts_.history.return_due(spell), facts_.history.from(spell));
        add(found, {.cadre = cadre, .spell = spell, .begins = begins, .ends = facts_.history.to(spell)}, is);
    }
    return found;
}

}  // namespace cadre
