#pragma once

#include "planning/selection/part.hpp"
#include "planning/selection/work.hpp"

#include <vector>

namespace cadre::selection {

/// Shrinks clauses that no choice satisfies together: first by leaving out one after the other, then, where the part
/// has few clauses, by trying smaller sets in ascending size. A set within one that is known to be satisfiable is not
/// tried (as in Ignatiev, Previti, Liffiton, Marques-Silva 2015). The rows have one clause each.
SelectionConflict smallest_conflict(const Part& part, std::vector<int> known, Work& work);

}  // namespace cadre::selection
