#include "rotation/audit/spell_history.hpp"

#include <string_view>

namespace cadre {
namespace {

/// The column by name; one without cells where the roster was not given it.
Column column_of(const Roster& roster, std::string_view table, std::string_view attribute) {
    const auto at = roster.schema().find_table(table);
    const RosterTable* rows = at ? roster.table(*at) : nullptr;
    const auto index = at ? roster.schema().table(*at).find(attribute) : std::nullopt;
    return rows != nullptr && index ? rows->columns[static_cast<std::size_t>(*index)] : Column{};
}

Column spell_column(const Roster& roster, std::string_view attribute) {
    return column_of(roster, "cadres.appointments", attribute);
}

}  // namespace

SpellHistory::SpellHistory(const Roster& roster)
    : cadres_(roster.size()),
      lists_(column_of(roster, "cadres", "appointments")),
      from_(spell_column(roster, "from")),
      to_(spell_column(roster, "to")),
      held_since_(spell_column(roster, "held_since")),
      return_due_(spell_column(roster, "return_due")),
      post_(spell_column(roster, "post")),
      unit_(spell_column(roster, "unit")),
      title_(spell_column(roster, "title")),
      unit_of_post_(column_of(roster, "posts", "unit")) {}

std::pair<std::size_t, std::size_t> SpellHistory::spells_of(std::size_t cadre) const {
    if (!lists_.is_present(cadre)) return {0, 0};
    const std::int64_t* offsets = lists_.offsets();
    return {static_cast<std::size_t>(offsets[cadre]), static_cast<std::size_t>(offsets[cadre + 1])};
}

Verdict SpellHistory::returns(std::size_t spell) const {
    if (return_due_.is_none(spell)) return Verdict::not_met;
    return return_due_.is_present(spell) ? Verdict::met : Verdict::undetermined;
}

std::optional<std::int64_t> SpellHistory::cell(const Column& column, std::size_t row) {
    if (!column.is_present(row) || column.is_none(row)) return std::nullopt;
    return column.integer(row);
}

}  // namespace cadre
