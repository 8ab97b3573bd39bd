#pragma once

#include "planning/selection/part.hpp"

#include <array>
#include <vector>

namespace cadre::selection {

/// A family of rows any two of which are nested or disjoint, as a forest.
struct Family {
    std::vector<int> rows;
    std::vector<int> parents;    ///< by place in `rows`: the place of the smallest row around it, or -1
    std::vector<int> innermost;  ///< by option: the place of the smallest row that it stands in, or -1
};

/// The rows of a part as two such families and the rest.
struct LaminarSplit {
    std::array<Family, 2> families;
    std::vector<int> side;  ///< rows in neither family, ascending
};

/// Two unit rows that overlap without being nested must be in different families, so that the families are a
/// colouring of the rows by two colours. Rows join from the smallest on; one that closes an odd cycle stays outside.
LaminarSplit split_laminar(const Part& part);

}  // namespace cadre::selection
