#include <cadre/rotation/dwellings.hpp>

#include "rotation/careers.hpp"

#include <algorithm>
#include <utility>

namespace cadre {
namespace {

/// Joins the spells of histories.
class DwellingFinder {
public:
    explicit DwellingFinder(DayNumber as_of) : as_of_(as_of) {}

    void add(const Career& history) {
        found_.unknown += static_cast<std::int64_t>(history.unordered.size());
        for (std::size_t i = 0; i < history.spells.size();) i = add_run(history, i);
    }
    Dwellings take() { return std::move(found_); }

private:
    /// Adds the run that starts at a position and returns where it ends.
    std::size_t add_run(const Career& history, std::size_t first) {
        const CareerSpell& start = history.spells[first];
        bool is_known = history.before(first) && is_clear(start) && start.vertex >= 0;
        DayNumber to = start.to;
        std::size_t last = first + 1;
        for (; last < history.spells.size() && goes_on(history.spells[last - 1], history.spells[last], to); ++last) {
            is_known = is_known && is_clear(history.spells[last]);
            to = std::max(to, history.spells[last].to);
        }
        is_known = is_known && (last == history.spells.size() || history.before(last));
        if (!is_known) {
            found_.unknown += static_cast<std::int64_t>(last - first);
        } else if (start.from <= as_of_) {
            const bool ended = to <= as_of_;
            found_.dwellings.push_back({static_cast<std::int32_t>(history.cadre),
                                        start.vertex,
                                        start.from,
                                        {(ended ? to : as_of_) - start.from, ended}});
        }
        return last;
    }

    static bool is_clear(const CareerSpell& spell) {
        return !spell.doubtful && spell.ends_known && (spell.vertex >= 0 || spell.by_reorganisation);
    }
    static bool goes_on(const CareerSpell& earlier, const CareerSpell& spell, DayNumber to) {
        return continues(earlier, spell) || (spell.vertex == earlier.vertex && spell.from <= to);
    }

    DayNumber as_of_;
    Dwellings found_;
};

}  // namespace

std::vector<DwellTime> Dwellings::times() const {
    std::vector<DwellTime> all;
    for (const Dwelling& dwelling : dwellings) all.push_back(dwelling.time);
    return all;
}

std::vector<DwellTime> Dwellings::times(std::int32_t vertex) const {
    std::vector<DwellTime> some;
    for (const Dwelling& dwelling : dwellings) {
        if (dwelling.vertex == vertex) some.push_back(dwelling.time);
    }
    return some;
}

Dwellings find_dwellings(const Roster& roster, Grouping by, const SpellPolicy& policy, DayNumber as_of) {
    SpellPolicy forwards = policy;
    forwards.with_reversed = false;
    Careers histories(roster, by, forwards);
    DwellingFinder finder(as_of);
    for (std::size_t cadre = 0; cadre < histories.size(); ++cadre) finder.add(histories.of(cadre));
    Dwellings found = finder.take();
    found.vertices = histories.take_keys();
    return found;
}

}  // namespace cadre
