#pragma once

#include "planning/selection/part.hpp"

#include <vector>

namespace cadre::selection {

struct Component {
    Part part;
    std::vector<int> options;  ///< by the part's option: the whole's
};

/// The parts that share no row, those with fewer terms first. Options without a row are a part each without rows.
std::vector<Component> components(const Part& whole);

}  // namespace cadre::selection
