#pragma once

#include <cadre/model/fact.hpp>

namespace cadre {

/// A move of a rotation plan: a row of the table `planned_moves`.
struct PlannedMove {
    Fact<std::string> cadre;  ///< key of a cadre
    Fact<std::string> from;   ///< key of the post that is left; none: from outside
    Fact<std::string> to;     ///< key of the post that is taken; none: leaves
    Fact<Date> day;
    Fact<std::string> kind;
    Fact<bool> published;
};

}  // namespace cadre
