#include <cadre/rotation/closedness.hpp>

#include "rotation/careers.hpp"
#include "rotation/days_in_order.hpp"
#include "rotation/longest_gap.hpp"

#include <utility>

namespace cadre {
namespace {

/// Whether the holder of a spell came from inside its vertex.
Verdict from_inside(const std::optional<const CareerSpell*>& before, const CareerSpell& spell,
                    const MoveOptions& options) {
    if (!before || spell.doubtful) return Verdict::undetermined;
    if (*before == nullptr) return Verdict::not_met;
    const CareerSpell& earlier = **before;
    if (earlier.vertex >= 0 && earlier.vertex != spell.vertex) return Verdict::not_met;
    Verdict is_recent = Verdict::met;
    if (options.longest_gap) {
        is_recent = spell.from - std::int64_t{earlier.to} <= *options.longest_gap ? Verdict::met : Verdict::not_met;
        if (!earlier.ends_known) is_recent = Verdict::undetermined;
    }
    return is_recent && (earlier.vertex >= 0 ? Verdict::met : Verdict::undetermined);
}

void count(Closedness& found, Verdict inside) {
    if (inside == Verdict::met) ++found.inside;
    if (inside == Verdict::not_met) ++found.outside;
    if (inside == Verdict::undetermined) ++found.unknown;
}

void set_share(Closedness& found, std::int64_t unplaced) {
    const std::int64_t open = found.unknown + unplaced;
    const std::int64_t all = found.inside + found.outside + open;
    if (all == 0) return;
    found.share.least = Share{found.inside, all};
    found.share.greatest = Share{found.inside + open, all};
}

}  // namespace

ClosednessTable closedness(const Roster& roster, const MoveOptions& options) {
    check_longest_gap(options.longest_gap);
    require_in_order(options.window);
    Careers histories(roster, options.by, options.spells);
    ClosednessTable table;
    table.vertices = histories.take_keys();
    table.of.resize(table.vertices.size());
    for (std::size_t cadre = 0; cadre < histories.size(); ++cadre) {
        const Career history = histories.of(cadre);
        table.unplaced += static_cast<std::int64_t>(history.unordered.size());
        for (std::size_t i = 0; i < history.spells.size(); ++i) {
            const CareerSpell& spell = history.spells[i];
            const auto before = history.before(i);
            const bool goes_on =
                spell.by_reorganisation || (before && *before != nullptr && continues(**before, spell));
            if (goes_on || !options.window.contains(spell.from)) continue;
            if (spell.vertex < 0) {
                ++table.unplaced;
            } else {
                count(table.of[static_cast<std::size_t>(spell.vertex)], from_inside(before, spell, options));
            }
        }
    }
    for (Closedness& found : table.of) set_share(found, table.unplaced);
    return table;
}

}  // namespace cadre
