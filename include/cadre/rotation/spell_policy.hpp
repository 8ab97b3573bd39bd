#pragma once

namespace cadre {

/// Which rows of `cadres.appointments` are spells of a history. The spells of a cadre stand in the order of their
/// start, then of their end (a spell that runs last), then of their rows.
struct SpellPolicy {
    bool with_acting = true;      ///< those held in an acting capacity
    bool with_secondary = false;  ///< those that are not the primary post, as of concurrent posts
    bool with_reversed = false;   ///< those that end before they start; they are findings in any case
};

}  // namespace cadre
