#include "rotation/careers.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/rotation.hpp>
#include <cadre/rotation/rotation_graph.hpp>

#include <algorithm>
#include <tuple>

namespace cadre {
namespace {

constexpr const char* table = "cadres.appointments";

}  // namespace

std::optional<const CareerSpell*> Career::before(std::size_t position) const {
    if (!is_complete) return {};
    if (position == 0) return nullptr;
    const CareerSpell& earlier = spells[position - 1];
    const CareerSpell& spell = spells[position];
    const bool is_ordered = earlier.from < spell.from || (earlier.ends_known && spell.ends_known);
    if (earlier.doubtful || !is_ordered) return {};
    return &earlier;
}

Careers::Careers(const Roster& roster, Grouping by, const SpellPolicy& policy)
    : cadres_(roster.size("cadres")),
      rows_(roster.size(table)),
      policy_(policy),
      vertex_of_(roster, by),
      list_(roster, "cadres", "appointments"),
      post_(roster, table, "post"),
      unit_(roster, table, "unit"),
      from_(roster, table, "from"),
      to_(roster, table, "to"),
      kind_(roster, table, "kind"),
      primary_(roster, table, "primary"),
      acting_(roster, table, "acting"),
      end_reason_(roster, table, "end_reason"),
      reorganisation_(roster.find_text("reorganisation").value_or(-1)) {
    const auto rows = static_cast<std::int64_t>(rows_);
    if (rows > RotationGraph::most_edges)
        throw Error(ErrorCode::limit_exceeded, Message{texts::rotation_edge_count, {rows, RotationGraph::most_edges}});
}

Career Careers::of(std::size_t cadre) const {
    Career history;
    history.cadre = cadre;
    const auto [first, last] = list_.members(cadre);
    for (std::size_t row = first; row < last; ++row) {
        const auto from = from_.value(row);
        const CareerSpell spell = read(row, static_cast<DayNumber>(from.value_or(first_day)));
        if (is_left_out(spell)) continue;
        (from ? history.spells : history.unordered).push_back(spell);
    }
    std::sort(history.spells.begin(), history.spells.end(), [](const CareerSpell& a, const CareerSpell& b) {
        return std::tie(a.from, a.to, a.row) < std::tie(b.from, b.to, b.row);
    });
    history.is_complete = history.unordered.empty() && !list_.may_have_more(cadre);
    return history;
}

CareerSpell Careers::read(std::size_t row, DayNumber from) const {
    CareerSpell spell;
    spell.row = static_cast<std::int32_t>(row);
    const std::int32_t post = row_or_none(post_, row);
    spell.unit = row_or_none(unit_, row);
    if (spell.unit < 0) spell.unit = vertex_of_.unit_of(post);
    spell.vertex = vertex_of_(post, spell.unit);
    spell.kind = static_cast<std::int32_t>(kind_.value(row).value_or(-1));
    spell.from = from;
    const auto to = to_.value(row);
    spell.ends_known = to.has_value();
    spell.to = static_cast<DayNumber>(to.value_or(ongoing_day));
    spell.doubtful = is_doubtful(row);
    spell.by_reorganisation = kind_.value(row) == reorganisation_;
    spell.ends_by_reorganisation = end_reason_.value(row) == reorganisation_;
    return spell;
}

bool Careers::is_doubtful(std::size_t row) const {
    return (!policy_.with_acting && !acting_.value(row)) || (!policy_.with_secondary && !primary_.value(row));
}

bool Careers::is_left_out(const CareerSpell& spell) const {
    const auto row = static_cast<std::size_t>(spell.row);
    return (!policy_.with_acting && acting_.value(row) == 1) || (!policy_.with_secondary && primary_.value(row) == 0) ||
           (!policy_.with_reversed && from_.value(row) && spell.to < spell.from);
}

std::vector<PlanFinding> Careers::findings() const {
    std::vector<PlanFinding> found;
    for (std::size_t row = 0; row < rows_; ++row) {
        const auto from = from_.value(row);
        const auto to = to_.value(row);
        if (!from || !to || *to >= *from) continue;
        found.push_back({table, row, {texts::rotation_spell_reversed, {static_cast<std::int64_t>(row)}}});
    }
    return found;
}

}  // namespace cadre
