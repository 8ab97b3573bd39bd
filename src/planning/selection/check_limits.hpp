#pragma once

#include <cadre/planning/selection.hpp>

namespace cadre::selection {

/// Throws `Error` where a problem is over the limits or a term names an option that does not exist.
void check_limits(const SelectionProblem& problem);

}  // namespace cadre::selection
