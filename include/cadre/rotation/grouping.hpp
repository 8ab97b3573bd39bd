#pragma once

#include <cadre/export.hpp>
#include <cadre/roster/roster.hpp>

#include <string>
#include <vector>

namespace cadre {

/// What the vertices of a rotation graph stand for.
enum class Grouping {
    post,      ///< rows of `posts`
    unit,      ///< rows of `units`
    tier,      ///< levels of the scale of `units.tier`
    sector,    ///< codes of `units.sector`
    locality,  ///< texts of `units.locality`, in the order in which units first name them
    field,     ///< sets of fields of work, as `units.fields` has them: "finance, land" is one; in the order of units
};

/// What each vertex stands for: key of a post or unit (empty where the row has none), code, or text.
CADRE_EXPORT std::vector<std::string> vertex_keys(const Roster& roster, Grouping by);

}  // namespace cadre
