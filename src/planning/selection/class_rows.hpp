#pragma once

#include "planning/selection/part.hpp"

namespace cadre::selection {

/// Turns shares of a set whose size has bounds into bounds on the number of a class, rounded up to whole people: a
/// quarter of two to three members is at least one. Where that says the same it takes the share's place, else it is
/// added (the rounding of Chvátal 1973). Unit rows can become arcs of a network.
void add_class_rows(Part& part);

}  // namespace cadre::selection
