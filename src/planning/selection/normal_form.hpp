#pragma once

#include "planning/selection/part.hpp"

#include <optional>

namespace cadre::selection {

struct NormalForm {
    Part part;                         ///< without the constraints that every choice satisfies
    std::optional<int> broken_clause;  ///< a clause with a constraint that no choice satisfies
};

NormalForm normal_form(const SelectionProblem& problem);

}  // namespace cadre::selection
