#include "rotation/request/present_posts.hpp"

#include "roster/roster_column.hpp"
#include "rotation/holdings.hpp"

namespace cadre {
namespace {

/// What one cadre holds, or may hold, on a day.
struct Held {
    std::set<std::size_t> primary;  ///< posts surely held as the primary one, since before the day
    std::set<std::size_t> sure;     ///< posts surely held since before the day, perhaps as the primary one
    std::set<std::size_t> later;    ///< posts that are held, or may be, from the day or a later one on
    bool has_other = false;         ///< something else may be held, or held as the primary one
};

}  // namespace

PresentPosts::PresentPosts(const Roster& roster, DayNumber day)
    : known_(roster.size("cadres")), posts_(known_.size()), may_return_(known_.size()) {
    const Holdings holdings(roster);
    const RosterColumn lists(roster, "cadres", "appointments");
    const RosterColumn primary(roster, "cadres.appointments", "primary");
    std::size_t next = 0;  // holdings come in the order of their rows
    for (std::size_t cadre = 0; cadre < known_.size(); ++cadre) {
        Held held;
        const auto [first, last] = lists.members(cadre);
        for (std::size_t spell = first; spell < last; ++spell) {
            const Holding& holding = holdings.all()[next++];
            if (holding.post && holding.to.latest > day) held_.emplace(cadre, *holding.post);
            const bool begins_later = holding.from.latest >= day && holding.to.latest > day;
            if (holding.post && begins_later) held.later.insert(*holding.post);
            const Verdict on = holding.on(day);
            const auto is_primary = primary.value(spell);
            if (on == Verdict::not_met || holding.acting == Verdict::met || is_primary == 0) continue;
            const bool is_sure = on == Verdict::met && holding.post && holding.from.latest < day;
            if (is_sure && is_primary) {
                held.primary.insert(*holding.post);
            } else if (is_sure) {
                held.sure.insert(*holding.post);
            } else {
                held.has_other = true;
            }
        }
        if (held.primary.empty() && !held.has_other && !lists.may_have_more(cadre)) held.primary = held.sure;
        known_[cadre] =
            held.primary.size() == 1 || (held.primary.empty() && !held.has_other && !lists.may_have_more(cadre));
        if (held.primary.size() != 1) continue;
        posts_[cadre] = *held.primary.begin();
        may_return_[cadre] = held.later.contains(*posts_[cadre]);
    }
}

}  // namespace cadre
