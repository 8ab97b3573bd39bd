#pragma once

#include "planning/selection/part.hpp"
#include "planning/selection/work.hpp"

#include <cstdint>
#include <vector>

namespace cadre::selection {

struct PartSolution {
    SelectionStatus status = SelectionStatus::unknown;
    Choice choice;  ///< of `optimal` and `feasible`
    std::int64_t score = 0;
    std::int64_t bound = 0;
    std::vector<int>
        conflict;  ///< of `infeasible`: clauses that no choice satisfies together, perhaps more than needed
};

/// Solves a part that shares no row with others.
PartSolution solve_part(const Part& part, Work& work);

}  // namespace cadre::selection
