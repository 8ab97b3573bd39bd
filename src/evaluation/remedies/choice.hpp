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

/// The ways to change one attribute, those that ask for less before those that ask for more.
struct Choice {
    CellIndex cell;
    AbstractValue widest;  ///< holds the cell's value under every option
    std::vector<Option> options;
    std::vector<std::vector<bool>> at_most;  ///< [i][j]: option i asks for nothing that option j does not
    bool complete = true;                    ///< whether these are all that can make a difference

    /// Orders options that ask for ever more (`ascending`), or that have nothing to do with each other.
    void order(bool ascending) {
        at_most.assign(options.size(), std::vector<bool>(options.size()));
        for (std::size_t i = 0; i < options.size(); ++i) {
            for (std::size_t j = 0; j < options.size(); ++j) at_most[i][j] = i == j || (ascending && i < j);
        }
    }
};

}  // namespace cadre
