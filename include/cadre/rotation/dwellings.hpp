#pragma once

#include <cadre/export.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/rotation/grouping.hpp>
#include <cadre/rotation/spell_policy.hpp>
#include <cadre/rotation/survival.hpp>
#include <cadre/vocabulary/date.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace cadre {

/// An unbroken run of consecutive spells on one vertex; a reorganisation does not break it.
struct Dwelling {
    std::int32_t cadre = 0;   ///< row of `cadres`
    std::int32_t vertex = 0;  ///< the one on which it began
    DayNumber from = 0;
    DwellTime time;  ///< up to the day asked for
};

/// How long cadres stayed where they were. A plain value.
struct Dwellings {
    std::vector<std::string> vertices;  ///< see `vertex_keys`
    std::vector<Dwelling> dwellings;    ///< by cadre, then time
    std::int64_t unknown = 0;           ///< spells of which vertex, start or end, or what stands beside, is not known

    /// The times of one vertex, or of all.
    CADRE_EXPORT std::vector<DwellTime> times() const;
    CADRE_EXPORT std::vector<DwellTime> times(std::int32_t vertex) const;
};

/// Finds the dwellings that began by a day; those that have not ended by it are censored. Spells that end before they
/// start are left out whatever the policy says. Throws as `find_moves` does. Thread-safe.
///
///     survival(find_dwellings(roster, Grouping::post, {}, as_of).times()).median_days();
CADRE_EXPORT Dwellings find_dwellings(const Roster& roster, Grouping by, const SpellPolicy& policy, DayNumber as_of);

}  // namespace cadre
