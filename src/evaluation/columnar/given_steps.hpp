#pragma once

#include "evaluation/columnar/step.hpp"

namespace cadre::columnar {

/// Whether each row's cell is given.
StepPtr make_given(int frame, const Column* column);

/// Whether the cell of another table's column (null: not given), at the row that `reference` gives, is given;
/// no row has no given cell.
StepPtr make_given_behind(int frame, StepId reference, const Column* column);

}  // namespace cadre::columnar
