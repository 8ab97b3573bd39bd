#include "rotation/audit/spell_names.hpp"

#include <cadre/rotation/grouping.hpp>

namespace cadre {

SpellNames::SpellNames(const Roster& roster, const SpellHistory& history)
    : roster_(roster),
      history_(history),
      posts_(vertex_keys(roster, Grouping::post)),
      units_(vertex_keys(roster, Grouping::unit)) {}

std::string SpellNames::of(std::size_t spell) const {
    if (const auto post = history_.post(spell)) return key(posts_, *post);
    const auto title = history_.title(spell);
    const auto unit = history_.unit(spell);
    std::string name(title ? roster_.text(static_cast<std::int32_t>(*title)) : "");
    if (unit) name += (name.empty() ? "" : ", ") + key(units_, *unit);
    return name;
}

std::string SpellNames::key(const std::vector<std::string>& keys, std::int64_t row) {
    const std::string& found = keys[static_cast<std::size_t>(row)];
    return found.empty() ? std::to_string(row) : found;
}

}  // namespace cadre
