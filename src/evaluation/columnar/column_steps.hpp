#pragma once

#include "evaluation/columnar/step.hpp"

namespace cadre::columnar {

/// The cells of a boolean attribute.
StepPtr make_boolean_column(int frame, const Column* column);

/// The cells as sets of possible values; `ranks` (or null) maps stored codes to ranks. A missing cell
/// may be none where `allows_none`.
StepPtr make_integer_column(int frame, const Column* column, const std::vector<std::int64_t>* ranks, bool allows_none);
StepPtr make_decimal_column(int frame, const Column* column, bool allows_none);

/// The cells of another table's column, at the rows that `reference` gives.
StepPtr make_boolean_gather(int frame, StepId reference, const Column* column);
StepPtr make_integer_gather(int frame, StepId reference, const Column* column, const std::vector<std::int64_t>* ranks,
                            bool allows_none);
StepPtr make_decimal_gather(int frame, StepId reference, const Column* column, bool allows_none);

/// The same value for all rows.
StepPtr make_constant(int frame, Verdict value);
StepPtr make_constant(int frame, PossibleInteger value);
StepPtr make_constant(int frame, PossibleDecimal value);

}  // namespace cadre::columnar
