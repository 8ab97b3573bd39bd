#pragma once

#include "rotation/audit/spell_history.hpp"

#include <cadre/roster/roster.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace cadre {

/// How findings name what is held in spells.
class SpellNames {
public:
    /// Keeps references.
    SpellNames(const Roster& roster, const SpellHistory& history);

    /// The key of the post (its row where it has none); without a post, the title and the key of the unit; empty where
    /// nothing of that is known.
    std::string of(std::size_t spell) const;

private:
    static std::string key(const std::vector<std::string>& keys, std::int64_t row);

    const Roster& roster_;
    const SpellHistory& history_;
    std::vector<std::string> posts_;
    std::vector<std::string> units_;
};

}  // namespace cadre
