#pragma once

#include "evaluation/reference/reference_evaluator.hpp"

#include <cadre/evaluation/remedy.hpp>

#include <cstddef>
#include <vector>

namespace cadre {

/// One way to change one attribute of a row.
struct Option {
    Hypothesis cells;  ///< the cells as they would be
    Change change;
};

/// Which of some options ask for nothing that others do not, where they ask for ever more (`ascending`) or have nothing
/// to do with each other.
inline std::vector<std::vector<bool>> at_most_of(std::size_t options, bool ascending) {
    std::vector<std::vector<bool>> at_most(options, std::vector<bool>(options));
    for (std::size_t i = 0; i < options; ++i) {
        for (std::size_t j = 0; j < options; ++j) at_most[i][j] = i == j || (ascending && i < j);
    }
    return at_most;
}

/// The ways to change one attribute, those that ask for less before those that ask for more.
struct Choice {
    CellIndex cell;
    AbstractValue widest;  ///< holds the cell's value under every option
    std::vector<Option> options;
    std::vector<std::vector<bool>> at_most;  ///< [i][j]: option i asks for nothing that option j does not
    bool complete = true;                    ///< whether these are all that can make a difference
};

}  // namespace cadre
